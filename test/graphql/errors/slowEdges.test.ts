import { demoAccounts } from '../../../src/emulator';
import { explanations } from '../../../src/errors/explanations';
import { managementId, memberId, smallWorld } from '../../emulator/world/worlds';
import { underVersion } from '../../support/cloudConfigVersion';
import type { GatewayOptions, GraphQLAnswer, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { ManualClock } from '../../unit/rpc/manualClock';

const { paymentsProduction, paymentsTest, storefrontProduction } = demoAccounts;
/** One attempt of a read, and more than the pause after it. */
const attemptMs = 3000;
const pauseMs = 100;
/** Three attempts of one call that never answers. */
const oneEdgeMs = 3 * attemptMs + 2 * pauseMs;

let gateway: TestGateway;
let clock: ManualClock;
const start = async (options: GatewayOptions = {}) => {
  clock = new ManualClock(0);
  gateway = await startGateway({ ...options, clock });
};
afterEach(() => gateway.stop());

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(setImmediate);
};
/** Calls that have no answer, those included that the gateway has given up. */
const hung = (): number =>
  gateway.emulator.faults
    .list()
    .map(({ hits }) => hits)
    .reduce((sum, hits) => sum + hits, 0);

/** Whether so many calls wait, each twice: for its attempt or the pause after it, and the request for the call. */
const asleep = (calls: number): boolean => clock.asleep === 2 * calls;

/** Lets time pass for so many calls that hang side by side, until the gateway has given each of them up. */
const passWith = async (edges: number): Promise<void> => {
  for (const attempt of [1, 2, 3]) {
    // Other calls in flight have timers, too. Only the time of the calls that hang passes.
    await until(() => hung() === edges * attempt && asleep(edges));
    clock.advance(attemptMs);
    if (attempt === 3) return;
    await until(() => asleep(edges));
    clock.advance(pauseMs);
  }
};

const timedOut = (path: (string | number)[], action: string, language: 'en' | 'zh' = 'en', accountId?: string) => ({
  message: explanations.UPSTREAM_TIMEOUT[language],
  locations: expect.any(Array) as unknown,
  path,
  extensions: {
    code: 'UPSTREAM_TIMEOUT',
    retryable: true,
    ...(accountId === undefined ? {} : { accountId }),
    upstream: { action },
  },
});
const byPath = ({ errors }: GraphQLAnswer<unknown>) =>
  errors?.toSorted((a, b) => (String(a.path) < String(b.path) ? -1 : 1));

it.each(['en', 'zh'] as const)(
  'nulls the one edge of the one account that hangs, after three attempts, and says so in %s',
  async (language) => {
    await start();
    gateway.emulator.faults.add({
      kind: 'hang',
      action: 'GetPayerForAccount',
      parameters: { AccountId: paymentsTest },
    });

    const asked = gateway.query(
      `{
        slow: account(accountId: "${paymentsTest}") { displayName payer { accountId } folder { name } }
        other: account(accountId: "${paymentsProduction}") { displayName payer { accountId } folder { name } }
        configurationRecorder { status }
      }`,
      {},
      { 'accept-language': language },
    );
    await passWith(1);

    expect(await asked).toEqual({
      data: {
        slow: { displayName: '支付测试', payer: null, folder: { name: 'Non-production' } },
        other: {
          displayName: '支付生产',
          payer: { accountId: expect.any(String) as unknown },
          folder: { name: 'Production' },
        },
        configurationRecorder: { status: 'REGISTERED' },
      },
      errors: [timedOut(['slow', 'payer'], 'GetPayerForAccount', language, paymentsTest)],
    });
    expect(gateway.emulator.calls.of('GetPayerForAccount').map(({ status }) => status)).toEqual(
      expect.arrayContaining([null, null, null, 200]),
    );
    expect(gateway.emulator.calls.of('GetPayerForAccount')).toHaveLength(4);
    expect(clock.asleep).toBe(0);
  },
);

