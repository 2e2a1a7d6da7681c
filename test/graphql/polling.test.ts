import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { demoAccounts } from '../../src/emulator';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/* `pollAfterMs` of what changes by itself: when to look again, and when no more. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

it('says when to read a recorder again, until it is rebuilt', async () => {
  const document = '{ configurationRecorder { status pollAfterMs } }';
  const before = await gateway.query(document);
  await gateway.query(
    'mutation { updateConfigurationRecorder(input: { resourceTypes: ["ACS::ECS::Instance"] }) { outcome } }',
  );

  const meanwhile = await gateway.query(document);
  gateway.emulator.world.clock.advance(6 * 60_000);
  const after = await gateway.query(document);

  expect(before.data).toEqual({ configurationRecorder: { status: 'REGISTERED', pollAfterMs: null } });
  expect(meanwhile.data).toEqual({ configurationRecorder: { status: 'REBUILDING', pollAfterMs: 10_000 } });
  expect(after.data).toEqual({ configurationRecorder: { status: 'REGISTERED', pollAfterMs: null } });
});

it('says when to read an enrollment again, until it ends, and costs no call', async () => {
  const document = (accountId: string, field: string) =>
    `{ account(accountId: "${accountId}") { enrollment { status ${field} } } }`;
  const callsOf = async (field: string) => {
    gateway.emulator.calls.clear();
    await gateway.query(document(demoAccounts.marketing, field));
    return gateway.upstreamCalls();
  };

  const running = await gateway.query(document(demoAccounts.marketing, 'pollAfterMs'));
  const finished = await gateway.query(document(demoAccounts.networkHub, 'pollAfterMs'));

  expect(running.data).toEqual({ account: { enrollment: { status: 'RUNNING', pollAfterMs: 10_000 } } });
  expect(finished.data).toEqual({ account: { enrollment: { status: 'FINISHED', pollAfterMs: null } } });
  expect(await callsOf('pollAfterMs')).toEqual(await callsOf(''));
});

it.each([
  ['REGISTRABLE', null],
  ['BUILDING', 10_000],
  ['REBUILDING', 10_000],
  ['REGISTERED', null],
  ['NEW_STATUS', null],
])('a recorder that is %s has %s', (status, expected) => {
  const record = { ConfigurationRecorderStatus: status } as Parameters<typeof ConfigurationRecorder.fromRecord>[1];

  expect(ConfigurationRecorder.fromRecord('1', record).pollAfterMs).toBe(expected);
});

it.each([
  ['Pending', 10_000],
  ['Scheduling', 10_000],
  ['Running', 10_000],
  ['Finished', null],
  ['Failed', null],
  ['ScheduleFailed', null],
])('an enrollment that is %s has %s', (status, expected) => {
  const record = { AccountUid: '1', Status: status } as Parameters<typeof AccountEnrollment.fromRecord>[1];

  expect(AccountEnrollment.fromRecord('1', record).pollAfterMs).toBe(expected);
});
