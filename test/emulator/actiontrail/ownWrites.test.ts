import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { managementId, memberId, smallWorld } from '../world/worlds';

/** What the gateway itself does is in the trail, too. */

let gateway: TestGateway;
afterEach(() => gateway.stop());

const eventsOf = (accountId: string) => {
  const { world } = gateway.emulator;
  const now = world.clock.now();
  return [...world.trail.search({ accountId, from: now - 60_000, to: now })].map(
    ({ service, operation, isWrite, isGlobal, region, identity, userAgent, error }) => {
      const { type, userName, roleName } = identity;
      return { service, operation, isWrite, isGlobal, region, type, userName, roleName, userAgent, code: error?.code };
    },
  );
};

const byUser = {
  isWrite: true,
  region: 'cn-hangzhou',
  type: 'ram-user',
  userName: 'gateway',
  roleName: undefined,
  userAgent: 'alicloud-governance-gateway',
  code: undefined,
};

it('a mutation makes an event, by the user of the gateway', async () => {
  const keys = [
    {
      id: 'testid',
      secret: 'testsecret',
      accountId: managementId,
      identity: { type: 'RAMUser' as const, name: 'gateway' },
    },
  ];
  gateway = await startGateway({ world: smallWorld({ causes: 'written', keys }) });

  await gateway.query('mutation { startConfigurationRecorder(input: {}) { outcome } }');
  await gateway.query('mutation { startConfigurationRecorder(input: {}) { outcome } }');

  const start = { ...byUser, service: 'Config', operation: 'StartConfigurationRecorder', isGlobal: false };
  // The recorder is being built by then.
  expect(eventsOf(managementId)).toEqual(expect.arrayContaining([start, { ...start, code: 'ProcessIsRunning' }]));
  expect(eventsOf(managementId)).toHaveLength(2);
});

it('one in a member is by the role there, and a read makes none', async () => {
  const allowed = ['config:*'];
  const roles = [{ accountId: memberId, name: 'Writer', trusts: [managementId], allowed }];
  gateway = await startGateway({
    world: smallWorld({ causes: 'written', roles }),
    roles: { memberRole: 'Writer', memberWriteRole: 'Writer' },
  });

  await gateway.query('{ configurationRecorder { status } }');
  await gateway.query(
    `mutation { startConfigurationRecorder(input: { accountId: "${memberId}" }) { outcome errors { message } } }`,
  );

  expect(eventsOf(managementId)).toEqual([]);
  expect(eventsOf(memberId)).toMatchObject([
    { service: 'Config', operation: 'StartConfigurationRecorder', type: 'assumed-role', roleName: 'Writer' },
  ]);
});
