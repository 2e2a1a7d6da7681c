import type { CloudResourceKey, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { ConfigurationChange } from '../../schema/cloud-config/ConfigurationChange';
import type { ConfigurationTimelineConnection } from '../../schema/cloud-config/ConfigurationTimelineConnection';
import { parseEventType } from '../../schema/cloud-config/ResourceEventType';
import type { ConfigurationChangeFilter, TimelineArgs, TimeRangeInput } from '../../schema/cloud-config/TimelineArgs';
import type { FieldCosts } from '../../schema/costs';
import { parseConfigurationDiff } from '../../src/changes/parseConfigurationDiff';
import type { Duration } from '../../src/changes/parseDuration';
import { momentBefore, parseDuration } from '../../src/changes/parseDuration';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import { DescribeDiscoveredResource, GetResourceConfigurationTimeline } from '../../src/operations';
import type { ConfigurationChangeRecord } from '../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { TimelinePosition } from '../../src/pagination/TimelinePosition';
import { bindCursors } from '../../src/pagination/cursor';
import { parsePageSize } from '../../src/pagination/pageSize';
import { maxPageOfOneCall } from '../../src/pagination/readTimelinePage';
import { toConnection } from '../../src/pagination/toConnection';
import { accountOrCurrent } from '../currentAccount';
import { requireText } from '../requireText';

/** Ends of ranges that nobody named lie so far apart. */
const endStepMs = 10_000;

/** What the upstream, too, takes for a window that nobody named. */
const defaultWindowMs = 30 * 24 * 60 * 60_000;

/** What such a page costs, and its resource, if more than the key of that is selected. */
export const timelineCosts: FieldCosts = {
  page: { list: GetResourceConfigurationTimeline, isReadInPieces: true, peeksFrom: maxPageOfOneCall + 1 },
  filter: { readsOn: true },
  details: [{ operation: DescribeDiscoveredResource, per: 'object' }],
};

/** One page of the timeline of one resource, whose key is checked. @throws UserError for other arguments that do not fit. */
export const resolveTimeline = async (
  resource: CloudResourceKeyInput,
  { between, first, after, filter }: TimelineArgs,
  context: Context,
): Promise<ConfigurationTimelineConnection> => {
  const size = parsePageSize(first);
  const wanted = parseFilter(filter);
  const { region, resourceType, resourceId } = resource;
  const accountId = await accountOrCurrent(context, resource.accountId, ['resource', 'accountId']);
  const key = { accountId, region, resourceType, resourceId };
  const last = between?.last == null ? undefined : parseLast(between.last, between.from);
  const range = [between?.from ?? null, between?.to ?? null, ...(last === undefined ? [] : [last])];
  const cursors = bindCursors('configurationTimeline', [key, range, wanted], TimelinePosition);
  const position = after == null ? undefined : cursors.decode(after);
  const { from, to } = position ?? (await parseRange(between, last, context));

  const page = await context.loaders.cloudConfig.timelinePage.load({
    resource: key,
    from,
    to,
    first: size,
    position,
    filter: JSON.stringify(wanted),
    matches: wanted === null ? undefined : (record) => matches(record, wanted),
  });

  const { totalCount, ...connection } = toConnection(page, cursors, after, (record) =>
    ConfigurationChange.fromRecord(key, record),
  );
  return {
    ...connection,
    resource: key,
    range: { from: new Date(from), to: new Date(to) },
    ownCount: totalCount,
    emptyCalls: page.emptyCalls,
    ...(wanted === null ? { toCount: { resource: key, from, to, claimedCount: page.claimedCount } } : {}),
  };
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

interface WantedChanges {
  readonly eventTypes: readonly string[];
  readonly paths: readonly string[];
}

/** Null if every change is wanted; sorted, so that the same filter is the same text. */
const parseFilter = (filter: ConfigurationChangeFilter | null | undefined): WantedChanges | null => {
  const eventTypes = [...new Set(filter?.eventTypes ?? [])].sort();
  const given = filter?.paths ?? [];
  const paths = [...new Set(given.map((path, index) => requireText(path, ['filter', 'paths', String(index)])))].sort();
  return eventTypes.length === 0 && paths.length === 0 ? null : { eventTypes, paths };
};

const matches = (record: ConfigurationChangeRecord, { eventTypes, paths }: WantedChanges): boolean => {
  const isOfType = eventTypes.length === 0 || eventTypes.includes(parseEventType(record.ResourceEventType));
  if (!isOfType || paths.length === 0) return isOfType;
  const differences = parseConfigurationDiff(record.ConfigurationDiff ?? '') ?? [];
  return differences.some(({ path }) => paths.includes(path));
};

/** The change with this key; null if the timeline of its resource has none. */
export const findChange = async (
  { loaders }: Context,
  resource: CloudResourceKey,
  capturedAt: string,
  identity: string,
): Promise<ConfigurationChange | null> => {
  // What no clock says is no moment of a change.
  if (!/^\d{1,15}$/.test(capturedAt)) return null;
  const record = await loaders.cloudConfig.change.load({ resource, capturedAt: Number(capturedAt), identity });
  return record && ConfigurationChange.fromRecord(resource, record);
};
