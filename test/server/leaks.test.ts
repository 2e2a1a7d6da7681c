import { pino } from 'pino';
import type { Emulator, FaultRuleInput } from '../../src/emulator';
import { demoAccounts, demoWorld, startEmulator } from '../../src/emulator';
import { operations } from '../../src/operations';
import type { Operation, RequestOf } from '../../src/operations/operation';
import type { CallOptions, RequestContext, RpcClient, SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient } from '../../src/rpc/client';
import { assumedRoles } from '../../src/rpc/credentials/assumedRoles';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { startServer } from '../../src/server/startServer';
import { defaultRoles, developmentExposure } from '../../src/settings';
import { findSecrets } from '../support/secrets';
import { isSoak } from '../support/soak';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import { startWiretap } from '../support/wiretap';
import type { Wiretap } from '../support/wiretap';

const key = { id: 'LTAI5tCanaryKeyOfTheGateway', secret: 'cAnArY/secret+of=the&gateway' };
const session = { id: 'STS.NCanaryKeyOfASession', secret: 'cAnArY/secret+of=a&session' };
const token = 'CAIS+cAnArY/token=of%a!session';
const externalId = 'cAnArY/external+id=of:the-gateway';
const ofSandbox = 'cAnArY/external+id=of:one-account';

/** What a developer has in the environment, and an emulator must never see. */
const personal = {
  ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tCanaryKeyOfADeveloper',
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'cAnArY/secret+of=a&developer',
  ALIBABA_CLOUD_SECURITY_TOKEN: 'cAnArY/token+of=a&developer',
};

/** The account group of the whole directory. */
const groupId = 'ca-1f6b0d94e27c4a53b8d0';

/** Every operation of the catalogue is behind one of these fields, in one of the deployments below. */
const reads = `query Everything($key: CloudResourceKeyInput!, $ofMember: CloudResourceKeyInput!, $of: [_Any!]!) {
  member: configurationRecorder(accountId: "${demoAccounts.paymentsProduction}") { status }
  noRole: configurationRecorder(accountId: "${demoAccounts.overseasRetail}") { status }
  currentAccount { accountId configurationRecorder { status } enrollment { status progress { status } failure { message } } }
  resourceDirectory { resourceDirectoryId rootFolder { folderId } }
  account(accountId: "${demoAccounts.paymentsProduction}") { displayName payer { accountId } resources(first: 2) { nodes { resourceName } } byRegion: resourceCounts(by: REGION) { count } byType: resourceCounts(by: RESOURCE_TYPE) { count } }
  accounts(first: 2) { nodes { displayName } }
  folder(folderId: "fd-4bYgS0hQpD") { name ancestors { name } children { nodes { name } } accounts { nodes { displayName } } }
  supportedResourceTypes
  cloudResource(key: $ofMember) { resourceName configuration complianceTimeline(first: 2) { nodes { rawDiff rawEvaluation } } }
  timelineOfMember: configurationTimeline(resource: $ofMember, first: 5) { nodes { rawDiff } }
  accountGroups { nodes { name } }
  accountGroup(accountGroupId: "${groupId}") { name members(first: 2) { nodes { recorderStatus } } byRegion: resourceCounts(by: REGION) { count } byType: resourceCounts(by: RESOURCE_TYPE) { count } }
  cloudResources(first: 2) { nodes { resourceName } }
  accountEnrollments(first: 2) { nodes { status } }
  accountFactoryBaselines(first: 2) { nodes { name items { name } } }
  accountFactoryBaselineItems(first: 2) { nodes { name } }
  configurationTimeline(resource: $key, first: 100) { nodes { capturedAt rawDiff tags { key } rawTags attribution { events { operation sourceIp } } } }
  _entities(representations: $of) { __typename ... on AccountEnrollment { enrollmentStatus: status } }
}`;
const writes = `mutation Everything {
  startConfigurationRecorder(input: {}) { outcome requestId errors { code message upstreamCode } }
  ofMember: startConfigurationRecorder(input: { accountId: "${demoAccounts.sandbox}" }) { outcome requestId errors { code message upstreamCode } }
  updateConfigurationRecorder(input: { accountId: "${demoAccounts.sandbox}", resourceTypes: ["ACS::ECS::Instance"] }) { outcome requestId errors { code message upstreamCode } }
  stopConfigurationRecorder(input: { accountId: "${demoAccounts.sandbox}" }) { outcome requestId errors { code message upstreamCode } }
  initResourceDirectory(input: {}) { outcome requestId errors { code message upstreamCode } }
  enrollAccount(input: { accountId: "${demoAccounts.sandbox}" }) { outcome errors { code message upstreamCode } }
}`;

