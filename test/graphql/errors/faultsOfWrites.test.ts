import type { FaultRuleInput } from '../../../src/emulator';
import { explanations } from '../../../src/errors/explanations';
import { memberId, smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world: smallWorld() });
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const mutation = (field: string, input: string): string => `mutation {
  ${field}(input: ${input}) { outcome requestId errors { code upstreamCode message field retryable retryAfterMs } }
}`;
const writes = [
  { action: 'StartConfigurationRecorder', document: mutation('startConfigurationRecorder', '{}') },
  { action: 'EnrollAccount', document: mutation('enrollAccount', `{ accountId: "${memberId}" }`) },
  {
    action: 'EnrollAccount',
    document: mutation('createAccount', '{ accountNamePrefix: "shop", displayName: "Shop" }'),
  },
] as const;

interface Fault {
  readonly name: string;
  readonly rule: Omit<FaultRuleInput, 'action'> & Record<string, unknown>;
  readonly code: 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_BAD_RESPONSE' | 'UPSTREAM_THROTTLED';
  readonly outcome: 'REJECTED' | 'UNKNOWN';
  readonly retryable: boolean;
  readonly hasEffect: boolean;
  /** The parts of an upstream's answer that the error reports. */
  readonly told?: { readonly upstreamCode?: string; readonly requestId?: 'its own'; readonly retryAfterMs?: number };
}

const its = { requestId: 'its own' } as const;
const unavailable = { code: 'UPSTREAM_UNAVAILABLE', outcome: 'UNKNOWN', retryable: false } as const;
const badResponse = { code: 'UPSTREAM_BAD_RESPONSE', outcome: 'UNKNOWN', retryable: false, told: its } as const;
const throttled = { code: 'UPSTREAM_THROTTLED', outcome: 'REJECTED', retryable: true, hasEffect: false } as const;

const faults: readonly Fault[] = [
  { name: 'throttling', rule: { kind: 'throttle' }, ...throttled, told: { ...its, upstreamCode: 'Throttling.User' } },
  {
    name: 'throttling that says how long to wait',
    rule: { kind: 'throttle', retryAfterMs: 20 },
    ...throttled,
    told: { ...its, upstreamCode: 'Throttling.User', retryAfterMs: 20 },
  },
  ...(['before', 'after'] as const).flatMap((when): Fault[] => {
    const hasEffect = when === 'after';
    return [
      {
        name: `a 503 without a code ${when} the work`,
        rule: { kind: 'status', when },
        ...unavailable,
        hasEffect,
        told: its,
      },
      {
        name: `a 500 with an undocumented code ${when} the work`,
        rule: { kind: 'status', when, status: 500, code: 'InternalFailure' },
        ...unavailable,
        hasEffect,
        told: { ...its, upstreamCode: 'InternalFailure' },
      },
      { name: `a reset ${when} the work`, rule: { kind: 'reset', when }, ...unavailable, hasEffect },
      { name: `a page of HTML ${when} the work`, rule: { kind: 'html', when }, ...badResponse, hasEffect },
      {
        name: `a bad gateway’s page ${when} the work`,
        rule: { kind: 'html', when, status: 502 },
        ...badResponse,
        hasEffect,
      },
      { name: `an empty body ${when} the work`, rule: { kind: 'empty', when }, ...badResponse, hasEffect },
    ];
  }),
  {
    name: 'a reset within the answer',
    rule: { kind: 'resetInBody' },
    ...badResponse,
    told: undefined,
    hasEffect: true,
  },
  { name: 'a truncated answer', rule: { kind: 'truncated' }, ...badResponse, hasEffect: true },
];

const cases = writes.flatMap((write) => faults.map((fault) => ({ ...write, ...fault })));

it.each(cases)(
  '$action meets $name: has one effect at most, $outcome',
  async ({ action, document, rule, ...expected }) => {
    gateway.emulator.faults.add({ ...rule, action } as FaultRuleInput);

    const { data, errors } = await gateway.query(document);

    // What certainly was not executed is sent up to three times.
    const sent = expected.code === 'UPSTREAM_THROTTLED' ? 3 : 1;
    const calls = gateway.emulator.calls.of(action);
    const { told = {} } = expected;
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toEqual([
      {
        outcome: expected.outcome,
        requestId: told.requestId === undefined ? null : calls.at(-1)?.requestId,
        errors: [
          {
            code: expected.code,
            upstreamCode: told.upstreamCode ?? null,
            message:
              expected.outcome === 'UNKNOWN'
                ? (expect.stringMatching(
                    /may have been carried out, so do not simply send it again.* Read `\w+` first/,
                  ) as unknown)
                : explanations[expected.code].en,
            field: null,
            retryable: expected.retryable,
            retryAfterMs: told.retryAfterMs ?? null,
          },
        ],
      },
    ]);
    expect(calls).toHaveLength(sent);
    expect(gateway.emulator.calls.effects()).toHaveLength(expected.hasEffect ? 1 : 0);
  },
);

it('initResourceDirectory is UNKNOWN if the answer was lost, and shows the directory that it made', async () => {
  const fresh = await startGateway({ world: 'fresh' });
  fresh.emulator.faults.add({ kind: 'reset', when: 'after', action: 'InitResourceDirectory' });

  const { data, errors } = await fresh.query(
    'mutation { initResourceDirectory(input: {}) { outcome errors { code } resourceDirectory { resourceDirectoryId } } }',
  );

  const effects = fresh.emulator.calls.effects();
  await fresh.stop();
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    initResourceDirectory: {
      outcome: 'UNKNOWN',
      errors: [{ code: 'UPSTREAM_UNAVAILABLE' }],
      resourceDirectory: { resourceDirectoryId: expect.stringMatching(/^rd-/) as unknown },
    },
  });
  expect(effects).toHaveLength(1);
});
