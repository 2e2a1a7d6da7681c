import { AnswerCache } from '../../../src/cache/AnswerCache';
import type { FaultRuleInput } from '../../../src/emulator';
import { Metrics } from '../../../src/observability/metrics/Metrics';
import type { Tracing } from '../../../src/observability/tracing/Tracing';
import { get } from '../../support/get';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/*
 * Requests and answers in the events of the trail can hold secrets. The emulator plants canaries in them. `startGateway`
 * fails each test if one gets into an answer, with its headers and errors, or into the log at debug.
 */

const document = `query Who($first: Int) { configurationChanges(first: $first, between: { last: "P5D" }) {
  nodes { id changes { path before after } rawDiff attribution { confidence reason events {
    eventId operation service rawKind region requestId client sourceIp
    actor { kind rawKind accountId principalId userName roleName sessionName assumedFromAccountId mfaAuthenticated }
  } } }
  gaps { message }
} }`;

let gateway: TestGateway;
const traced: object[] = [];
/** Watches what is cached. */
let remember: jest.SpyInstance;

/** Notes all that would be exported. */
const tracing: Tracing = {
  begin: (headers) => {
    traced.push(headers);
    return {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      call: (call) => void traced.push(call),
      end: (request) => void traced.push(request),
    };
  },
  call: (call) => void traced.push(call),
  stop: async () => true,
};

beforeEach(async () => {
  traced.length = 0;
  remember = jest.spyOn(AnswerCache.prototype, 'remember');
  gateway = await startGateway({ cacheMaxBytes: 10_000_000, metrics: await Metrics.create(), tracing });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await gateway.stop();
});

/** All that the gateway says or keeps besides its answers and its log. */
const everything = async (): Promise<string> => {
  const { text } = await get(`${gateway.adminUrl}/metrics`);
  return JSON.stringify([traced, remember.mock.calls]) + text;
};

it('get nowhere with the events of a page', async () => {
  const { data } = await gateway.query<{ configurationChanges: { nodes: { attribution: { events: object[] } }[] } }>(
    document,
    { first: 50 },
  );
  const events = data?.configurationChanges.nodes.flatMap(({ attribution }) => attribution.events) ?? [];

  expect(events.length).toBeGreaterThan(5);
  expect(traced.length).toBeGreaterThan(5);
  const text = await everything();
  expect(text).toContain('requestParameters');
  expect(text).toContain('LookupEvents');
  expect(text).not.toContain('CANARY');
});

const faults: readonly FaultRuleInput[] = [
  { kind: 'oddCasing', action: 'LookupEvents' },
  { kind: 'unknownEnum', action: 'LookupEvents' },
  { kind: 'idsAs', as: 'number', action: 'LookupEvents' },
  { kind: 'truncated', action: 'LookupEvents' },
  { kind: 'html', action: 'LookupEvents' },
  { kind: 'status', action: 'LookupEvents', status: 400, code: 'InvalidQueryParameter', message: 'CANARY-message' },
];

it.each(faults.map((fault) => [fault.kind, fault] as const))(
  'get nowhere if the answer is wrong: %s',
  async (_, fault) => {
    gateway.emulator.faults.add(fault);
    await gateway.query(document, { first: 10 });

    expect(gateway.upstreamCalls()).toContain('LookupEvents');
    expect(await everything()).not.toContain('CANARY');
  },
);
