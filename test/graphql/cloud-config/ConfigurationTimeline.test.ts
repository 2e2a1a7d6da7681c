import { demoEpoch } from '../../../src/emulator';
import { cloudConfigVersion } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { changesOf, dayMs, demoResources, readPage, readPages, recordedChanges, sorted } from '../../support/timelines';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

/** How often pages were called for; the count of the newer version's pages comes from the older one. */
const pageCalls = (): number =>
  gateway.emulator.calls.of('GetResourceConfigurationTimeline').filter(({ version }) => version === cloudConfigVersion)
    .length;

const iso = (ms: number): string => new Date(ms).toISOString();
const month = { from: iso(demoEpoch - 30 * dayMs), to: iso(demoEpoch) };

describe('the pages of a long timeline', () => {
  it.each([[[1, 7, 100, 3, 50]], [[20]], [[99, 1]], [[100]], [[13, 55]]])(
    'concatenate to the full list with page sizes %j',
    async (sizes) => {
      const variables = { resource: demoResources.busy, between: month };

      const pages = await readPages(gateway, variables, sizes);

      const truth = recordedChanges(gateway.emulator, demoResources.busy, demoEpoch - 30 * dayMs, demoEpoch);
      expect(changesOf(pages)).toEqual(truth);
      expect(truth).toHaveLength(168);
      expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => 168));
      expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0));
    },
  );

  it('cost one upstream call each, a page of 100 at most two', async () => {
    const variables = { resource: demoResources.busy, between: month };

    await readPages(gateway, variables, [99, 1, 100]);

    expect(pageCalls()).toBe(3);
    gateway.emulator.calls.clear();
    await readPage(gateway, { ...variables, first: 100 });
    expect(pageCalls()).toBe(2);
  });

  it('resume from every edge, not only from the last of a page', async () => {
    const variables = { resource: demoResources.tied, between: month };
    const whole = await readPage(gateway, { ...variables, first: 100 });

    const rests = await Promise.all(
      whole.edges.map(({ cursor }) => readPage(gateway, { ...variables, first: 100, after: cursor })),
    );

    rests.forEach((rest, index) => {
      expect(sorted(changesOf([{ ...whole, edges: whole.edges.slice(0, index + 1) }, rest]))).toEqual(
        sorted(changesOf([whole])),
      );
    });
    expect(whole.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: whole.edges[0]?.cursor,
      endCursor: whole.edges.at(-1)?.cursor,
    });
  });
});

it.each(['stable', 'shuffled'] as const)(
  'gives changes of one millisecond once each, their order %s',
  async (order) => {
    gateway.emulator.readings.choose({ tieOrder: order });

    const pages = await readPages(gateway, { resource: demoResources.tied, between: month }, [2, 1, 3]);

    const truth = recordedChanges(gateway.emulator, demoResources.tied, demoEpoch - 30 * dayMs, demoEpoch);
    expect(sorted(changesOf(pages))).toEqual(sorted(truth));
    expect(truth).toHaveLength(12);
  },
);

it('outlives its resource: the newest change of a deleted one is its removal', async () => {
  const page = await readPage(gateway, { resource: demoResources.removed, between: month });

  expect(changesOf([page]).map(({ rawEventType }) => rawEventType)).toEqual([
    'REMOVE',
    ...Array<string>(4).fill('MODIFY'),
    'DISCOVERED',
  ]);
  expect(page.pageInfo.hasNextPage).toBe(false);
});