/** A document may do only one thing that cannot be undone. */
const creates = `mutation Create {
  createAccount(input: { accountNamePrefix: "leak", displayName: "Leak" }) { outcome errors { code message upstreamCode } }
}`;

const variables = {
  key: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-bp1a9fk3m7q2x8c5v0zt' },
  ofMember: {
    accountId: demoAccounts.paymentsProduction,
    region: 'cn-hangzhou',
    resourceType: 'ACS::ECS::Instance',
    resourceId: 'i-bp1h4kq7w2m9x0c3v8ze',
  },
  of: [{ __typename: 'AccountEnrollment', accountId: demoAccounts.paymentsTest }],
};

/** Each as its settings make it, in what it differs from others by the operations that it calls. */
const deployments: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['in the older Cloud Config', { CLOUD_CONFIG_API_VERSION: '2019-01-08' }],
  ['in the newer Cloud Config', { CLOUD_CONFIG_API_VERSION: '2020-09-07' }],
  ['through an account group', { CLOUD_CONFIG_API_VERSION: '2020-09-07', MEMBER_ACCESS: 'account-group' }],
];

/** The operations that the deployments have called, with the versions of their products. */
const called = new Set<string>();

/** Few enough of each that most calls get through in the end, and some do not. */
const faults: readonly (FaultRuleInput | undefined)[] = [
  undefined,
  { kind: 'latency', ms: 5 },
  { kind: 'hang', action: 'GetResourceDirectory', times: 1 },
  { kind: 'status', times: 6 },
  { kind: 'status', times: 6, code: 'InternalError', status: 500 },
  { kind: 'throttle', times: 6, retryAfterMs: 60_000 },
  { kind: 'reset', times: 6 },
  { kind: 'resetInBody', times: 6 },
  { kind: 'truncated', times: 6 },
  { kind: 'html', times: 6, status: 502 },
  { kind: 'empty', times: 6 },
  { kind: 'oddCasing' },
  { kind: 'idsAs', as: 'number' },
  { kind: 'malformedTags' },
  { kind: 'escapedJson' },
  { kind: 'otherTagWrapper' },
  { kind: 'cutNames' },
  { kind: 'unknownEnum' },
  // Otherwise the directory that exists spares the write.
  { kind: 'status', status: 403, code: 'NoPermission', action: 'GetResourceDirectory' },
];

/** An emulator, and who listens on the line to it. */
interface Line {
  readonly emulator: Emulator;
  readonly wiretap: Wiretap;
}

const openLine = async (): Promise<Line> => {
  const world = demoWorld();
  const accountId = demoAccounts.management;
  const lasting = { securityToken: token, expiresAt: '2099-01-01T00:00:00Z' };
  const keys = [
    { ...key, accountId },
    { ...session, accountId, session: lasting },
  ];
  const emulator = await startEmulator({ world: { ...world, keys: [...(world.keys ?? []), ...keys] }, quotas: false });
  const wiretap = await startWiretap(emulator.url);
  closing.push(async () => {
    await wiretap.close();
    await emulator.close();
  });
  return { emulator, wiretap };
};

const closing: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** A field of each document. */
const fieldOf = new Map([
  [reads, 'currentAccount'],
  [writes, 'initResourceDirectory'],
  [creates, 'createAccount'],
]);

