import { get } from '../../support/get';
import { postJson } from '../../support/postJson';
import type { Collector, ExportedSpan } from '../../support/startCollector';
import { startCollector } from '../../support/startCollector';
import type { GraphQLAnswer } from '../../support/startGateway';
import type { StartedProcess } from '../../support/startProcess';
import { startProcess } from '../../support/startProcess';

/** Whole processes: the SDK of OpenTelemetry reads its variables itself. */

const routerTrace = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${routerTrace}-b7ad6b7169203331-01`;
const recorder = 'query Recorder { configurationRecorder { status } }';

let collector: Collector;
let gateway: StartedProcess;

const start = async (environment: Readonly<Record<string, string>> = {}): Promise<string> => {
  gateway = startProcess('src/main.ts', {
    PORT: '0',
    EMULATOR_PORT: '0',
    DRAIN_SECONDS: '0',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    ...environment,
  });
  const [, url = ''] = await gateway.printed(/"url":"(http[^"]+)".*"gateway started"/);
  return url;
};

const exporting = (environment: Readonly<Record<string, string>> = {}): Promise<string> =>
  start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...environment });

/** Stops it, which exports what is left. */
const stop = async (): Promise<readonly ExportedSpan[]> => {
  gateway.child.kill('SIGTERM');
  await gateway.exited();
  return collector.spans();
};

const ask = async (
  url: string,
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphQLAnswer<object>> =>
  JSON.parse((await postJson(`${url}/graphql`, { query }, headers)).text) as GraphQLAnswer<object>;

const emulatorOf = async (): Promise<string> => (await gateway.printed(/"emulatorUrl":"(http[^"]+)"/))[1] ?? '';

const addFault = async (fault: object): Promise<void> => {
  await postJson(`${await emulatorOf()}/_emulator/faults`, fault);
};

const logLines = (): readonly Readonly<Record<string, unknown>>[] =>
  gateway.stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(async () => {
  collector = await startCollector();
});
afterEach(async () => {
  await gateway.kill();
  await collector.close();
});

it('exports a span of each request and of each attempt, in the trace of the router', async () => {
  const url = await exporting();
  await addFault({ kind: 'status', status: 503, action: 'GetConfigurationRecorder', times: 1 });
  await ask(url, recorder, { traceparent, 'x-request-id': 'req-1' });
  const spans = (await stop()).filter(({ traceId }) => traceId === routerTrace);
  const [request] = spans.filter(({ kind }) => kind === 2);
  const calls = spans.filter(({ kind }) => kind === 3);

  expect(request).toMatchObject({
    name: 'query',
    parentSpanId: 'b7ad6b7169203331',
    isError: false,
    attributes: {
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Recorder',
      'governance.request_id': 'req-1',
      'governance.outcome': 'ok',
      'governance.upstream_attempts': 2,
    },
  });
  const ofRecorder = calls.filter(({ name }) => name === 'Config/GetConfigurationRecorder');
  expect(ofRecorder).toMatchObject([
    {
      parentSpanId: request?.spanId,
      isError: true,
      attributes: { 'governance.attempt': 1, 'governance.outcome': 'SERVER', 'http.response.status_code': 503 },
    },
    {
      parentSpanId: request?.spanId,
      isError: false,
      attributes: {
        'rpc.service': 'Config',
        'rpc.method': 'GetConfigurationRecorder',
        'governance.attempt': 2,
        'governance.outcome': 'DONE',
        'governance.upstream.request_id': expect.stringMatching(/^[\dA-F-]{36}$/) as string,
      },
    },
  ]);
});

it('traces a query of a known document, and what is read in other accounts', async () => {
  const url = await exporting();
  const members = '{ resourceDirectory { accounts(first: 3) { nodes { configurationRecorder { status } } } } }';
  await ask(url, members);
  await ask(url, members, { traceparent, 'cache-control': 'no-cache' });
  const all = await stop();
  const spans = all.filter(({ traceId }) => traceId === routerTrace);

  expect(spans.filter(({ kind }) => kind === 2)).toHaveLength(1);
  const accounts = spans.map(({ attributes }) => attributes['cloud.account.id']).filter((id) => id !== undefined);
  expect(accounts.length).toBeGreaterThan(0);
  expect(accounts.filter((id) => typeof id !== 'string' || !/^\d{16}$/.test(id))).toEqual([]);
  // The session of a role is for all requests.
  expect(all.find(({ name }) => name === 'Sts/AssumeRole')?.parentSpanId).toBeFalsy();
});

it('names the trace in every line of the log about a request, and in each error', async () => {
  const url = await exporting();
  await addFault({ kind: 'status', status: 403, code: 'NoPermission', action: 'GetConfigurationRecorder' });
  const { errors: ofField } = await ask(url, recorder, { traceparent });
  const { errors: ofDocument } = await ask(url, '{ nothing }', { traceparent });
  const { text } = await postJson(`${url}/nowhere`, {}, { traceparent });
  await stop();

  for (const errors of [ofField, ofDocument, (JSON.parse(text) as GraphQLAnswer<object>).errors]) {
    expect(errors).toMatchObject([{ extensions: { traceId: routerTrace } }]);
  }
  const ofRequests = logLines().filter(({ msg }) =>
    ['request', 'upstream attempt', 'upstream call failed'].includes(String(msg)),
  );
  expect(new Set(ofRequests.map(({ msg }) => msg))).toEqual(
    new Set(['request', 'upstream attempt', 'upstream call failed']),
  );
  expect(ofRequests.filter(({ traceId, path }) => traceId !== routerTrace && path !== '/livez')).toEqual([]);
});

it('begins a trace if the sender names none, or one that is wrong, and traces no probe', async () => {
  const url = await exporting();
  await ask(url, recorder);
  await ask(url, recorder, { traceparent: `00-${'0'.repeat(32)}-b7ad6b7169203331-01` });
  await get(`${url}/livez`);
  const requests = (await stop()).filter(({ kind }) => kind === 2);

  expect(requests).toHaveLength(2);
  expect(requests.filter(({ parentSpanId }) => Boolean(parentSpanId))).toEqual([]);
  expect(requests.filter(({ traceId }) => !/^(?!0{32})[\da-f]{32}$/.test(traceId))).toEqual([]);
});

it('holds no variable, no key and no document', async () => {
  const url = await exporting({ EMULATOR_ACCESS_KEY_SECRET: 'testsecret' });
  const query = 'query Secret($id: ID!) { node(id: $id) { id } }';
  await postJson(
    `${url}/graphql`,
    { query, variables: { id: 'canary-of-a-variable' } },
    { authorization: 'Bearer canary' },
  );
  await ask(
    url,
    'mutation { startConfigurationRecorder(input: { idempotencyKey: "canary-key-0123456789" }) { outcome } }',
  );
  await stop();
  const text = collector.requests.map(({ body }) => body.toString()).join('\n');

  expect(text).toContain('"mutation"');
  expect(text).not.toMatch(/canary|testsecret|Signature|AccessKeyId|\$id|startConfigurationRecorder/);
});

it('honors the variables of the SDK: name of the service, headers, sampler', async () => {
  const url = await exporting({
    OTEL_SERVICE_NAME: 'governance-eu',
    OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=seven',
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
  });
  await ask(url, recorder);
  await ask(url, recorder, { traceparent });
  const requests = (await stop()).filter(({ kind }) => kind === 2);

  expect(requests.map(({ traceId }) => traceId)).toEqual([routerTrace]);
  expect(collector.resource()).toMatchObject({ 'service.name': 'governance-eu' });
  expect(collector.requests[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-tenant': 'seven' } });
});

it('sends protobuf unless JSON is set', async () => {
  const url = await exporting({ OTEL_EXPORTER_OTLP_PROTOCOL: '' });
  await ask(url, recorder, { traceparent });
  await stop();

  expect(collector.requests[0]?.headers['content-type']).toBe('application/x-protobuf');
  expect(collector.requests.some(({ body }) => body.includes(Buffer.from(routerTrace, 'hex')))).toBe(true);
});

it('answers while the collector is gone, and says so in the log and the metrics', async () => {
  const url = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_BSP_SCHEDULE_DELAY: '10',
    OTEL_EXPORTER_OTLP_TIMEOUT: '200',
    ADMIN_PORT: '0',
  });
  expect(await ask(url, recorder)).toMatchObject({
    data: { configurationRecorder: { status: expect.any(String) as string } },
  });
  await gateway.printed(/spans cannot be exported/);
  const [, adminUrl = ''] = await gateway.printed(/"adminUrl":"(http[^"]+)"/);

  expect((await get(`${adminUrl}/metrics`)).text).toMatch(/^governance_span_failures_total [1-9]/m);
});

it('ends a stop in its time if the collector does not answer', async () => {
  await collector.close();
  collector = await startCollector('silent');
  const url = await exporting({ STOP_SECONDS: '1', OTEL_EXPORTER_OTLP_TIMEOUT: '60000' });
  await ask(url, recorder);
  gateway.child.kill('SIGTERM');

  expect(await gateway.exited()).toBe(0);
  expect(gateway.stdout).toContain('gateway stopped');
});

describe('without a collector', () => {
  it('loads nothing of OpenTelemetry, and still names the trace of the router', async () => {
    const url = await start({ NODE_DEBUG: 'module', OTEL_EXPORTER_OTLP_PROTOCOL: '', OTEL_SERVICE_NAME: 'governance' });
    const { errors } = await ask(url, '{ nothing }', { traceparent });
    await stop();

    expect(errors).toMatchObject([{ extensions: { traceId: routerTrace } }]);
    expect(gateway.stderr).toContain('node_modules/fastify');
    expect(gateway.stderr).not.toContain('@opentelemetry');
  });

  it('adds nothing to an error if the sender names no trace', async () => {
    const url = await start();
    const { errors } = await ask(url, '{ nothing }');
    await stop();

    expect(Object.keys(errors?.[0]?.extensions ?? {})).toEqual(['code']);
  });

  it('has no trace either if the SDK is disabled', async () => {
    const url = await exporting({ OTEL_SDK_DISABLED: 'true' });
    await ask(url, recorder, { traceparent });
    await stop();

    expect(collector.requests).toEqual([]);
  });
});