it('answers once if several edges hang, in the time of one', async () => {
  const counts = underVersion({
    '2019-01-08': 'GetDiscoveredResourceCounts',
    '2020-09-07': 'GetDiscoveredResourceCountsGroupByRegion',
  } as const);
  await start();
  for (const action of ['GetPayerForAccount', 'GetFolder', 'GetEnrolledAccount', counts] as const)
    gateway.emulator.faults.add({ kind: 'hang', action });

  const asked = gateway.query(`{
    a: account(accountId: "${paymentsTest}") { displayName payer { accountId } }
    b: account(accountId: "${paymentsProduction}") { displayName folder { folderId name } }
    c: account(accountId: "${storefrontProduction}") { displayName enrollment { progress { name } } }
    currentAccount { resourceCounts(by: REGION) { count } resources(first: 1) { nodes { resourceId } } }
    resourceDirectory { resourceDirectoryId }
  }`);
  await passWith(4);
  const answer = await asked;

  expect(answer.data).toEqual({
    a: { displayName: '支付测试', payer: null },
    b: { displayName: '支付生产', folder: { folderId: 'fd-4bYgS0hQpD', name: null } },
    c: { displayName: 'Storefront Production', enrollment: null },
    currentAccount: { resourceCounts: null, resources: { nodes: [{ resourceId: expect.any(String) as unknown }] } },
    resourceDirectory: { resourceDirectoryId: expect.stringMatching(/^rd-/) as unknown },
  });
  expect(byPath(answer)).toEqual([
    timedOut(['a', 'payer'], 'GetPayerForAccount', 'en', paymentsTest),
    timedOut(['b', 'folder', 'name'], 'GetFolder'),
    timedOut(['c', 'enrollment'], 'GetEnrolledAccount', 'en', storefrontProduction),
    timedOut(['currentAccount', 'resourceCounts'], counts),
  ]);
  expect(clock.now()).toBe(oneEdgeMs);
});

it('reports a list that hangs at every account that needs it, for the calls of one', async () => {
  await start();
  gateway.emulator.faults.add({ kind: 'hang', action: 'ListEnrolledAccounts' });

  const asked = gateway.query('{ accounts(first: 5) { nodes { displayName enrollment { status } } } }');
  await passWith(1);
  const answer = await asked;

  expect(answer.data).toEqual({
    accounts: { nodes: Array(5).fill({ displayName: expect.any(String) as unknown, enrollment: null }) },
  });
  expect(byPath(answer)).toEqual(
    [0, 1, 2, 3, 4].map((index) => timedOut(['accounts', 'nodes', index, 'enrollment'], 'ListEnrolledAccounts')),
  );
  expect(gateway.upstreamCalls()).toEqual(['ListAccounts', ...Array<string>(3).fill('ListEnrolledAccounts')]);
  expect(clock.now()).toBe(oneEdgeMs);
});

it('asks again after an attempt that hangs, and has its answer', async () => {
  await start();
  gateway.emulator.faults.add({ kind: 'hang', action: 'GetPayerForAccount', times: 1 });

  const asked = gateway.query(`{ account(accountId: "${paymentsTest}") { payer { accountId } } }`);
  await until(() => gateway.emulator.calls.of('GetPayerForAccount').length === 1 && asleep(1));
  clock.advance(attemptMs);
  await until(() => asleep(1));
  clock.advance(pauseMs);

  expect(await asked).toEqual({ data: { account: { payer: { accountId: expect.any(String) as unknown } } } });
  expect(gateway.emulator.calls.of('GetPayerForAccount').map(({ status }) => status)).toEqual([null, 200]);
});

it('ends a chain of slow edges after 25 seconds, before a router gives the whole request up', async () => {
  const [directory] = smallWorld().directories ?? [];
  if (directory === undefined) throw new Error('The small world has a directory.');
  const members = [{ accountId: memberId, joinTime: '2025-02-01T00:00:00.000Z', folderId: 'fd-projects01' }];
  await start({ world: smallWorld({ directories: [{ ...directory, members }] }) });
  const slow = ['GetResourceDirectory', 'ListFoldersForParent', 'ListAccountsForParent', 'GetPayerForAccount'] as const;
  for (const action of slow) gateway.emulator.faults.add({ kind: 'hang', action, times: 2 });
  gateway.emulator.faults.add({ kind: 'hang', action: 'GetAccount' });
  const isHanging = (action: string, attempts: number) => () =>
    gateway.emulator.calls.of(action).length === attempts && asleep(1);

  const asked = gateway.query(`{
    resourceDirectory { rootFolder { children(first: 2) { nodes { name accounts(first: 2) { nodes { payer { accountId displayName } } } } } } }
    currentAccount { accountId }
  }`);
  for (const action of slow) {
    for (const attempts of [1, 2]) {
      await until(isHanging(action, attempts));
      clock.advance(attemptMs);
      await until(() => asleep(1));
      clock.advance(pauseMs);
    }
  }
  await until(isHanging('GetAccount', 1));
  clock.advance(25_000 - clock.now());

  expect(await asked).toEqual({
    data: {
      resourceDirectory: {
        rootFolder: {
          children: {
            nodes: [{ name: 'Projects', accounts: { nodes: [{ payer: { accountId: memberId, displayName: null } }] } }],
          },
        },
      },
      currentAccount: { accountId: managementId },
    },
    errors: [
      timedOut(
        ['resourceDirectory', 'rootFolder', 'children', 'nodes', 0, 'accounts', 'nodes', 0, 'payer', 'displayName'],
        'GetAccount',
        'en',
        memberId,
      ),
    ],
  });
  expect(gateway.emulator.calls.of('GetAccount')).toHaveLength(1);
});
