import { defaultReadings } from '../../../../src/emulator';
import type { FaultRuleInput } from '../../../../src/emulator';
import { smallWorld } from '../../../emulator/world/worlds';
import { SimulatedTime } from '../../../support/simulatedTime';
import type { TestGateway } from '../../../support/startGateway';
import { startGateway } from '../../../support/startGateway';

/**
 * The fault matrix, as a mutation meets it that cannot be undone: outcome, code, how often it is sent, and how often it takes
 * effect. Faults of the line itself come before anything is sent: the reads of reads.test.ts meet them.
 */

interface WriteRow {
  readonly row: number;
  readonly fault: string;
  readonly rules: readonly FaultRuleInput[];
  readonly outcome: 'IN_PROGRESS' | 'REJECTED' | 'UNKNOWN';
  readonly code?: string;
  readonly retryable?: boolean;
  readonly sends: number;
  readonly effects: number;
}

const action = 'EnrollAccount';
const found = { outcome: 'IN_PROGRESS', sends: 1, effects: 1 } as const;
const notFound = { outcome: 'UNKNOWN', retryable: false, sends: 1, effects: 0 } as const;
const refused = { outcome: 'REJECTED', sends: 1, effects: 0 } as const;

const status = (httpStatus: number, code?: string, more: object = {}): FaultRuleInput => ({
  kind: 'status',
  status: httpStatus,
  code,
  action,
  ...more,
});

/** What leaves it open whether the mutation was carried out: it is found out by reading. */
const ambiguous = (row: number, fault: string, rule: (when: 'before' | 'after') => FaultRuleInput): WriteRow[] => [
  { row, fault: `${fault}, after the work`, rules: [rule('after')], ...found },
  { row, fault: `${fault}, before the work`, rules: [rule('before')], ...notFound },
];

const rows: readonly WriteRow[] = [
  { row: 1, fault: 'a latency of 2 s', rules: [{ kind: 'latency', ms: 2000, action }], ...found },
  ...ambiguous(2, 'no response', (when) => ({ kind: 'hang', when, action })),
  ...[500, 502, 503, 504].flatMap((code) =>
    ambiguous(4, `a ${code} with a code`, (when) => status(code, 'Busy', { when })),
  ),
  ...ambiguous(5, 'a 500 without a code', (when) => status(500, undefined, { when })),
  {
    row: 6,
    fault: 'throttling',
    rules: [{ kind: 'throttle', action }],
    ...refused,
    code: 'UPSTREAM_THROTTLED',
    retryable: true,
    sends: 3,
  },
  {
    row: 7,
    fault: 'throttling for 2 s',
    rules: [{ kind: 'throttle', action, retryAfterMs: 2000, times: 1 }],
    ...found,
    sends: 2,
  },
  {
    row: 8,
    fault: 'throttling for a minute',
    rules: [{ kind: 'throttle', action, retryAfterMs: 60_000 }],
    ...refused,
    code: 'UPSTREAM_THROTTLED',
    retryable: true,
  },
  {
    row: 9,
    fault: 'another call at the same time',
    rules: [status(409, 'ConcurrentCallNotSupported')],
    ...refused,
    sends: 3,
  },
  ...ambiguous(13, 'a reset', (when) => ({ kind: 'reset', when, action })),
  { row: 14, fault: 'a reset within the body', rules: [{ kind: 'resetInBody', action }], ...found },
  { row: 15, fault: 'half of the JSON', rules: [{ kind: 'truncated', action }], ...found },
  ...ambiguous(16, 'an HTML page', (when) => ({ kind: 'html', when, action })),
  ...ambiguous(18, 'an empty body', (when) => ({ kind: 'empty', when, action })),
  {
    row: 21,
    fault: 'a time stamp that is refused once',
    rules: [status(400, 'InvalidTimeStamp.Expired', { times: 1 })],
    ...found,
    sends: 2,
  },
  { row: 22, fault: 'a nonce that was used', rules: [status(400, 'SignatureNonceUsed')], ...notFound },
  {
    row: 23,
    fault: 'SignatureDoesNotMatch',
    rules: [status(400, 'SignatureDoesNotMatch')],
    ...refused,
    code: 'UPSTREAM_AUTH',
  },
  ...(
    [
      [400, 'NoPermission'],
      [403, 'Forbidden.RAM'],
    ] as const
  ).map(([httpStatus, code]): WriteRow => ({
    row: 28,
    fault: code,
    rules: [status(httpStatus, code)],
    ...refused,
    code: 'FORBIDDEN',
    retryable: false,
  })),
  {
    row: 29,
    fault: '404 EntityNotExists.Thing',
    rules: [status(404, 'EntityNotExists.Thing')],
    ...refused,
    code: 'NOT_FOUND',
  },
  { row: 30, fault: 'account IDs as text', rules: [{ kind: 'idsAs', as: 'string', action }], ...found },
  { row: 32, fault: 'keys in another letter case', rules: [{ kind: 'oddCasing', action }], ...found },
];

let time: SimulatedTime;
let gateway: TestGateway;
beforeAll(async () => {
  time = new SimulatedTime(undefined, undefined, 1000);
  gateway = await startGateway({
    world: smallWorld(),
    clock: time,
    reconcilePausesMs: undefined,
    readings: defaultReadings,
  });
});
afterAll(() => gateway.stop());

interface Payload {
  readonly outcome: string;
  readonly account: object | null;
  readonly errors: readonly object[];
}

const mutation = `mutation {
  createAccount(input: { accountNamePrefix: "new", displayName: "Shop", idempotencyKey: "a-key-of-16-chars" }) {
    outcome account { accountId } errors { code retryable }
  }
}`;

const send = async (): Promise<Payload> => {
  const { data, errors } = await time.passUntil(gateway, gateway.query<{ createAccount: Payload }>(mutation));
  expect(errors).toBeUndefined();
  if (data == null) throw new Error('There is no payload.');
  return data.createAccount;
};

it.each(rows)('row $row, $fault: $outcome', async ({ rules, outcome, code, retryable, sends, effects }) => {
  gateway.emulator.reset();
  for (const rule of rules) gateway.emulator.faults.add(rule);

  const payload = await send();

  expect(payload.outcome).toBe(outcome);
  if (outcome === 'IN_PROGRESS') expect(payload.errors).toEqual([]);
  else
    expect(payload).toMatchObject({
      account: null,
      errors: [{ ...(code && { code }), ...(retryable !== undefined && { retryable }) }],
    });
  expect(gateway.emulator.calls.of(action)).toHaveLength(sends);
  expect(gateway.emulator.calls.effects()).toHaveLength(effects);
  expect(JSON.stringify(payload)).not.toMatch(/<html|Tengine/);

  // Asked again with the same key, it is the same, or it is done once at last.
  gateway.emulator.faults.clear();
  await send();
  expect(gateway.emulator.calls.effects().length).toBeLessThanOrEqual(1);
});
