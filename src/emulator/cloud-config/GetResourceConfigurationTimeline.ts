import { GetResourceConfigurationTimeline as operation } from '../../operations';
import type { RequestOf } from '../../operations/operation';
import { Refusal } from '../Refusal';
import { invalid } from '../gatewayErrors';
import type { Handler, HandlerContext } from '../handler';
import type { Change, History, Slice } from './History';
import { endOfTie, startOfTie } from './History';
import type { ResourceKey } from './Timelines';
import { toResourceKeyText } from './Timelines';
import { meantAccounts } from './retiredParameters';
import type { TimelinePosition } from './timelineToken';
import { parseToken, tokenLifeMs, toToken } from './timelineToken';
import { isRecording, recordedHistory } from './trackedResource';

type Request = RequestOf<typeof operation>;

const defaultWindowMs = 30 * 24 * 60 * 60_000;
const { min: minLimit = 1, max: maxLimit = 100, default: defaultLimit = 10 } = operation.paging ?? {};

/** Answers one page of a resource's history, newest change first. */
export const GetResourceConfigurationTimeline: Handler<'GetResourceConfigurationTimeline'> = (request, context) => {
  const { world, readings } = context;
  const limit = request.Limit ?? defaultLimit;
  if (limit < minLimit || limit > maxLimit) throw invalid('Limit');

  const key = resourceKey(request, context);
  const timeline = recorded(key, context);
  if (!timeline && readings.unknownResource === 'NoData') throw new Refusal('NoData', 404, 'not found data.');

  const position = startingPosition(request, key, context);
  const window = windowOf(timeline, position, context);
  const total = window.to - window.from;
  const page = pageOf(timeline, window, position.given, limit, context);
  const given = position.given + page.length;

  const isLast = given >= total;
  const next: TimelinePosition = { ...position, given, expiresAt: world.clock.now() + tokenLifeMs };

  return {
    ResourceConfigurationTimeline: {
      ConfigurationList: page.map((change) => toRecord(change, timeline)),
      Limit: limit,
      NextToken: isLast ? lastPageToken(page, next, timeline, context) : toToken(next),
      TotalCount: readings.totalCount === 'present' ? total : undefined,
    },
  };
};

/** The resource that is meant: of the caller, or by retired parameters of the first member that has it. */
function resourceKey(request: Request, context: HandlerContext): ResourceKey {
  const { Region: region, ResourceType: resourceType, ResourceId: resourceId } = request;
  const keys = [];
  for (const accountId of meantAccounts(request, context)) {
    const key = { accountId, region, resourceType, resourceId };
    if (context.world.timelines.get(key)) return key;
    keys.push(key);
  }
  return keys[0] ?? { accountId: context.caller.accountId, region, resourceType, resourceId };
}

/** The history as the recorder of its account has it; undefined where there is none to read. */
function recorded(key: ResourceKey, { world, readings }: HandlerContext): History | undefined {
  const history = world.timelines.get(key);
  const isHidden = readings.unrecordedHistory === 'hidden' && !isRecording(world, key.accountId, key.resourceType);
  return history && !isHidden ? recordedHistory(history, world) : undefined;
}

/** Where this page starts: at the token, or at the newest change of the window that the request names. */
function startingPosition(request: Request, key: ResourceKey, { world, readings }: HandlerContext): TimelinePosition {
  const now = world.clock.now();
  const resource = toResourceKeyText(key);
  const token = request.NextToken ?? '';

  if (token !== '') {
    const position = parseToken(token);
    if (position?.resource === resource && position.expiresAt >= now) return position;
    if (readings.badToken === 'TokenInvalid') throw new Refusal('TokenInvalid', 400, 'The token is invalid.');
  }
  return {
    resource,
    start: request.StartTime ?? now - defaultWindowMs,
    // What has not happened yet is not answered, and must not come in between two pages of a window that ends later.
    end: Math.min(request.EndTime ?? now, now),
    given: 0,
    expiresAt: now + tokenLifeMs,
  };
}

function windowOf(
  timeline: History | undefined,
  { start, end }: TimelinePosition,
  { readings }: HandlerContext,
): Slice {
  const inset = readings.windowBounds === 'exclusive' ? 1 : 0;
  return timeline?.between(start + inset, end - inset) ?? { from: 0, to: 0 };
}

function pageOf(
  timeline: History | undefined,
  { from, to }: Slice,
  given: number,
  limit: number,
  { readings, world }: HandlerContext,
): readonly Change[] {
  if (!timeline) return [];
  const newest = Math.max(from, to - given);
  const oldest = Math.max(from, newest - limit);
  if (readings.tieOrder === 'stable') return [...timeline.slice(oldest, newest)].reverse();

  // Ties reach over the edges of a page: the whole runs of one millisecond are shuffled before the page is cut.
  const runsFrom = startOfTie(timeline, oldest, from);
  const runsTo = endOfTie(timeline, newest, to);
  const shuffled = shuffleTies(timeline.slice(runsFrom, runsTo), world.random);
  return shuffled.slice(oldest - runsFrom, newest - runsFrom).reverse();
}

/** Puts changes of one millisecond into another order; everything else stays where it is. */
function shuffleTies(changes: readonly Change[], random: () => number): readonly Change[] {
  return changes
    .map((change) => ({ change, lot: random() }))
    .sort((a, b) => a.change.capturedAt - b.change.capturedAt || a.lot - b.lot)
    .map(({ change }) => change);
}

function lastPageToken(
  page: readonly Change[],
  next: TimelinePosition,
  timeline: History | undefined,
  { readings }: HandlerContext,
): string | undefined {
  if (readings.lastPageToken === 'empty') return '';
  // A token leads to an empty page, and that one to nothing: a client that follows tokens comes to an end.
  if (readings.lastPageToken === 'present' && page.length > 0) return timeline?.resource.lastPageToken ?? toToken(next);
  return undefined;
}

function toRecord(change: Change, timeline: History | undefined) {
  const resource = timeline?.resource;
  return {
    AccountId: resource?.accountId,
    AvailabilityZone: resource?.availabilityZone,
    CaptureTime: change.capturedAt,
    ConfigurationDiff: change.diff,
    Region: resource?.region,
    ResourceCreateTime: resource?.createTime === undefined ? undefined : Date.parse(resource.createTime),
    ResourceEventType: change.type,
    ResourceId: resource?.resourceId,
    ResourceName: change.resourceName,
    ResourceType: resource?.resourceType,
    Tags: change.tags,
  };
}
