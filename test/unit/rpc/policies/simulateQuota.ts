import type { RpcError } from '../../../../src/errors/RpcError';
import { DescribeConfigurationRecorder, StartConfigurationRecorder } from '../../../../src/operations';
import type { Call } from '../../../../src/rpc/Call';
import type { Next } from '../../../../src/rpc/policies/policy';
import { quota } from '../../../../src/rpc/policies/quota';
import { answer, failed, readCall } from '../calls';
import type { Lateness } from '../manualClock';
import { ManualClock } from '../manualClock';

const usual = { sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };

/** 300 a minute: 150 at once, 240 in any minute. */
export const recorder: Call = { ...readCall, operation: DescribeConfigurationRecorder };
export const write: Call = { ...recorder, operation: StartConfigurationRecorder };

interface Outcome {
  readonly call: Call;
  readonly cameAt: number;
  readonly sentAt?: number;
  readonly endedAt: number;
  readonly error?: RpcError;
}

export const throttled = (retryAfterMs?: number) =>
  failed({ kind: 'THROTTLING', code: 'Throttling.User', retryAfterMs });

/** A policy on a clock that only the test moves, and an upstream that takes some time. */
export function simulate(
  options: {
    latencyMs?: number;
    answerTo?: (call: Call, sent: number) => RpcError | undefined;
    late?: Lateness;
  } = {},
) {
  const clock = new ManualClock(0, options.late);
  const policy = quota({ clock, ...usual });
  const outcomes: Outcome[] = [];
  const sent: { readonly call: Call; readonly at: number }[] = [];

  const next: Next = async (call) => {
    sent.push({ call, at: clock.now() });
    const error = options.answerTo?.(call, sent.length);
    if (options.latencyMs !== undefined) await clock.sleep(options.latencyMs);
    if (error) throw error;
    return answer;
  };

  async function ask(call: Call): Promise<void> {
    const cameAt = clock.now();
    let sentAt: number | undefined;
    const noted: Next = (attempt) => {
      sentAt = clock.now();
      return next(attempt);
    };
    const error = await policy.execute(call, noted).then(
      () => undefined,
      (reason: unknown) => reason as RpcError,
    );
    outcomes.push({ call, cameAt, sentAt, endedAt: clock.now(), error });
  }

  /** Moves time on from one timer to the next, and lets everything happen that it wakes. */
  async function advance(ms: number): Promise<void> {
    const until = clock.now() + ms;
    await settle();
    for (let wake = clock.nextWake; wake !== undefined && wake <= until; wake = clock.nextWake) {
      clock.advance(Math.max(0, wake - clock.now()));
      await settle();
    }
    clock.advance(until - clock.now());
    await settle();
  }

  return { clock, policy, ask, advance, sent, outcomes };
}

export const settle = () => new Promise(setImmediate);

export const times = (count: number, act: () => unknown) => {
  for (let index = 0; index < count; index += 1) void act();
};
