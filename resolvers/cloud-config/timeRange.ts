import type { TimeRangeInput } from '../../schema/cloud-config/TimelineArgs';
import type { Duration } from '../../src/changes/parseDuration';
import { momentBefore, parseDuration } from '../../src/changes/parseDuration';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';

/** Ends of ranges that nobody named lie so far apart. */
const endStepMs = 10_000;

/** A time range as a client names it. */
export interface GivenRange {
  /** What a cursor is bound to. */
  readonly given: readonly unknown[];
  /**
   * Its first millisecond, and the one after its last.
   *
   * @param defaultWindowMs how long it is if nothing says where it begins.
   * @throws UserError if it ends before it begins.
   */
  resolve(
    defaultWindowMs: number,
    context: Pick<Context, 'now'>,
  ): Promise<{ readonly from: number; readonly to: number }>;
}

/** Reads the argument `between`. @throws UserError BAD_USER_INPUT for what is no duration, and beside `from`. */
export const parseTimeRange = (between: TimeRangeInput | null | undefined): GivenRange => {
  const last = between?.last == null ? undefined : parseLast(between.last, between.from);
  return {
    given: [between?.from ?? null, between?.to ?? null, ...(last === undefined ? [] : [last])],
    resolve: (defaultWindowMs, context) => resolveRange(between, last, defaultWindowMs, context),
  };
};

const resolveRange = async (
  between: TimeRangeInput | null | undefined,
  last: Duration | undefined,
  defaultWindowMs: number,
  context: Pick<Context, 'now'>,
): Promise<{ from: number; to: number }> => {
  const to = between?.to?.getTime() ?? endingNow(await context.now());
  const from = last === undefined ? (between?.from?.getTime() ?? to - defaultWindowMs) : momentBefore(to, last);
  if (Number.isNaN(from)) throw badInput(['between', 'last'], expectedDuration, between?.last);
  if (from >= to) {
    const end = new Date(to).toISOString();
    throw badInput(
      ['between', 'from'],
      { en: `before between.to (${end})`, zh: `早于 between.to（${end}）的时间` },
      new Date(from).toISOString(),
    );
  }
  return { from, to };
};

const expectedDuration = {
  en: 'an ISO 8601 duration such as P7D, PT12H or P1M',
  zh: ' ISO 8601 时长，例如 P7D、PT12H 或 P1M',
};

/** @throws UserError BAD_USER_INPUT for what is no duration, and beside `from`. */
const parseLast = (last: string, from: Date | null | undefined): Duration => {
  const duration = parseDuration(last);
  if (duration === undefined) throw badInput(['between', 'last'], expectedDuration, last);
  if (from == null) return duration;
  throw new UserError(
    'BAD_USER_INPUT',
    {
      en: 'between must have from or last, but got both: last counts back from to, or from now.',
      zh: 'between 应只包含 from 或 last 之一，但同时收到两者：last 从 to（未指定时为当前时间）向前计算。',
    },
    ['between', 'last'],
  );
};

/**
 * The end of a range that nobody named: behind the present moment, so that a change captured right now is in it, and
 * the same for all who ask within ten seconds, so that they share one call.
 */
export const endingNow = (now: number): number => (Math.floor(now / endStepMs) + 1) * endStepMs;
