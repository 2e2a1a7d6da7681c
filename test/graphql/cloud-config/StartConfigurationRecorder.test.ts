import { demoAccounts, freshAccountId } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: 'fresh' });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const minute = 60_000;
/** Not in this world. */
const unknownId = demoAccounts.sandbox;
const start = `
  mutation ($input: StartConfigurationRecorderInput!) {
    startConfigurationRecorder(input: $input) {
      outcome requestId
      errors { code upstreamCode message field retryable retryAfterMs }
      configurationRecorder { accountId status organizationEnableStatus }
    }
  }`;
const run = (input: object, on = gateway) => on.query<{ startConfigurationRecorder: object }>(start, { input });
const status = async (): Promise<unknown> => (await gateway.query('{ configurationRecorder { status } }')).data;

it('starts from nothing: BUILDING for minutes of world time, then REGISTERED', async () => {
  expect(await status()).toEqual({ configurationRecorder: { status: 'NOT_ACTIVATED' } });

  const answer = await run({});

  const [requestId] = gateway.emulator.calls.of('StartConfigurationRecorder').map((call) => call.requestId);
  expect(answer).toEqual({
    data: {
      startConfigurationRecorder: {
        outcome: 'IN_PROGRESS',
        requestId,
        errors: [],
        configurationRecorder: { accountId: freshAccountId, status: 'BUILDING', organizationEnableStatus: null },
      },
    },
  });
  gateway.emulator.world.clock.advance(4 * minute);
  expect(await status()).toEqual({ configurationRecorder: { status: 'BUILDING' } });
  gateway.emulator.world.clock.advance(minute);
  expect(await status()).toEqual({ configurationRecorder: { status: 'REGISTERED' } });
});

it('lets the first scan begin the timelines of what is there', async () => {
  const timeline = `{
    configurationTimeline(resource: { region: "cn-hangzhou", resourceType: "ACS::OSS::Bucket", resourceId: "new-harbour-assets" }) {
      nodes { eventType changes { path kind } }
    }
  }`;
  await run({});
  const before = await gateway.query(timeline);

  gateway.emulator.world.clock.advance(6 * minute);
  const after = await gateway.query(timeline);

  expect(before).toMatchObject({
    data: { configurationTimeline: null },
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  });
  expect(after).toEqual({
    data: {
      configurationTimeline: {
        nodes: [
          {
            eventType: 'DISCOVERED',
            changes: [
              { path: 'AccessControlList', kind: 'ADDED' },
              { path: 'Versioning', kind: 'ADDED' },
            ],
          },
        ],
      },
    },
  });
});

it('is IN_PROGRESS, with the documented code, if the upstream is at it already', async () => {
  await run({});

  const { data, errors } = await run({});

  expect(errors).toBeUndefined();
  expect(data?.startConfigurationRecorder).toMatchObject({
    outcome: 'IN_PROGRESS',
    errors: [{ code: 'CONFLICT', upstreamCode: 'ProcessIsRunning', retryable: true, field: null }],
    configurationRecorder: { status: 'BUILDING' },
  });
  expect(gateway.emulator.calls.effects()).toHaveLength(1);
});

it.each(['BUILDING', 'REGISTRABLE'] as const)(
  'reads the status afterwards: the direct answer said %s',
  async (reading) => {
    gateway.emulator.readings.choose({ startAnswer: reading });

    const { data } = await run({});

    expect(data?.startConfigurationRecorder).toMatchObject({
      outcome: 'IN_PROGRESS',
      configurationRecorder: { status: 'BUILDING' },
    });
  },
);

it('does not read the recorder if nobody asks for it', async () => {
  await gateway.query('mutation { startConfigurationRecorder(input: {}) { outcome } }');

  expect(gateway.upstreamCalls()).toEqual(['StartConfigurationRecorder']);
});

it.each([
  ['unchanged', 'SUCCEEDED', 'REGISTERED'],
  ['rebuild', 'IN_PROGRESS', 'REBUILDING'],
] as const)(
  'reports the true state if a recorder is REGISTERED already: upstream %s',
  async (reading, outcome, after) => {
    await run({});
    gateway.emulator.world.clock.advance(10 * minute);
    gateway.emulator.readings.choose({ startWhenRegistered: reading });

    const { data } = await run({});

    expect(data?.startConfigurationRecorder).toMatchObject({
      outcome,
      errors: [],
      configurationRecorder: { status: after },
    });
  },
);

it('upgrades an organization if its management account asks for the enterprise edition', async () => {
  const demo = await startGateway();

  const { data } = await run({ enterpriseEdition: true }, demo);
  demo.emulator.world.clock.advance(5 * minute);
  const again = await run({ enterpriseEdition: true }, demo);

  const versions = demo.emulator.calls.of('StartConfigurationRecorder').map(({ version }) => version);
  const sandbox = demo.emulator.world.recorders.status(demoAccounts.sandbox);
  await demo.stop();
  expect(data?.startConfigurationRecorder).toMatchObject({
    outcome: 'IN_PROGRESS',
    errors: [],
    configurationRecorder: { status: 'REGISTERED', organizationEnableStatus: 'BUILDING' },
  });
  expect(again.data?.startConfigurationRecorder).toMatchObject({
    outcome: 'ALREADY_DONE',
    configurationRecorder: { organizationEnableStatus: 'REGISTERED' },
  });
  expect(sandbox).toBe('REGISTERED');
  // The newer one has no such edition.
  expect(versions).toEqual(['2019-01-08']);
});

it('is REJECTED for an account whose role cannot be assumed, before the write is sent', async () => {
  const { data } = await run({ accountId: unknownId });

  expect(data).toEqual({
    startConfigurationRecorder: {
      outcome: 'REJECTED',
      requestId: expect.any(String) as string,
      errors: [
        {
          code: 'FORBIDDEN',
          upstreamCode: 'EntityNotExist.Role',
          message: `The role “ResourceDirectoryAccountAccessRole” in account ${unknownId} cannot be assumed: the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.`,
          field: null,
          retryable: false,
          retryAfterMs: null,
        },
      ],
      configurationRecorder: null,
    },
  });
  expect(gateway.upstreamCalls()).toEqual([]);
});