describe('the time range', () => {
  it('is the 30 days before now if none is named', async () => {
    const pages = await readPages(gateway, { resource: demoResources.busy }, [60]);

    const now = gateway.emulator.world.clock.now();
    expect(changesOf(pages)).toEqual(recordedChanges(gateway.emulator, demoResources.busy, now - 30 * dayMs, now));
  });

  it('ends behind now if no end is named, so that a change of this moment is in it', async () => {
    const { region, resourceType, resourceId } = demoResources.busy;
    const before = gateway.emulator.world.clock.now();

    const { data } = await gateway.query<{ configurationTimeline: { range: { to: string } } }>(
      'query ($key: CloudResourceKeyInput!) { configurationTimeline(resource: $key, first: 1) { range { to } } }',
      { key: { region, resourceType, resourceId } },
    );

    const to = Date.parse(data?.configurationTimeline.range.to ?? '');
    expect(to).toBeGreaterThan(before);
    expect(to).toBeLessThanOrEqual(gateway.emulator.world.clock.now() + 10_000);
  });

  it('stays as it was on the first page, whatever happens later', async () => {
    const pages = await readPages(gateway, { resource: demoResources.busy }, [25], () => {
      gateway.emulator.world.clock.advance(20 * dayMs);
    });

    const truth = recordedChanges(gateway.emulator, demoResources.busy, demoEpoch - 30 * dayMs, demoEpoch);
    expect(changesOf(pages)).toEqual(truth);
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([168]));
  });

  it('runs from its start inclusive to its end exclusive', async () => {
    const changes = recordedChanges(gateway.emulator, demoResources.busy, 0, demoEpoch);
    const [to, , , from] = changes.slice(10).map(({ capturedAt }) => capturedAt);

    const page = await readPage(gateway, { resource: demoResources.busy, between: { from, to } });

    expect(changesOf([page])).toEqual(changes.slice(11, 14));
    expect(page.totalCount).toBe(3);
  });

  it('begins 30 days before its end if only that is named', async () => {
    const to = demoEpoch - 60 * dayMs;

    const page = await readPage(gateway, { resource: demoResources.busy, between: { to: iso(to) } });

    expect(changesOf([page])).toEqual(recordedChanges(gateway.emulator, demoResources.busy, to - 30 * dayMs, to));
    expect(changesOf([page])).not.toEqual([]);
  });

  it('ends now if only its start is named, and can begin before there was any cloud', async () => {
    const pages = await readPages(gateway, { resource: demoResources.busy, between: { from: iso(0) } }, [100]);

    expect(changesOf(pages)).toEqual(recordedChanges(gateway.emulator, demoResources.busy, 0, demoEpoch + dayMs / 96));
    expect(changesOf(pages)).toHaveLength(193);
  });

  it('may end in the future: what has not happened is not in it', async () => {
    const between = { from: month.from, to: iso(demoEpoch + 365 * dayMs) };

    const pages = await readPages(gateway, { resource: demoResources.busy, between }, [100, 99]);

    expect(changesOf(pages)).toHaveLength(168);
  });
});

describe('a filter', () => {
  const truth = () => recordedChanges(gateway.emulator, demoResources.busy, demoEpoch - 30 * dayMs, demoEpoch);
  const changesPath = (path: string) => (change: { rawDiff: string | null }) =>
    Object.hasOwn(JSON.parse(change.rawDiff ?? '{}') as object, path);

  it('by property gives every change of it once, whatever the page sizes', async () => {
    const variables = { resource: demoResources.busy, between: month, filter: { paths: ['Status'] } };

    const pages = await readPages(gateway, variables, [3, 1, 8]);

    expect(changesOf(pages)).toEqual(truth().filter(changesPath('Status')));
    expect(pages.map(({ totalCount }) => totalCount)).toEqual(pages.map(() => null));
  });

  it('by several properties gives what changed any of them', async () => {
    const variables = { resource: demoResources.busy, between: month, filter: { paths: ['Cpu', 'Memory'] } };

    const pages = await readPages(gateway, variables, [40]);

    expect(changesOf(pages)).toEqual(
      truth().filter((change) => changesPath('Cpu')(change) || changesPath('Memory')(change)),
    );
  });

  it('by kind gives changes of these kinds', async () => {
    const variables = {
      resource: demoResources.removed,
      between: month,
      filter: { eventTypes: ['REMOVE', 'DISCOVERED'] },
    };

    const pages = await readPages(gateway, variables, [1]);

    expect(changesOf(pages).map(({ rawEventType }) => rawEventType)).toEqual(['REMOVE', 'DISCOVERED']);
  });

  it('by kind and property gives what is both', async () => {
    const variables = {
      resource: demoResources.removed,
      between: month,
      filter: { eventTypes: ['REMOVE'], paths: ['Size'] },
    };

    const [page] = await readPages(gateway, variables, [20]);

    expect(page?.edges.map(({ node }) => node.rawEventType)).toEqual(['REMOVE']);
  });

  it.each([[null], [{}], [{ eventTypes: [], paths: null }]])('of nothing, %j, is none', async (filter) => {
    const page = await readPage(gateway, { resource: demoResources.bucket, between: month, filter });

    expect(page.edges).toHaveLength(7);
    expect(page.totalCount).toBe(7);
  });

  it('in another order is the same: its cursors are too', async () => {
    const ask = (paths: string[], after: string | null) =>
      readPage(gateway, { resource: demoResources.busy, between: month, first: 2, after, filter: { paths } });
    const first = await ask(['Cpu', 'Memory'], null);

    const second = await ask(['Memory', 'Cpu', 'Cpu'], first.pageInfo.endCursor);

    expect(second.edges).toHaveLength(2);
    expect(second.pageInfo.hasPreviousPage).toBe(true);
  });
});
