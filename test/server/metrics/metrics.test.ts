import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryLedger } from '../../../src/ledger/MemoryLedger';
import { Metrics } from '../../../src/observability/metrics/Metrics';
import type { MetricDefinition } from '../../../src/observability/metrics/metricsTable';
import { metricsTable, processMetrics } from '../../../src/observability/metrics/metricsTable';
import { get } from '../../support/get';
import { SimulatedTime } from '../../support/simulatedTime';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const recorder = 'query Recorder { configurationRecorder { status } }';
const start = 'mutation Start { startConfigurationRecorder(input: {}) { outcome } }';

let gateway: TestGateway;

const begin = async (options: GatewayOptions = {}): Promise<void> => {
  gateway = await startGateway({ cloudConfigVersion: '2020-09-07', ...options, metrics: await Metrics.create() });
};

afterEach(() => gateway.stop());

/** All that the gateway shows: values by name and labels. */
const scrape = async (): Promise<ReadonlyMap<string, number>> => {
  const { text } = await get(`${gateway.adminUrl}/metrics`);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
};

/** The samples whose name begins like this. */
const samples = async (prefix: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries([...(await scrape())].filter(([name]) => name.startsWith(prefix)));

/** The same, without those that are 0. */
const counted = async (prefix: string): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(Object.entries(await samples(prefix)).filter(([, value]) => value !== 0));

/** A request is counted when its answer has left, which its client may see before. */
const settled = async (name: string, value: number): Promise<void> => {
  while ((await scrape()).get(name) !== value) await new Promise((resolve) => setImmediate(resolve));
};

describe('requests', () => {
  it('are counted by operation and outcome, whether Apollo Server or the straight way answers them', async () => {
    await begin();
    for (let times = 0; times < 5; times += 1) await gateway.query(recorder);
    await settled('governance_requests_total{operation="Recorder",outcome="ok"}', 3);

    expect(await samples('governance_requests_total')).toEqual({
      'governance_requests_total{operation="other",outcome="ok"}': 2,
      'governance_requests_total{operation="Recorder",outcome="ok"}': 3,
    });
    expect(await samples('governance_request_duration_seconds_count')).toEqual({
      'governance_request_duration_seconds_count{operation="other"}': 2,
      'governance_request_duration_seconds_count{operation="Recorder"}': 3,
    });
    expect(await samples('governance_responses_total')).toEqual({
      'governance_responses_total{path="/graphql",status="200"}': 5,
    });
    expect(await samples('governance_requests_in_flight')).toEqual({ governance_requests_in_flight: 0 });
    expect(await samples('governance_known_documents')).toEqual({ governance_known_documents: 1 });
  });

  it('are counted as refused, without an operation, if GraphQL did not get to one', async () => {
    await begin();
    await gateway.ask('{ nothing }');
    await settled('governance_requests_total{operation="none",outcome="refused"}', 1);

    expect(await counted('governance_errors_total')).toEqual({
      'governance_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    });
  });

  it('count the errors of fields by code, and the upstream calls that failed', async () => {
    await begin();
    gateway.emulator.faults.add({
      kind: 'status',
      status: 403,
      code: 'NoPermission',
      action: 'GetConfigurationRecorder',
    });
    await gateway.query('{ configurationRecorder { status } }');
    await settled('governance_requests_total{operation="anonymous",outcome="errors"}', 1);

    expect(await counted('governance_errors_total')).toEqual({ 'governance_errors_total{code="FORBIDDEN"}': 1 });
    expect(await samples('governance_upstream_call_failures_total')).toEqual({
      'governance_upstream_call_failures_total{product="Config",action="GetConfigurationRecorder",reason="CLIENT"}': 1,
    });
  });

  it('of other paths are counted by path and status only', async () => {
    await begin();
    await get(`${gateway.url}/livez`);
    await get(`${gateway.url}/nowhere`);
    await settled('governance_responses_total{path="none",status="404"}', 1);

    expect(await samples('governance_responses_total')).toEqual({
      'governance_responses_total{path="/livez",status="200"}': 1,
      'governance_responses_total{path="none",status="404"}': 1,
    });
    expect(await samples('governance_requests_total')).toEqual({});
  });

  it('are labelled with the names of the safelist, if only its operations may run', async () => {
    const manifest = join(mkdtempSync(join(tmpdir(), 'manifest-')), 'manifest.json');
    const operations = [{ id: 'a'.repeat(64), name: 'Recorder', type: 'query', body: recorder }];
    writeFileSync(manifest, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
    await begin({ persisted: { mode: 'only', manifest } });
    await gateway.query(recorder);
    await settled('governance_requests_total{operation="Recorder",outcome="ok"}', 1);

    expect(Object.keys(await samples('governance_requests_total'))).toHaveLength(1);
  });
});

describe('upstream calls', () => {
  it('are counted by attempt, and reads by the source of the answer', async () => {
    await begin({ cacheMaxBytes: 1_000_000 });
    gateway.emulator.faults.add({ kind: 'status', status: 503, action: 'GetConfigurationRecorder', times: 1 });
    await gateway.query(recorder);
    await gateway.query(recorder);

    expect(await samples('governance_upstream_attempts_total{product="Config"')).toEqual({
      'governance_upstream_attempts_total{product="Config",action="GetConfigurationRecorder",outcome="SERVER",attempt="1"}': 1,
      'governance_upstream_attempts_total{product="Config",action="GetConfigurationRecorder",outcome="DONE",attempt="2"}': 1,
    });
    expect(await samples('governance_reads_total{product="Config"')).toEqual({
      'governance_reads_total{product="Config",action="GetConfigurationRecorder",source="upstream"}': 1,
      'governance_reads_total{product="Config",action="GetConfigurationRecorder",source="cache"}': 1,
    });
    expect((await samples('governance_cache_bytes')).governance_cache_bytes).toBeGreaterThan(0);
    expect(await samples('governance_upstream_call_failures_total')).toEqual({});
  });

  it('show how full the quotas are, and what was refused because its turn would come too late', async () => {
    const time = new SimulatedTime();
    await begin({ quotas: true, replicas: 1000, clock: time });
    await time.passUntil(gateway.query(recorder));
    const { errors } = await time.passUntil(gateway.query(recorder));

    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_THROTTLED' } }]);
    expect(await samples('governance_quota_used_ratio{product="Config"')).toEqual({
      'governance_quota_used_ratio{product="Config",action="GetConfigurationRecorder"}': 1,
    });
    expect(await samples('governance_quota_waiting{product="Config"')).toEqual({
      'governance_quota_waiting{product="Config"}': 0,
    });
    expect(await samples('governance_upstream_call_failures_total')).toEqual({
      'governance_upstream_call_failures_total{product="Config",action="GetConfigurationRecorder",reason="QUOTA"}': 1,
    });
  });

  it('show an open circuit, the alarm, and the calls that it refused', async () => {
    const time = new SimulatedTime();
    await begin({ sparing: true, clock: time });
    gateway.emulator.faults.add({ kind: 'status', status: 503, action: 'GetConfigurationRecorder' });
    for (let times = 0; times < 3; times += 1) await time.passUntil(gateway.query(recorder));

    expect(await samples('governance_circuits_open{product="Config"')).toEqual({
      'governance_circuits_open{product="Config"}': 1,
    });
    expect(await counted('governance_alarms_total')).toEqual({ 'governance_alarms_total{kind="CIRCUIT_OPENED"}': 1 });
    expect(await samples('governance_upstream_call_failures_total')).toMatchObject({
      'governance_upstream_call_failures_total{product="Config",action="GetConfigurationRecorder",reason="CIRCUIT_OPEN"}':
        expect.any(Number) as number,
    });
    expect(await samples('governance_upstream_calls_in_flight{product="Config"')).toEqual({
      'governance_upstream_calls_in_flight{product="Config"}': 0,
    });
  });

  it('show the sessions of roles', async () => {
    await begin();
    await gateway.query('{ resourceDirectory { accounts(first: 5) { nodes { configurationRecorder { status } } } } }');

    const sessions = await samples('governance_role_sessions');
    expect(Object.keys(sessions)).toEqual(['governance_role_sessions{use="read"}']);
    expect(sessions['governance_role_sessions{use="read"}']).toBeGreaterThan(0);
  });
});

describe('mutations', () => {
  it('are counted by outcome, and show in the ledger', async () => {
    await begin();
    await gateway.query(start);

    expect(await samples('governance_mutations_total')).toEqual({
      'governance_mutations_total{action="StartConfigurationRecorder",outcome="SUCCEEDED"}': 1,
    });
    expect(await samples('governance_ledger_entries')).toEqual({
      'governance_ledger_entries{state="CLAIMED"}': 0,
      'governance_ledger_entries{state="SENT"}': 0,
      'governance_ledger_entries{state="UNKNOWN"}': 0,
      'governance_ledger_entries{state="ENDED"}': 0,
    });
  });

  it('show that an outcome is looked for', async () => {
    await begin();
    gateway.emulator.faults.add({ kind: 'reset', when: 'after', action: 'StartConfigurationRecorder' });
    gateway.emulator.faults.add({ kind: 'status', status: 503, action: 'GetConfigurationRecorder' });
    await gateway.query(start);
    await settled('governance_mutations_unresolved', 1);

    expect(await samples('governance_mutations_total')).toEqual({
      'governance_mutations_total{action="StartConfigurationRecorder",outcome="UNKNOWN"}': 1,
    });
    expect(await samples('governance_ledger_entries{state="UNKNOWN"}')).toEqual({
      'governance_ledger_entries{state="UNKNOWN"}': 1,
    });
  });

  it('show a failure of the audit log', async () => {
    await begin({ auditLog: { write: () => Promise.reject(new Error('no space')) } });
    await gateway.query(start);

    expect((await samples('governance_audit_failures_total')).governance_audit_failures_total).toBeGreaterThan(0);
  });

  it('show a failure of the ledger', async () => {
    const journal = { append: () => Promise.reject(new Error('no space')), close: () => Promise.resolve() };
    await begin({ ledger: new MemoryLedger({ keptMs: 1000, now: Date.now, journal }) });
    await gateway.query(start);

    expect((await samples('governance_ledger_failures_total')).governance_ledger_failures_total).toBeGreaterThan(0);
  });
});

describe('Redis', () => {
  it('shows its state, how many replicas share it, and its failures', async () => {
    await begin({ redis: { status: { state: 'SLOW', reason: 'TIMEOUT', replicas: 3, failures: 7 } } });

    expect(await samples('governance_redis')).toEqual({
      'governance_redis_state{state="UP"}': 0,
      'governance_redis_state{state="SLOW"}': 1,
      'governance_redis_state{state="DOWN"}': 0,
      governance_redis_replicas: 3,
      governance_redis_failures_total: 7,
    });
  });
});

describe('the page of metrics', () => {
  it('has every metric of the table, each with its kind, and no other of ours', async () => {
    await begin({ sparing: true, quotas: true, redis: { status: { state: 'UP', replicas: 3, failures: 0 } } });
    const { text } = await get(`${gateway.adminUrl}/metrics`);
    const shown = [...text.matchAll(/^# TYPE (governance_\S+) (\w+)$/gm)].map(([, name, kind]) => `${name} ${kind}`);
    const defined = Object.values<MetricDefinition>(metricsTable).map(({ name, kind }) => `${name} ${kind}`);

    expect(shown.sort()).toEqual(defined.sort());
  });

  it('shows from the start what an alert looks at, with 0', async () => {
    await begin();

    expect(await samples('governance_alarms_total')).toMatchObject({
      'governance_alarms_total{kind="CERTIFICATE"}': 0,
      'governance_alarms_total{kind="CLOCK"}': 0,
    });
    expect(await samples('governance_errors_total{code="INTERNAL_SERVER_ERROR"}')).toEqual({
      'governance_errors_total{code="INTERNAL_SERVER_ERROR"}': 0,
    });
    expect(await samples('governance_audit_failures_total')).toEqual({ governance_audit_failures_total: 0 });
  });

  it('has the metrics of the process that the table promises', async () => {
    await begin();
    const { text } = await get(`${gateway.adminUrl}/metrics`);

    expect(Object.keys(processMetrics).filter((name) => !text.includes(`# TYPE ${name} `))).toEqual([]);
  });

  it('follows the conventions of Prometheus', () => {
    for (const { name, kind } of Object.values<MetricDefinition>(metricsTable)) {
      expect(name).toMatch(/^governance_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(kind === 'counter');
      if (kind === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });
});
