import { settingsCheck } from '../../src/doctor/checks/settings';
import { examine } from '../../src/doctor/examine';
import { openProbe } from '../../src/doctor/openProbe';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { NoCredentials } from '../../src/rpc/credentials/credentials';
import type { CredentialsSource } from '../../src/rpc/credentials/credentials';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { parseSettings } from '../../src/settings';
import type { Front, TunnelProxy } from '../support/network';
import { authorityFile, startTlsFront, startTunnelProxy } from '../support/network';
import { freePort } from '../support/startProcess';
import { waitingTime } from '../support/waitingTime';

let emulator: Emulator;
let front: Front;
let proxy: TunnelProxy;

beforeAll(async () => {
  emulator = await startEmulator({ quotas: false });
  front = await startTlsFront(emulator.port);
  proxy = await startTunnelProxy({ targetPort: front.port, user: 'gateway:hunter2' });
});

afterAll(async () => {
  await proxy.close();
  await front.close();
  await emulator.close();
});

/** The report on a gateway for Alibaba Cloud whose hosts are all of our own; behind a proxy, they are {@link lotusHosts}. */
const reportOn = async (
  environment: Record<string, string>,
  credentials: CredentialsSource = staticKeys('testid', 'testsecret'),
) => {
  const ours = `https://127.0.0.1:${front.port}`;
  const { settings, problems } = parseSettings({
    UPSTREAM: 'alibaba-cloud',
    ENDPOINTS: `cloud-config=${ours},resource-manager=${ours},governance=${ours},sts=${ours}`,
    ...environment,
  });
  if (!settings) throw new Error(problems.join('\n'));
  // No setting may name such hosts.
  const network = settings.network.proxyUrl === undefined ? {} : { endpoints: lotusHosts };
  const open = openProbe({
    settings: { ...settings, network: { ...settings.network, ...network } },
    credentials,
    clock: waitingTime,
    random: () => 0,
  });
  try {
    const report = await examine(open.probe);
    expect(JSON.stringify(report)).not.toMatch(/hunter2|hunter3|testsecret/);
    return report;
  } finally {
    await open.close();
  }
};

/** Hosts that only the proxy finds. */
const lotus = ['cloud-config', 'resource-manager', 'governance', 'sts'] as const;
const lotusHosts = new Map(lotus.map((name) => [name, `https://${name}.lotus.test`]));
const throughProxy = { CA_FILE: authorityFile };

it('examines Alibaba Cloud through a proxy, by certificates of one’s own, and shows the way without the password', async () => {
  const { findings } = await reportOn({
    ...throughProxy,
    MEMBER_ROLE_NAME: 'GovernanceReader',
    HTTPS_PROXY: `http://gateway:hunter2@127.0.0.1:${proxy.port}`,
    NO_PROXY: '.local',
  });

  // Two members of the demo cannot be read, with or without a proxy.
  expect(findings.filter(({ status }) => status !== 'ok').map(({ check, status }) => `${check} ${status}`)).toEqual([
    'members warning',
    'members warning',
    'authors skipped',
  ]);
  expect(findings.find(({ check }) => check === 'members')?.message).toMatch(
    /^Members that can be read: 10 of 12 tried/,
  );
  const ofNetwork = findings.filter(({ check }) => check === 'settings' || check === 'network');
  expect(ofNetwork.map(({ message }) => message.replace(/\d+ ms/, '… ms'))).toEqual([
    'UPSTREAM is Alibaba Cloud, the china site; mutations are off.',
    'CA_FILE has 1 certificate, none of them expired.',
    `sts.lotus.test answers, called through the proxy 127.0.0.1:${proxy.port} (except for .local), with the certificates of CA_FILE (first call … ms).`,
  ]);
});

it.each([
  [
    'a proxy that asks for another password',
    { ...throughProxy, HTTPS_PROXY: 'http://gateway:hunter3@proxy' },
    /the proxy requires another user or password \(407\)\.$/,
    /^Put user and password into HTTPS_PROXY/,
  ],
  [
    'certificates of an unknown authority',
    {},
    /its certificate comes from an authority that is not trusted here\.$/,
    /set CA_FILE to that file\.$/,
  ],
])('says what to do about %s', async (_, environment: Record<string, string>, message, remedy) => {
  const HTTPS_PROXY = environment.HTTPS_PROXY?.replace('@proxy', `@127.0.0.1:${proxy.port}`);
  const { outcome, findings } = await reportOn({ ...environment, ...(HTTPS_PROXY && { HTTPS_PROXY }) });

  expect(outcome).toBe('problems');
  const network = findings.find(({ check }) => check === 'network');
  expect(network).toMatchObject({
    status: 'problem',
    message: expect.stringMatching(message) as string,
    remedy: expect.stringMatching(remedy) as string,
  });
});

it('says once that nothing can be reached if a proxy is down, and that the proxy may be why', async () => {
  const port = await freePort();

  const { findings } = await reportOn({ ...throughProxy, HTTPS_PROXY: `http://gateway:hunter2@127.0.0.1:${port}` });

  expect(findings.filter(({ check }) => check === 'products')).toEqual([
    {
      check: 'products',
      status: 'problem',
      message: `sts.lotus.test, cloud-config.lotus.test, resource-manager.lotus.test, governance.lotus.test cannot be reached: nothing listens there; the same may apply to the proxy 127.0.0.1:${port}.`,
      remedy: 'Check that the host (or HTTPS_PROXY, or EMULATOR_URL) is right and running.',
    },
  ]);
});

it('says which product cannot be reached if the others can', async () => {
  const ours = `https://127.0.0.1:${front.port}`;
  const nowhere = `https://127.0.0.1:${await freePort()}`;

  const { findings } = await reportOn({
    CA_FILE: authorityFile,
    ENDPOINTS: `cloud-config=${ours},resource-manager=${ours},governance=${nowhere},sts=${ours}`,
  });

  const products = findings.filter(({ check }) => check === 'products');
  expect(products.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'problem']);
  expect(products[3]).toMatchObject({
    message: `${new URL(nowhere).host} cannot be reached: nothing listens there.`,
    remedy: 'Check that the host (or HTTPS_PROXY, or EMULATOR_URL) is right and running.',
  });
});

it('says when certificates of CA_FILE have expired', async () => {
  const { settings } = parseSettings({ UPSTREAM: 'alibaba-cloud', CA_FILE: authorityFile });
  if (!settings) throw new Error('These are settings.');
  const open = openProbe({
    settings,
    wallTime: () => Date.UTC(2130, 0),
    credentials: staticKeys('a', 'b'),
  });

  const findings = await settingsCheck.run(open.probe);
  await open.close();

  expect(findings).toContainEqual({
    status: 'warning',
    message: 'CA_FILE has 1 expired certificates of 1, the first since Jan  1 00:00:00 2120 GMT.',
    remedy: 'Ask the operator of the proxy for its present certificate authority.',
  });
});

it('says where credentials come from where there are none, and sends nothing', async () => {
  emulator.calls.clear();
  const none = { get: () => Promise.reject(new NoCredentials('the default credential chain found none')) };

  const { findings } = await reportOn({ CA_FILE: authorityFile }, none);

  expect(findings.find(({ check }) => check === 'credentials')).toMatchObject({
    status: 'problem',
    message: 'No credentials: the default credential chain found none.',
    remedy: expect.stringMatching(/ALIBABA_CLOUD_ACCESS_KEY_ID/) as string,
  });
  expect(emulator.calls.all()).toEqual([]);
});
