import { maxTied, readFeed } from '../../../src/feed/readFeed';
import type { ModelResource } from './modelFeed';
import { failure, modelFeed, presentOfModel } from './modelFeed';

const hour = 60 * 60_000;
const now = presentOfModel - 5;

const readings = { updateTime: 'capture', endIsIn: true, counts: 'right', order: 'key', pageSize: 100 } as const;

/** So many resources that changed once each, a minute apart. */
const changedOnce = (count: number): ModelResource[] =>
  Array.from({ length: count }, (_, index) => ({
    resource: { accountId: '1', region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: `i-${index}` },
    changes: [now - 1 - index * 60_000],
  }));

const request = {
  from: now - 30 * hour,
  to: now,
  until: presentOfModel,
  first: 50,
  lags: false,
  removalsUndated: false,
  maxTimelines: 61,
  maxLists: 12,
};

describe('a page of changes of many resources', () => {
  it.each([120, 700])('opens 51 timelines for 50 changes, of %i resources that changed once', async (count) => {
    const { reads, calls } = modelFeed({ ...readings, resources: changedOnce(count) });
    const page = await readFeed(reads, request);

    expect(page.edges).toHaveLength(50);
    expect(page.updatedCount).toBe(count);
    expect(calls.timelines).toBe(51);
    expect(calls.lists).toBe(Math.ceil(count / 100) + 1);
  });

  it('lists the newest part alone if thousands were updated', async () => {
    const { reads, calls } = modelFeed({ ...readings, resources: changedOnce(1_700) });
    const page = await readFeed(reads, request);

    expect(page.edges).toHaveLength(50);
    expect(page.updatedCount).toBe(1_700);
    expect(calls.timelines).toBe(51);
    expect(calls.lists).toBeLessThanOrEqual(12);
  });

  it('does not open the resources of the pages before again', async () => {
    const { reads, calls } = modelFeed({ ...readings, resources: changedOnce(120) });
    let page = await readFeed(reads, request);
    while (page.hasNextPage) page = await readFeed(reads, { ...request, position: page.end });

    // One behind each page shows that another follows, and what was updated in the last 20 minutes is known by its hash.
    expect(calls.timelines).toBe(122);
  });

  it('refuses a range that has ended if too many resources were updated since', async () => {
    const { reads, calls } = modelFeed({ ...readings, resources: changedOnce(maxTied + 1) });
    const past = { ...request, from: now - 40 * hour, to: now - 30 * hour };

    await expect(readFeed(reads, past)).rejects.toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: expect.stringContaining(
        `${maxTied + 1} resources were updated after the end of this time range`,
      ) as string,
    });
    expect(calls.timelines).toBe(0);
  });

  it('ends early, and says where to go on, if timelines show nothing', async () => {
    const resources = changedOnce(300).map((one) => ({ ...one, changes: [], touched: one.changes[0] }));
    const { reads, calls } = modelFeed({ ...readings, resources });
    const page = await readFeed(reads, request);

    expect(page).toMatchObject({ edges: [], hasNextPage: true });
    expect(calls.timelines).toBe(61);
    expect(page.end.at).toBeGreaterThan(request.from);
  });

  it('fails with the error of its only source', async () => {
    const { reads } = modelFeed({ ...readings, resources: changedOnce(3), listsFail: true });

    await expect(readFeed(reads, request)).rejects.toMatchObject({ kind: failure().kind });
  });
});
