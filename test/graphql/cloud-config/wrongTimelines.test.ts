import type { FaultRuleInput, Readings } from '../../../src/emulator';
import { demoEpoch } from '../../../src/emulator';
import { maxUpstreamPages } from '../../../src/pagination/Page';
import { isSoak } from '../../support/soak';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { changesOf, dayMs, demoResources, readPage, readPages, recordedChanges, sorted } from '../../support/timelines';

/** Timelines are whole though the upstream is wrong about them. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ cacheMaxBytes: 10_000_000 });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const from = demoEpoch - 30 * dayMs;
const between = { from: new Date(from).toISOString(), to: new Date(demoEpoch).toISOString() };

const wrong: readonly (readonly [string, readonly FaultRuleInput[], Partial<Readings>])[] = [
  ['counts nothing', [{ kind: 'wrongCount', count: 0 }], {}],
  ['counts the page', [{ kind: 'wrongCount', count: 'page' }], {}],
  ['counts at most 50', [{ kind: 'wrongCount', atMost: 50 }], {}],
  ['counts too many', [{ kind: 'wrongCount', plus: 1000 }], {}],
  ['counts the whole history', [], { timelineTotal: 'history' }],
  ['repeats tokens', [{ kind: 'repeatedToken' }], {}],
  ['refuses tokens', [{ kind: 'refusedToken' }], {}],
  ['refuses tokens as if there were no such resource', [{ kind: 'refusedToken', code: 'NoData', status: 404 }], {}],
  ['refuses tokens and has one on the last page', [{ kind: 'refusedToken' }], { lastPageToken: 'present' }],
  ['repeats a change at each edge', [{ kind: 'repeatedRecord' }], { lastPageToken: 'present' }],
  ['sends empty pages', [{ kind: 'emptyPages', pages: 23 }], {}],
  ['lists the oldest first', [], { timelineOrder: 'oldest-first' }],
  ['lists the oldest first and refuses tokens', [{ kind: 'refusedToken' }], { timelineOrder: 'oldest-first' }],
  ['lists the oldest first and shuffles', [], { timelineOrder: 'oldest-first', tieOrder: 'shuffled' }],
];

it.each(wrong)('an upstream that %s loses and repeats nothing', async (_, faults, readings) => {
  // A page then takes nearly as many calls as it may. `npm test` reads fewer of them.
  const isDear = faults.some(({ kind }) => kind === 'emptyPages') && !isSoak;
  const [busySizes, tiedSizes] = isDear
    ? [[100], [7]]
    : [
        [31, 100, 7],
        [2, 3],
      ];
  gateway.emulator.readings.choose(readings);
  for (const rule of faults) gateway.emulator.faults.add(rule);
  const most: number[] = [];
  const count = () => {
    most.push(gateway.upstreamCalls().length);
    gateway.emulator.calls.clear();
  };
  const noCache = { 'cache-control': 'no-cache' };

  const busy = await readPages(gateway, { resource: demoResources.busy, between }, busySizes, count, noCache);
  const tied = await readPages(gateway, { resource: demoResources.tied, between }, tiedSizes, count, noCache);

  const truth = (resource: typeof demoResources.busy | typeof demoResources.tied) =>
    recordedChanges(gateway.emulator, resource, from, demoEpoch);
  expect(changesOf(busy)).toEqual(truth(demoResources.busy));
  expect(sorted(changesOf(tied))).toEqual(sorted(truth(demoResources.tied)));
  for (const { totalCount } of busy) expect([null, 168]).toContain(totalCount);
  // And those that read the count, and check it.
  expect(Math.max(...most)).toBeLessThanOrEqual(maxUpstreamPages + 2);
});

it('a page that was cached for longer than its token lives leads on all the same', async () => {
  // A range that lies far back: its pages are cached for an hour, and a token lives 15 minutes.
  const past = { from: new Date(from).toISOString(), to: new Date(demoEpoch - dayMs).toISOString() };
  const variables = { resource: demoResources.busy, between: past, first: 100 };
  const fresh = await readPage(gateway, variables);
  gateway.emulator.world.clock.advance(20 * 60_000);

  const cached = await readPage(gateway, variables);
  const filtered = await readPage(gateway, { ...variables, filter: { paths: ['Status'] } });

  expect(cached.edges.map(({ node }) => node)).toEqual(fresh.edges.map(({ node }) => node));
  expect(filtered.edges.length).toBeGreaterThan(0);
});

it('the sample of the documents can be read to its end, though its token is refused', async () => {
  const documents = await startGateway({
    world: 'documents',
    accessKeyId: 'timeline-en',
    accessKeySecret: 'timeline-en-secret',
    cloudConfigVersion: '2019-01-08',
  });
  const resource = {
    region: 'cn-hangzhou',
    resourceType: 'ACS::ECS::Instance',
    resourceId: 'i-bp19xem7lt97h973****',
  };

  const pages = await readPages(documents, { resource }, [20]);

  await documents.stop();
  expect(changesOf(pages).map(({ rawEventType }) => rawEventType)).toEqual(['DISCOVERED']);
  expect(pages).toHaveLength(1);
});
