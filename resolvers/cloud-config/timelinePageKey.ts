import type { CloudResourceKey, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import type { TimeRangeArgs, TimeRangeInput } from '../../schema/cloud-config/TimelineArgs';
import type { PageCosts } from '../../schema/costs';
import type { Duration } from '../../src/changes/parseDuration';
import { momentBefore, parseDuration } from '../../src/changes/parseDuration';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import type { Operation } from '../../src/operations/operation';
import { TimelinePosition } from '../../src/pagination/TimelinePosition';
import type { Cursors } from '../../src/pagination/cursor';
import { parsePageSize } from '../../src/pagination/pageSize';
import { maxPageOfOneCall } from '../../src/pagination/readTimelinePage';
import { accountOrCurrent } from '../currentAccount';

/** Ends of ranges that nobody named lie so far apart. */
const endStepMs = 10_000;

/** What the upstream, too, takes for a window that nobody named. */
const defaultWindowMs = 30 * 24 * 60 * 60_000;

/** What a page of any timeline costs: pages of another size share no call with it. */
export const timelinePageCosts = (list: Operation): PageCosts => ({
  list,
  isReadInPieces: true,
  peeksFrom: maxPageOfOneCall + 1,
});

/** Which page of which timeline a field asks for. */
export interface TimelinePageArgs {
  readonly resource: CloudResourceKey;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  /** Undefined for the first page. */
  readonly position: TimelinePosition | undefined;
  readonly cursors: Cursors<TimelinePosition>;
}

/**
 * Reads the arguments that all timelines share.
 *
 * @param field whose cursors these are: those of another field are refused.
 * @param others what else the cursors are bound to.
 * @throws UserError for arguments that do not fit.
 */
export const parseTimelinePage = async (
  field: string,
  { accountId: owner, region, resourceType, resourceId }: CloudResourceKeyInput,
  { between, first, after }: TimeRangeArgs,
  others: readonly unknown[],
  context: Context,
): Promise<TimelinePageArgs> => {
  const size = parsePageSize(first);
  const accountId = await accountOrCurrent(context, owner, ['resource', 'accountId']);
  const resource = { accountId, region, resourceType, resourceId };
  const last = between?.last == null ? undefined : parseLast(between.last, between.from);
  const range = [between?.from ?? null, between?.to ?? null, ...(last === undefined ? [] : [last])];
  const cursors = context.cursors.bind(field, [resource, range, ...others], TimelinePosition);
  const position = after == null ? undefined : cursors.decode(after);
  const { from, to } = position ?? (await parseRange(between, last, context));
  return { resource, from, to, first: size, position, cursors };
};

const parseRange = async (
  between: TimeRangeInput | null | undefined,
  last: Duration | undefined,
  context: Context,
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