/** Everything that a client of the gateway sees of one answer: headers, body, and the trace in the body. */
const ask = async (url: string, query: string, headers: Record<string, string> = {}): Promise<string> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-federation-include-trace': 'ftv1', ...headers },
    body: JSON.stringify({ query, variables: query === reads ? variables : {} }),
  });
  const body = await response.text();
  const { ftv1 } = (JSON.parse(body) as { extensions: { ftv1: string } }).extensions;
  const trace = Buffer.from(ftv1, 'base64').toString('utf8');
  expect(trace).toContain(fieldOf.get(query) ?? '?');
  return [JSON.stringify([...response.headers]), body, trace].join('\n');
};

/** `npm test` deals the faults out to the deployments; each has no fault, too. */
const faultsOf = (deployment: string): typeof faults =>
  faults.filter(
    (fault, index) =>
      isSoak ||
      fault === undefined ||
      index % deployments.length === deployments.findIndex(([name]) => name === deployment),
  );

/** Asks everything under the faults. */
const askEverything = async (emulator: Emulator, url: string, chosen: typeof faults): Promise<string> => {
  const seen: string[] = [];
  for (const fault of chosen) {
    emulator.faults.clear();
    if (fault) emulator.faults.add(fault);
    const zh = { 'accept-language': 'zh' };
    seen.push(...(await Promise.all([ask(url, reads), ask(url, writes, zh), ask(url, creates, zh)])));
  }
  return seen.join('\n');
};

/** The keys and tokens of sessions in members, which the gateway got for itself. */
const sessions = ({ emulator, wiretap }: Line): Record<string, string> => {
  const ids = wiretap.values('AccessKeyId').filter((id) => id.startsWith('STS.') && id !== session.id);
  expect(ids).toHaveLength(2);
  return Object.fromEntries(
    ids.flatMap((id, index) => {
      const key = emulator.world.accessKey(id);
      if (key?.session === undefined) throw new Error('The emulator does not know the key of a session.');
      return [
        [`id of session ${index}`, id],
        [`secret of session ${index}`, key.secret],
        [`token of session ${index}`, key.session.securityToken],
      ];
    }),
  );
};

const signatures = ({ wiretap }: Line) =>
  Object.fromEntries(wiretap.values('Signature').map((signature, index) => [`signature ${index}`, signature]));

interface Deployment {
  readonly line: Line;
  readonly gateway: StartedProcess;
  readonly url: string;
}

/** A process with these settings. */
const deploy = async (settings: Readonly<Record<string, string>>): Promise<Deployment> => {
  const line = await openLine();
  const gateway = startProcess('src/main.ts', {
    ...personal,
    ...settings,
    PORT: '0',
    EMULATOR_URL: line.wiretap.url,
    EMULATOR_ACCESS_KEY_ID: key.id,
    EMULATOR_ACCESS_KEY_SECRET: key.secret,
    ROLE_EXTERNAL_ID: externalId,
    ROLE_EXTERNAL_ID_OVERRIDES: `${demoAccounts.sandbox}=${ofSandbox}`,
    LOG_LEVEL: 'debug',
    // A slow machine is no reason to turn requests away.
    MAX_EVENT_LOOP_DELAY_MS: '0',
  });
  closing.push(() => gateway.kill());
  const [, url = ''] = await gateway.printed(/"url":"(http[^"]+)"/);
  return { line, gateway, url };
};

/** Asks the process everything. */
const expectNothingLeaks = async (deployment: string, { line, gateway, url }: Deployment): Promise<void> => {
  const { emulator, wiretap } = line;
  const answers = await askEverything(emulator, url, faultsOf(deployment));
  gateway.child.kill('SIGTERM');

  expect(await gateway.exited()).toBe(0);
  for (const { version, action } of emulator.calls.all()) called.add(`${version} ${action}`);
  expect(wiretap.values('AccessKeyId').filter((id) => !id.startsWith('STS.'))).toEqual([key.id]);
  expect(wiretap.values('ExternalId').sort()).toEqual([ofSandbox, externalId]);
  expect(findSecrets(personal, { wire: wiretap.sent })).toEqual([]);
  const told = { externalId, ofSandbox, ...sessions(line) };
  const secrets = { id: key.id, secret: key.secret, ...told, ...signatures(line), ...personal };
  expect(Object.keys(secrets).length).toBeGreaterThan(100);
  expect(findSecrets(secrets, { answers, stdout: gateway.stdout, stderr: gateway.stderr })).toEqual([]);
  expect(gateway.stdout).toContain('"operationName":"Everything"');
};

