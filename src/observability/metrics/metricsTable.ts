import { governanceErrorCodes } from '../../errors/GovernanceErrorCode';
import { alarmKinds } from '../Alarm';

/** What a metric counts. Labels by name, each with what its values are: they say why there are few. */
export interface MetricDefinition {
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** As Prometheus has it: base units, `_total` for counters. */
  readonly name: `governance_${string}`;
  /** What it means, in English, for operators. */
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Values of its only label that it shows from the start, with 0. Without that, Prometheus sees no increase from nothing to 1. */
  readonly starts?: readonly string[];
  /** Upper bounds of a histogram, seconds. */
  readonly buckets?: readonly number[];
}

const operation = '[name of the operation](#names-of-operations)';
const product = 'code of the product';
const action = 'action of the product';

/** From a cached answer to the deadline of a request. */
const requestBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

/** From a fast answer to the longest attempt. */
const upstreamBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every metric of the gateway. docs/METRICS.md is generated from this table. */
export const metricsTable = {
  info: {
    kind: 'gauge',
    name: 'governance_info',
    help: 'Always 1. Its labels say what the process is.',
    labels: {
      upstream: '`emulator` or `alibaba-cloud`',
      cloud_config_version: 'API version of Cloud Config',
    },
  },
  ready: {
    kind: 'gauge',
    name: 'governance_ready',
    help: '1 if `/readyz` returns 200, else 0.',
    labels: {},
  },
  requests: {
    kind: 'counter',
    name: 'governance_requests_total',
    help: 'GraphQL requests that are over.',
    labels: { operation, outcome: '`ok`, `errors` (of fields), `refused` (4xx), `failed` (5xx) or `aborted`' },
  },
  requestDuration: {
    kind: 'histogram',
    name: 'governance_request_duration_seconds',
    help: 'Time from the arrival of a GraphQL request to the end of its answer.',
    labels: { operation },
    buckets: requestBuckets,
  },
  requestsInFlight: {
    kind: 'gauge',
    name: 'governance_requests_in_flight',
    help: 'Requests that have arrived and are not over, those of all paths.',
    labels: {},
  },
  responses: {
    kind: 'counter',
    name: 'governance_responses_total',
    help: 'HTTP responses of the main port.',
    labels: { path: 'route of the gateway, or `none`', status: 'HTTP status' },
  },
  errors: {
    kind: 'counter',
    name: 'governance_errors_total',
    help: 'Entries of `errors` in GraphQL answers.',
    labels: { code: 'code of docs/ERRORS.md, or a protocol code of Apollo Server' },
    starts: governanceErrorCodes,
  },
  attempts: {
    kind: 'counter',
    name: 'governance_upstream_attempts_total',
    help: 'Attempts of upstream calls that were made.',
    labels: {
      product,
      action,
      outcome: '`DONE`, or the kind of the failure',
      attempt: '`1` to `3`, counted within the call',
    },
  },
  attemptDuration: {
    kind: 'histogram',
    name: 'governance_upstream_attempt_duration_seconds',
    help: 'Time of one attempt, from signing to the end of the answer.',
    labels: { product, action },
    buckets: upstreamBuckets,
  },
  callFailures: {
    kind: 'counter',
    name: 'governance_upstream_call_failures_total',
    help: 'Upstream calls that failed in the end, after all attempts or before the first.',
    labels: {
      product,
      action,
      reason:
        'the kind of the failure, or why the call was not sent: `QUOTA`, `CROWDED`, `CIRCUIT_OPEN` or `NO_CREDENTIALS`',
    },
  },
  callsInFlight: {
    kind: 'gauge',
    name: 'governance_upstream_calls_in_flight',
    help: 'Upstream calls that are on the wire.',
    labels: { product },
  },
  callsInFlightLimit: {
    kind: 'gauge',
    name: 'governance_upstream_calls_in_flight_limit',
    help: 'How many calls of the product may be on the wire now. Falls if the upstream fails.',
    labels: { product },
  },
  quotaWait: {
    kind: 'histogram',
    name: 'governance_quota_wait_seconds',
    help: 'How long attempts that were sent had waited for the quota.',
    labels: { product },
    buckets: [0.001, 0.01, 0.1, 0.5, 1, 2.5, 5, 10],
  },
  quotaWaiting: {
    kind: 'gauge',
    name: 'governance_quota_waiting',
    help: 'Calls that wait for a quota now.',
    labels: { product },
  },
  quotaUsed: {
    kind: 'gauge',
    name: 'governance_quota_used_ratio',
    help: 'The fullest quota of the action, of all accounts: calls in the window divided by the calls that this process may make.',
    labels: { product, action },
  },
  circuitsOpen: {
    kind: 'gauge',
    name: 'governance_circuits_open',
    help: 'Hosts of the product that are not called now because they failed repeatedly.',
    labels: { product },
  },
  reads: {
    kind: 'counter',
    name: 'governance_reads_total',
    help: 'Reads, by the source of the answer.',
    labels: {
      product,
      action,
      source: '`cache`, `shared` (an identical read was in flight) or `upstream` (a call was begun)',
    },
  },
  cacheBytes: {
    kind: 'gauge',
    name: 'governance_cache_bytes',
    help: 'Estimated memory of cached answers. `CACHE_MEGABYTES` limits it.',
    labels: {},
  },
  roleSessions: {
    kind: 'gauge',
    name: 'governance_role_sessions',
    help: 'Open sessions of roles, by what they are for.',
    labels: { use: '`read` or `write`' },
  },
  mutations: {
    kind: 'counter',
    name: 'governance_mutations_total',
    help: 'Mutations that have ended, as their payloads reported it.',
    labels: {
      action,
      outcome: '`SUCCEEDED`, `ALREADY_DONE`, `IN_PROGRESS`, `REJECTED` or `UNKNOWN`',
    },
  },
  mutationsUnresolved: {
    kind: 'gauge',
    name: 'governance_mutations_unresolved',
    help: 'Mutations whose outcome is unknown, and which this process looks for. It gives up after 15 minutes.',
    labels: {},
  },
  ledgerEntries: {
    kind: 'gauge',
    name: 'governance_ledger_entries',
    help: 'Mutations in the ledger of this process. Without a value if `LEDGER` is `redis`.',
    labels: { state: '`CLAIMED`, `SENT`, `UNKNOWN` or `ENDED`' },
  },
  ledgerFailures: {
    kind: 'counter',
    name: 'governance_ledger_failures_total',
    help: 'Entries that the ledger could not keep.',
    labels: {},
  },
  auditFailures: {
    kind: 'counter',
    name: 'governance_audit_failures_total',
    help: 'Lines of the audit log that could not be written.',
    labels: {},
  },
  logFailures: {
    kind: 'counter',
    name: 'governance_log_failures_total',
    help: 'Writes of the log that failed, and lines that were dropped because earlier ones could not be written.',
    labels: {},
  },
  redisState: {
    kind: 'gauge',
    name: 'governance_redis_state',
    help: '1 for the state that Redis has for this replica, 0 for the others. Without `REDIS_URL` there is none.',
    labels: { state: '`UP`, `SLOW` or `DOWN`' },
  },
  redisReplicas: {
    kind: 'gauge',
    name: 'governance_redis_replicas',
    help: 'Replicas that have shown a sign of life in Redis, as this one last read it.',
    labels: {},
  },
  redisFailures: {
    kind: 'counter',
    name: 'governance_redis_failures_total',
    help: 'Commands to Redis that failed or took too long.',
    labels: {},
  },
  spanFailures: {
    kind: 'counter',
    name: 'governance_span_failures_total',
    help: 'Spans that the collector of OpenTelemetry did not take.',
    labels: {},
  },
  alarms: {
    kind: 'counter',
    name: 'governance_alarms_total',
    help: 'Alarms that were logged. The same alarm is logged once a minute at most.',
    labels: { kind: alarmKinds.map((kind) => `\`${kind}\``).join(', ') },
    starts: alarmKinds,
  },
  connections: {
    kind: 'gauge',
    name: 'governance_connections',
    help: 'Open connections of clients. `MAX_CONNECTIONS` limits them.',
    labels: {},
  },
  knownDocuments: {
    kind: 'gauge',
    name: 'governance_known_documents',
    help: 'Parsed and validated documents that are kept.',
    labels: {},
  },
  loopUtilization: {
    kind: 'gauge',
    name: 'governance_event_loop_utilization_ratio',
    help: 'Share of the time since the last scrape in which the event loop was busy.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, MetricDefinition>>;

type Table = typeof metricsTable;

/** The metrics of one kind, by their keys in the table. */
export type MetricKey<Kind extends MetricDefinition['kind']> = {
  [K in keyof Table]: Table[K]['kind'] extends Kind ? K : never;
}[keyof Table];

/** A value for each label of a metric. */
export type LabelsOf<K extends keyof Table> = { readonly [L in keyof Table[K]['labels']]: string };

/** Metrics of the process that prom-client measures by itself, and what they mean. */
export const processMetrics = {
  process_cpu_seconds_total: 'CPU time of the process.',
  process_start_time_seconds: 'When the process started, seconds since the epoch.',
  process_resident_memory_bytes: 'Resident memory.',
  process_open_fds: 'Open file descriptors, sockets included.',
  process_max_fds: 'The limit of file descriptors.',
  nodejs_eventloop_lag_seconds: 'Delay of the event loop at the scrape.',
  nodejs_eventloop_lag_mean_seconds: 'Mean delay of the event loop since the last scrape; about 0.01 at rest.',
  nodejs_eventloop_lag_p99_seconds: 'The 99th percentile of the delay of the event loop since the last scrape.',
  nodejs_eventloop_lag_max_seconds: 'The longest delay of the event loop since the last scrape.',
  nodejs_active_resources_total: 'Resources that keep the process running, such as sockets and timers.',
  nodejs_heap_size_total_bytes: 'Size of the JavaScript heap.',
  nodejs_heap_size_used_bytes: 'Used part of the JavaScript heap.',
  nodejs_external_memory_bytes: 'Memory of buffers outside the heap.',
  nodejs_gc_duration_seconds: 'Pauses of the garbage collector, by `kind`.',
  nodejs_version_info: 'Version of Node, in the label `version`.',
} as const;
