import { generatedWorld } from '../../../src/emulator';
import { actionNow, cloudConfigVersion } from '../../support/cloudConfigVersion';
import { expectOnPage } from '../../support/questionFigures';
import { SimulatedTime } from '../../support/simulatedTime';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { Lateness } from '../../unit/rpc/manualClock';
import { every } from '../../unit/rpc/manualClock';

/*
 * "Which of our 500 accounts are not recording, when a role is missing in 25 of them?" In simulated time, over an
 * emulator that enforces the documented quotas.
 */

const size = 500;
const { accountId } = generatedWorld(size);
const members = Array.from({ length: size }, (_, index) => accountId(index));
const globalId = (id: string) => Buffer.from(JSON.stringify(['ConfigurationRecorder', id])).toString('base64url');

type Recorder = { readonly accountId: string; readonly status: string } | null;

let time: SimulatedTime;
let gateway: TestGateway;
const start = async (options: { late?: Lateness; random?: () => number } = {}): Promise<void> => {
  time = new SimulatedTime(undefined, options.late);
  gateway = await startGateway({ accounts: size, quotas: true, clock: time, random: options.random });
};
afterEach(() => gateway.stop());

/** The truth, for a caller who may look everywhere. */
const truthOf = (id: string): Recorder => {
  const { recorders } = gateway.emulator.world;
  return { accountId: id, status: recorders.isActivated(id) ? recorders.status(id) : 'NOT_ACTIVATED' };
};
const isTrue = (told: Recorder, id = ''): boolean => JSON.stringify(told) === JSON.stringify(truthOf(id));
const throttled = () => gateway.emulator.calls.all().filter(({ code }) => code?.startsWith('Throttling')).length;

/** Asks it, holds the answer against the truth, and says how long it took. */
const answerInMs = async (): Promise<number> => {
  // As a router asks that resolves a neighbor's 500 accounts.
  const document = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on ConfigurationRecorder { accountId status } }
  }`;
  const of = members.map((id) => ({ __typename: 'ConfigurationRecorder', accountId: id }));
  const before = time.now();

  const { data, errors = [], cost } = await time.passUntil(gateway.ask<{ _entities: Recorder[] }>(document, { of }));

  const recorders = data?._entities ?? [];
  const missing = members.filter((_, index) => recorders[index] === null);
  expect(recorders).toEqual(members.map((id) => (missing.includes(id) ? null : truthOf(id))));
  // One in twenty lacks the role, one in 97 is suspended; nothing else failed.
  expect(missing).toEqual(members.filter((_, index) => index % 20 === 13 || index % 97 === 3));
  expect(errors.map(({ path }) => String(path)).sort()).toEqual(
    missing.map((id) => `_entities,${members.indexOf(id)}`).sort(),
  );
  expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(['FORBIDDEN']));
  expect(throttled()).toBe(0);
  expect(gateway.emulator.calls.byAction).toEqual({
    GetCallerIdentity: expect.any(Number) as number,
    AssumeRole: size,
    [actionNow('DescribeConfigurationRecorder')]: size - missing.length,
  });
  expect(cost).toMatchObject({ estimatedCalls: size, actualCalls: size - missing.length });
  expectOnPage({
    version: cloudConfigVersion,
    accounts: size,
    recorders: size - missing.length,
    falseStatements: recorders.filter((one, index) => one !== null && !isTrue(one, members[index])).length,
    nulls: missing.length,
    throttled: throttled(),
    calls: { AssumeRole: size, [actionNow('DescribeConfigurationRecorder')]: cost.actualCalls },
    below: 8,
  });
  return time.now() - before;
};

describe('is answered by one document within the deadline: what could be read is true, what could not is null and told', () => {
  it('by an upstream and a machine that have nothing else to do', async () => {
    await start();

    // 100 sessions a second may be opened, of which the gateway takes 80.
    expect(await answerInMs()).toBeLessThan(8000);
  });

  it('by an upstream that takes its time and a machine that looks after its timers every 25 ms', async () => {
    let seed = 1;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    await start({ late: every(25), random });
    const { faults } = gateway.emulator;
    for (const action of ['AssumeRole', actionNow('DescribeConfigurationRecorder')]) {
      faults.add({ kind: 'latency', action, ms: 150 });
      faults.add({ kind: 'latency', action, ms: 100, probability: 0.5 });
      faults.add({ kind: 'latency', action, ms: 150, probability: 0.3, when: 'after' });
    }

    // What is on the wire, and for a second after it, counts against the 100, too.
    expect(await answerInMs()).toBeLessThan(9000);
  });
});

it('is answered again for no session and no call of STS, while sessions last', async () => {
  await start();
  const recorders = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ConfigurationRecorder { status } } }`;
  const ids = members.slice(0, 100).map(globalId);
  await time.passUntil(gateway.ask(recorders, { ids }));
  gateway.emulator.calls.clear();

  await time.passUntil(gateway.ask(recorders, { ids }));

  expect(gateway.emulator.calls.byAction).toEqual({ [actionNow('DescribeConfigurationRecorder')]: 94 });
});

it('reads recorders and timelines of a hundred members in one document, and is never throttled', async () => {
  await start();
  const document = `{ accounts(first: 100) { nodes { accountId configurationRecorder { status } resources(first: 1) { nodes { configurationTimeline(first: 5) { nodes { capturedAt } } } } } } }`;

  const { data, errors = [] } = await time.passUntil(
    gateway.query<{ accounts: { nodes: { resources: object | null }[] } }>(document),
  );

  const read = data?.accounts.nodes.filter(({ resources }) => resources !== null);
  expect(read).toHaveLength(92);
  expect(JSON.stringify(read)).toContain('capturedAt');
  // Without the role or suspended: both fields; without Cloud Config: there is a recorder, and there are no resources.
  const codes = errors.map(({ extensions }) => extensions?.code);
  expect([codes.filter((code) => code === 'FORBIDDEN'), codes.filter((code) => code === 'NOT_FOUND')]).toMatchObject([
    { length: 12 },
    { length: 2 },
  ]);
  expect(codes).toHaveLength(14);
  expect(throttled()).toBe(0);
});
