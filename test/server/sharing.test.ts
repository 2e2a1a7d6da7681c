import { demoAccounts } from '../../src/emulator';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** What requests share with each other, as their senders see it. */

const { paymentsProduction, paymentsTest, storefrontProduction } = demoAccounts;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ cacheMaxBytes: 10_000_000 });
});
afterEach(() => gateway.stop());

const instance = 'region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt"';
const timeline = `{ configurationTimeline(resource: { ${instance} }) { nodes { capturedAt } } }`;
const directory = '{ resourceDirectory { resourceDirectoryId } }';

it('asks once for fifty identical requests at the same time, a default time range included', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => gateway.query<object>(timeline)));

  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
  expect(gateway.upstreamCalls()).toEqual(['GetResourceConfigurationTimeline']);
});

it('costs as many calls as there are entities, however a router splits them over requests', async () => {
  const split = [[paymentsTest, paymentsProduction], [paymentsProduction, storefrontProduction], [paymentsTest]];

  const answers = await Promise.all(
    split.map((ids) =>
      gateway.query<{ _entities: unknown[] }>(
        `query ($representations: [_Any!]!) {
          _entities(representations: $representations) { ... on Account { accountId displayName } }
        }`,
        { representations: ids.map((accountId) => ({ __typename: 'Account', accountId })) },
      ),
    ),
  );

  expect(answers.map(({ data }) => data?._entities.length)).toEqual([2, 2, 1]);
  expect(gateway.upstreamCalls()).toEqual(['GetAccount', 'GetAccount', 'GetAccount']);
});

it('says how old an answer is that was read before, and nothing if all was read for this request', async () => {
  const first = await gateway.ask(directory);
  const again = await gateway.ask(directory);

  expect(first.extensions).toEqual({ cost: { estimatedCalls: 1, actualCalls: 1, coalesced: 0, cached: 0 } });
  expect(again.extensions).toEqual({
    cost: { estimatedCalls: 1, actualCalls: 0, coalesced: 0, cached: 1 },
    cache: { answers: 1, oldestAgeMs: expect.any(Number) as number },
  });
  expect(again.data).toEqual(first.data);
});

it.each(['no-cache', 'no-store', 'max-age=0', 'No-Cache, no-transform'])(
  'reads again for a request that says Cache-Control: %s, and remembers what came',
  async (cacheControl) => {
    await gateway.query(directory);
    await gateway.query(directory, undefined, { 'cache-control': cacheControl });
    await gateway.query(directory);

    expect(gateway.upstreamCalls()).toEqual(['GetResourceDirectory', 'GetResourceDirectory']);
  },
);

it('takes answers as old as max-age says', async () => {
  await gateway.query(directory);
  await gateway.query(directory, undefined, { 'cache-control': 'max-age=3600' });

  expect(gateway.upstreamCalls()).toEqual(['GetResourceDirectory']);
});

describe('a mutation', () => {
  beforeEach(async () => {
    await gateway.stop();
    gateway = await startGateway({ world: 'fresh', cacheMaxBytes: 10_000_000 });
  });

  it('makes the gateway forget what it read before', async () => {
    const recorder = '{ configurationRecorder { status } }';
    const before = await gateway.query(recorder);

    await gateway.query('mutation { startConfigurationRecorder(input: {}) { outcome } }');
    const after = await gateway.query(recorder);

    expect(before.data).toEqual({ configurationRecorder: { status: 'NOT_ACTIVATED' } });
    expect(after).toEqual({ data: { configurationRecorder: { status: 'BUILDING' } } });
  });
});
