import { Metrics } from '../../../src/observability/metrics/Metrics';
import { get } from '../../support/get';
import type { TestGateway } from '../../support/startGateway';
import { startGateway, withGateway } from '../../support/startGateway';
import { startProcess } from '../../support/startProcess';

describe('the admin port', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({ metrics: await Metrics.create() });
  });
  afterAll(() => gateway.stop());

  it.each(['/livez', '/readyz'])('answers %s as the main port does', async (path) => {
    const [admin, main] = await Promise.all([gateway.adminUrl, gateway.url].map((url) => get(`${url}${path}`)));

    expect(admin?.status).toBe(200);
    expect(admin?.text).toBe(main?.text);
    expect(admin?.headers).toMatchObject({ 'x-upstream': 'emulator', 'cache-control': 'no-store' });
  });

  it('serves metrics in the text form of Prometheus', async () => {
    expect(await get(`${gateway.adminUrl}/metrics`)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' },
    });
  });

  it.each([
    ['/graphql', 'GET', {}, 404],
    ['/metrics', 'POST', {}, 405],
    ['/metrics', 'GET', { host: 'rebound.example' }, 421],
    ['/__proto__', 'GET', {}, 404],
  ])('refuses %s by %s with the headers %j: %i', async (path, method, headers, status) => {
    expect((await get(`${gateway.adminUrl}${path}`, { method, headers })).status).toBe(status);
  });

  it('is another listener than the main one, which does not serve metrics', async () => {
    expect((await get(`${gateway.url}/metrics`)).status).toBe(404);
  });
});

it('says during a stop that the gateway is not ready, until the last request is answered', async () => {
  const gateway = await startGateway({ metrics: await Metrics.create() });
  gateway.emulator.faults.add({ kind: 'latency', ms: 200, action: 'GetCallerIdentity' });
  const answer = gateway.query('{ currentAccount { accountId } }');
  while (gateway.emulator.calls.all().length === 0) await new Promise((resolve) => setImmediate(resolve));
  const stopped = gateway.stop();

  const ready = await get(`${gateway.adminUrl}/readyz`);
  const { text } = await get(`${gateway.adminUrl}/metrics`);

  expect(ready).toMatchObject({ status: 503, text: '{"status":"stopping","upstream":"emulator"}' });
  expect(text).toContain('\ngovernance_ready 0\n');
  expect(await answer).toMatchObject({ data: { currentAccount: { accountId: expect.any(String) as string } } });
  await stopped;
  await expect(get(`${gateway.adminUrl}/livez`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('does not exist without metrics', async () => {
  await withGateway({}, async ({ adminUrl }) => {
    expect(adminUrl).toBe('');
    return Promise.resolve();
  });
});

describe('a process', () => {
  const run = async (environment: Readonly<Record<string, string>>) => {
    // Node itself names each module that it loads.
    const gateway = startProcess('src/main.ts', {
      PORT: '0',
      EMULATOR_PORT: '0',
      DRAIN_SECONDS: '0',
      NODE_DEBUG: 'module',
      ...environment,
    });
    const [line] = await gateway.printed(/^.*"gateway started".*$/m);
    gateway.child.kill('SIGTERM');
    await gateway.exited();
    const { adminUrl } = JSON.parse(line) as { readonly adminUrl?: string };
    return { adminUrl, loadsPromClient: gateway.stderr.includes('node_modules/prom-client') };
  };

  it('loads nothing for metrics unless ADMIN_PORT is set', async () => {
    expect(await run({})).toEqual({ adminUrl: undefined, loadsPromClient: false });
  });

  it('prints the address of the metrics if it is', async () => {
    expect(await run({ ADMIN_PORT: '0' })).toEqual({
      adminUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
      loadsPromClient: true,
    });
  });
});