describe('the process', () => {
  const outcomes = new Map<string, Promise<void>>();
  beforeAll(async () => {
    // One after another: processes that start side by side starve each other on a busy machine.
    const deployed: [string, Deployment][] = [];
    for (const [name, settings] of deployments) deployed.push([name, await deploy(settings)]);
    // Side by side: most of the time, they wait for an upstream that fails.
    for (const [name, deployment] of deployed) {
      const outcome = expectNothingLeaks(name, deployment);
      // Its test awaits it. Until then a failure must not count as unhandled.
      outcome.catch(() => undefined);
      outcomes.set(name, outcome);
    }
  });

  it.each(deployments.map(([deployment]) => deployment))(
    'leaves no key and no signature in what it prints or answers, and keeps a developer’s own keys from the emulator: %s',
    async (deployment) => {
      await expect(outcomes.get(deployment)).resolves.toBeUndefined();
    },
  );
});

it('is held for every operation of the catalogue', () => {
  // Only the doctor calls these.
  const ofDoctor = ['DescribeRegions', 'DescribeTrails', 'GetGlobalEventsStorageRegion', 'GetTrailStatus'];
  const all = operations.filter(({ action }) => !ofDoctor.includes(action));

  expect([...called].sort()).toEqual(all.map(({ product, action }) => `${product.version} ${action}`).sort());
});

/** The same client, but signing URLs: no operation so far needs that, and the next one may. */
const byGet = <R extends RpcClient>(rpc: R): R => ({
  ...rpc,
  call: <O extends Operation>(operation: O, request: RequestOf<O>, options?: CallOptions) =>
    rpc.call<O>({ ...operation, methods: ['GET'] }, request, options),
});

const wrong = { secret: 'cAnArY/another+secret=of&a session', token: 'CAIS+cAnArY/another=token' };

it.each([
  ['are accepted', 'POST', session.secret, token],
  ['are accepted', 'GET', session.secret, token],
  ['sign wrongly', 'POST', wrong.secret, token],
  ['sign wrongly', 'GET', wrong.secret, token],
  ['lack their token', 'GET', session.secret, wrong.token],
])(
  'leaves no token in what is logged or answered, if temporary keys %s by %s',
  async (how, method, secret, securityToken) => {
    const log: string[] = [];
    const line = await openLine();
    const { emulator, wiretap } = line;
    const client: SharedRpcClient = createRpcClient({
      endpoints: () => wiretap.url,
      credentials: assumedRoles({
        own: staticKeys(session.id, secret, securityToken),
        rpc: () => client,
        roles: { ...defaultRoles, externalId },
      }),
    });
    const rpc =
      method === 'POST'
        ? client
        : { ...byGet(client), withContext: (context: RequestContext) => byGet(client.withContext(context)) };
    const server = await startServer({
      upstream: { name: 'emulator', rpc, now: () => emulator.world.clock.now(), forget: () => undefined },
      logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
      auditLog: { write: async (entry) => void log.push(JSON.stringify(entry)) },
      host: '127.0.0.1',
      port: 0,
      mutations: true,
      relayNodeFields: true,
      cloudConfigVersion: '2019-01-08',
      maxUpstreamCalls: 600,
      exposure: developmentExposure,
    });

    const answers = [await ask(server.url, reads), await ask(server.url, writes), await ask(server.url, creates)].join(
      '\n',
    );
    await server.stop();

    expect(wiretap.values('SecurityToken')).toContain(securityToken);
    expect(wiretap.sent.includes('GET /?')).toBe(method === 'GET');
    expect(answers.includes('REGISTERED')).toBe(how === 'are accepted');
    const opened = how === 'are accepted' ? sessions(line) : {};
    const secrets = { id: session.id, secret, securityToken, externalId, ...opened, ...signatures(line) };
    expect(Object.keys(secrets).length).toBeGreaterThan(4);
    expect(findSecrets(secrets, { answers, log: log.join('') })).toEqual([]);
  },
);
