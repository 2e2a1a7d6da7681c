import { demoAccounts } from '../../../src/emulator';
import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterEach(() => {
  gateway.emulator.faults.clear();
});

afterAll(async () => {
  await gateway.stop();
});

const recorderActions = ['DescribeConfigurationRecorder', 'GetConfigurationRecorder'] as const;

it('has a recorder that is NOT_ACTIVATED if the service is not enabled', async () => {
  for (const action of recorderActions) {
    gateway.emulator.faults.add({ kind: 'status', action, status: 404, code: 'ConfigServiceNotEnabled' });
  }

  expect(await gateway.query('{ configurationRecorder { status rawStatus } }')).toEqual({
    data: { configurationRecorder: { status: 'NOT_ACTIVATED', rawStatus: null } },
  });
});

it.each(['AccessDenied', 'Forbidden.SubUser', 'AggregatorMemberNoPermission', 'NotAuthorized'])(
  'is FORBIDDEN, and sent once, if a read is refused with %s',
  async (code) => {
    gateway.emulator.faults.add({ kind: 'status', action: 'ListEnrolledAccounts', status: 403, code });
    gateway.emulator.calls.clear();

    const { errors } = await gateway.query('{ accountEnrollments { nodes { accountId } } }');

    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      expect.objectContaining({ code: 'FORBIDDEN', retryable: false }),
    ]);
    expect(gateway.upstreamCalls()).toEqual(['ListEnrolledAccounts']);
  },
);

it.each([
  ['AccessDenied', 403, 'FORBIDDEN', demoAccounts.paymentsTest],
  ['Forbidden.SubUser', 400, 'FORBIDDEN', demoAccounts.marketing],
  ['SomethingElse', 401, 'FORBIDDEN', demoAccounts.networkHub],
  ['NoSuchRole', 404, 'FORBIDDEN', demoAccounts.sandbox],
  ['InvalidParameter.Unheard', 400, 'UPSTREAM_AUTH', demoAccounts.paymentsProduction],
  ['SomethingElse', 409, 'UPSTREAM_REJECTED', '1265013374926658'],
])(
  'names role and account if AssumeRole is refused with %s, HTTP %d',
  async (upstreamCode, status, code, accountId) => {
    gateway.emulator.faults.add({ kind: 'status', action: 'AssumeRole', status, code: upstreamCode });

    const { errors } = await gateway.query(`{ configurationRecorder(accountId: "${accountId}") { status } }`);

    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(
          `The role “ResourceDirectoryAccountAccessRole” in account ${accountId} cannot be assumed`,
        ) as string,
        extensions: expect.objectContaining({ code }) as object,
      }),
    ]);
  },
);

it.each(['AccessDenied', 'Invalid.Unheard.Value', 'ServiceNotActivated'])(
  'rejects a write that is refused with %s: its outcome is known',
  async (code) => {
    for (const status of [200, 400]) {
      gateway.emulator.faults.add({ kind: 'status', action: 'InitResourceDirectory', status, code, times: 1 });
      // Otherwise the directory that exists decides before the send.
      gateway.emulator.faults.add({
        kind: 'status',
        action: 'GetResourceDirectory',
        status: 403,
        code: 'NoPermission',
      });

      const { data } = await gateway.query<{ initResourceDirectory: { outcome: string } }>(
        'mutation { initResourceDirectory(input: {}) { outcome } }',
      );

      expect(data?.initResourceDirectory.outcome).toBe('REJECTED');
    }
  },
);

it('says that the enterprise edition records everything, and takes `all` for the list', async () => {
  const update = (types: string, dryRun: boolean) =>
    gateway.query<{ updateConfigurationRecorder: { outcome: string; errors: { message: string }[] } }>(
      `mutation { updateConfigurationRecorder(input: { resourceTypes: [${types}], dryRun: ${dryRun} }) { outcome errors { message } } }`,
    );
  for (const action of ['PutConfigurationRecorder', 'UpdateConfigurationRecorder'] as const) {
    const code = 'EnterpriseEditionAllResourceTypesDefault';
    gateway.emulator.faults.add({ kind: 'status', action, status: 400, code, times: 1 });
  }

  const narrowed = await update('"ACS::ECS::Instance"', false);
  gateway.emulator.faults.clear();
  const every = await update('"all"', false);

  expect(narrowed.data?.updateConfigurationRecorder).toEqual({
    outcome: 'REJECTED',
    errors: [
      { message: 'The enterprise edition of Cloud Config records all resource types: the list cannot be narrowed.' },
    ],
  });
  expect(every.data?.updateConfigurationRecorder).toEqual({ outcome: 'IN_PROGRESS', errors: [] });
});
