import { buildSubgraph } from '../../../src/buildSchema';
import type { FaultRuleInput } from '../../../src/emulator';
import { memberId, outsiderId, smallWorld } from '../../emulator/world/worlds';
import { documentedStates } from '../../support/documentedStates';
import type { GatewayOptions, GraphQLAnswer, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { Payload } from './payloads';
import { allObjects, fullMutation, mutationNames, nothingShown } from './payloads';

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const secrets = { memberid: 'membersecret', outsiderid: 'outsidersecret' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: smallWorld({ management: { recorder: active } }) });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

/** An input of each mutation that is valid. */
const inputs: Readonly<Record<string, string>> = {
  startConfigurationRecorder: '',
  stopConfigurationRecorder: '',
  updateConfigurationRecorder: 'resourceTypes: ["ACS::ECS::Instance"]',
  initResourceDirectory: '',
  enrollAccount: `accountId: "${memberId}"`,
  createAccount: 'accountNamePrefix: "shop", displayName: "Shop"',
};
const everyMutation = Object.entries(inputs);

const payloadOf = ({ data }: GraphQLAnswer<Record<string, Payload>>): Payload => {
  const [payload] = Object.values(data ?? {});
  if (payload === undefined) throw new Error('No payload came.');
  return payload;
};

/** Sends a document in both languages. Each is rejected, so the second meets the state of the first. */
const inBothLanguages = async (
  options: GatewayOptions,
  document: string,
): Promise<GraphQLAnswer<Record<string, Payload>>[]> => {
  const own = await startGateway(options);
  const english = await own.query<Record<string, Payload>>(document);
  const chinese = await own.query<Record<string, Payload>>(document, {}, { 'accept-language': 'zh' });
  await own.stop();
  return [english, chinese];
};

const expectNothingShown = (name: string, answer: GraphQLAnswer<Record<string, Payload>>): void => {
  expect(answer.errors).toBeUndefined();
  expect(payloadOf(answer)).toMatchObject({ outcome: 'REJECTED', ...nothingShown(name) });
  expect(payloadOf(answer).errors).not.toEqual([]);
};

it('knows every mutation and every object of its payload', () => {
  const fields = buildSubgraph({ relayNodeFields: true }).schema.getMutationType()?.getFields() ?? {};

  expect(Object.keys(fields).sort()).toEqual([...mutationNames].sort());
  for (const name of mutationNames) {
    expect(Object.keys(nothingShown(name)).length).toBeGreaterThan(0);
    expect(inputs).toHaveProperty(name);
  }
});

it.each(documentedStates.filter(({ outcome }) => outcome === 'REJECTED'))(
  'shows nothing and fails nowhere else if $action answers $upstreamCode',
  async ({ document, world, key }) => {
    const [, name = ''] = /(\w+)\(input/.exec(document) ?? [];
    const keys = key && { accessKeyId: key, accessKeySecret: secrets[key] };
    const everything = document.replace('requestId', `requestId ${allObjects(name)}`);

    const answers = await inBothLanguages({ world, ...keys }, everything);

    for (const answer of answers) expectNothingShown(name, answer);
  },
);

it.each(everyMutation)('shows nothing and fails nowhere else if %s is switched off', async (name, input) => {
  const answers = await inBothLanguages({ world: 'fresh', mutations: false }, fullMutation(name, input));

  for (const answer of answers) expectNothingShown(name, answer);
});

it.each(everyMutation)('shows nothing and fails nowhere else if all of %s is throttled', async (name, input) => {
  gateway.emulator.faults.add({ kind: 'throttle', retryAfterMs: 60_000 });

  const answer = await gateway.query<Record<string, Payload>>(fullMutation(name, input));

  expectNothingShown(name, answer);
});

it.each(everyMutation)('shows nothing and fails nowhere else if the upstream of %s is gone', async (name, input) => {
  const own = await startGateway({ world: smallWorld() });
  await own.emulator.close();

  const answer = await own.query<Record<string, Payload>>(fullMutation(name, input));
  await own.stop();

  expectNothingShown(name, answer);
});

it.each(everyMutation)('shows nothing and fails nowhere else if the keys of %s are not known', async (name, input) => {
  const answers = await inBothLanguages(
    { world: smallWorld(), accessKeyId: 'nosuchkey', accessKeySecret: 'nosuchsecret' },
    fullMutation(name, input),
  );

  for (const answer of answers) expectNothingShown(name, answer);
});

it.each(everyMutation)('shows nothing and fails nowhere else if %s is forbidden', async (name, input) => {
  const denied = smallWorld({ key: { denied: ['config:*', 'governance:*', 'resourcemanager:*'] } });

  const answers = await inBothLanguages({ world: denied }, fullMutation(name, input));

  for (const answer of answers) {
    expect(answer.errors).toBeUndefined();
    expect(payloadOf(answer)).toMatchObject({ outcome: 'REJECTED', errors: [{ code: expect.any(String) as string }] });
  }
});

it.each([
  ['startConfigurationRecorder', `accountId: "${outsiderId}"`],
  ['stopConfigurationRecorder', `accountId: "${outsiderId}"`],
  ['updateConfigurationRecorder', `accountId: "${outsiderId}", resourceTypes: ["ACS::ECS::Instance"]`],
  ['enrollAccount', `accountId: "${outsiderId}"`],
  ['enrollAccount', 'accountId: "1999999999999999"'],
  ['enrollAccount', 'accountId: "none"'],
  ['createAccount', 'accountNamePrefix: "", displayName: "a"'],
])('shows no account to %s that it cannot reach, or that does not exist: %s', async (name, input) => {
  for (const more of ['', ' dryRun: true']) {
    expectNothingShown(name, await gateway.query(fullMutation(name, `${input}${more}`)));
  }
});

describe('with every answer broken, the reads after it included', () => {
  const faults: readonly FaultRuleInput[] = [
    { kind: 'status' },
    { kind: 'status', when: 'after' },
    { kind: 'reset' },
    { kind: 'html' },
    { kind: 'empty', when: 'after' },
    { kind: 'truncated' },
  ];

  it.each(everyMutation)('%s says how it ended in its payload, and fails nowhere else', async (name, input) => {
    for (const fault of faults) {
      gateway.emulator.reset();
      gateway.emulator.faults.add(fault);

      const answer = await gateway.query<Record<string, Payload>>(fullMutation(name, input));

      const { outcome, errors } = payloadOf(answer);
      expect([fault.kind, answer.errors]).toEqual([fault.kind, undefined]);
      expect(['UNKNOWN', 'REJECTED']).toContain(outcome);
      if (outcome === 'REJECTED') expect(payloadOf(answer)).toMatchObject(nothingShown(name));
      for (const { message, retryable, retryAfterMs } of errors) {
        if (outcome === 'REJECTED' && retryable) continue;
        expect(message).not.toMatch(/try again|again later|retry/i);
        expect(retryAfterMs).toBeNull();
      }
    }
  });
});
