import type { HandlerContext } from '../handler';
import type { Captured, History, Records, Slice } from './History';
import { endOfTie, startOfTie } from './History';
import type { ResourceKey } from './ResourceKey';
import { toResourceKeyText } from './ResourceKey';
import { productRefusal } from './productErrors';
import type { TimelinePosition } from './timelineToken';
import { parseToken, tokenLifeMs, toToken } from './timelineToken';
import { isRecording, recordedHistory } from './trackedResource';

/** The parameters of every timeline. */
export interface TimelineQuery {
  readonly StartTime?: number;
  readonly EndTime?: number;
  readonly NextToken?: string;
  readonly limit: number;
  /** What a token is good for besides the resource: the version, and the account group. */
  readonly scope?: string;
}

/** One page of what was recorded of a resource, newest first. */
export interface TimelinePage<C extends Captured> {
  /** Undefined for a resource that was never seen. */
  readonly history: Records<C> | undefined;
  readonly changes: readonly C[];
  readonly nextToken: string | undefined;
  /** How many changes the whole window has, or the whole history, by the reading. */
  readonly total: number;
}

const defaultWindowMs = 30 * 24 * 60 * 60_000;

/**
 * Reads one page of what the recorder of its account has of a resource, by the readings for order and count.
 *
 * @param recordsOf what is listed: the changes themselves, or what follows from them.
 */
export function readTimelinePage<C extends Captured>(
  key: ResourceKey,
  query: TimelineQuery,
  context: HandlerContext,
  recordsOf: (history: History) => Records<C>,
): TimelinePage<C> {
  const { world, readings } = context;
  const recordedChanges = recorded(key, context);
  const history = recordedChanges && recordsOf(recordedChanges);
  if (!history && readings.unknownResource === 'NoData') throw productRefusal('NoData');

  const position = startingPosition(query, key, context);
  const window = windowOf(history, position, context);
  const inWindow = window.to - window.from;
  const changes = changesOf(history, window, position.given, query.limit, context);
  const given = position.given + changes.length;

  const next: TimelinePosition = { ...position, given, expiresAt: world.clock.now() + tokenLifeMs };
  const nextToken = given >= inWindow ? lastPageToken(changes, next, history, context) : toToken(next);
  // What has not happened yet is not counted either.
  const sofar = history?.between(-Infinity, world.clock.now());
  const total = readings.timelineTotal === 'history' && sofar ? sofar.to - sofar.from : inWindow;
  return { history, changes, nextToken, total };
}

/** The history as the recorder of its account has it; undefined if there is none to read. */
function recorded(key: ResourceKey, { world, readings }: HandlerContext): History | undefined {
  const history = world.timelines.get(key);
  const isHidden = readings.unrecordedHistory === 'hidden' && !isRecording(world, key.accountId, key.resourceType);
  return history && !isHidden ? recordedHistory(history, world) : undefined;
}

/** Where this page starts: at the token, or at the newest change of the window that the request names. */
function startingPosition(
  { StartTime, EndTime, NextToken = '', scope = '' }: TimelineQuery,
  key: ResourceKey,
  { world, readings }: HandlerContext,
): TimelinePosition {
  const now = world.clock.now();
  const resource = scope + toResourceKeyText(key);

  if (NextToken !== '') {
    const position = parseToken(NextToken);
    if (position?.resource === resource && position.expiresAt >= now) return position;
    if (readings.badToken === 'TokenInvalid') throw productRefusal('TokenInvalid');
  }
  return {
    resource,
    start: StartTime ?? now - defaultWindowMs,
    // What has not happened yet is not answered, and must not come in between two pages of a window that ends later.
    end: Math.min(EndTime ?? now, now),
    given: 0,
    expiresAt: now + tokenLifeMs,
  };
}

function windowOf(
  history: Records<Captured> | undefined,
  { start, end }: TimelinePosition,
  { readings }: HandlerContext,
): Slice {
  const inset = readings.windowBounds === 'exclusive' ? 1 : 0;
  return history?.between(start + inset, end - inset) ?? { from: 0, to: 0 };
}

function changesOf<C extends Captured>(
  history: Records<C> | undefined,
  { from, to }: Slice,
  given: number,
  limit: number,
  { readings, world }: HandlerContext,
): readonly C[] {
  if (!history) return [];
  const oldestFirst = readings.timelineOrder === 'oldest-first';
  const newest = oldestFirst ? Math.min(to, from + given + limit) : Math.max(from, to - given);
  const oldest = oldestFirst ? Math.min(newest, from + given) : Math.max(from, newest - limit);
  const listed = (changes: readonly C[]): readonly C[] => (oldestFirst ? changes : [...changes].reverse());
  if (readings.tieOrder === 'stable') return listed(history.slice(oldest, newest));

  // Ties reach over the edges of a page: the whole runs of one millisecond are shuffled before the page is cut.
  const runsFrom = startOfTie(history, oldest, from);
  const runsTo = endOfTie(history, newest, to);
  const shuffled = shuffleTies(history.slice(runsFrom, runsTo), world.random);
  return listed(shuffled.slice(oldest - runsFrom, newest - runsFrom));
}

/** Shuffles changes of the same millisecond. Everything else keeps its position. */
function shuffleTies<C extends Captured>(changes: readonly C[], random: () => number): readonly C[] {
  return changes
    .map((change) => ({ change, lot: random() }))
    .sort((a, b) => a.change.capturedAt - b.change.capturedAt || a.lot - b.lot)
    .map(({ change }) => change);
}

function lastPageToken(
  changes: readonly Captured[],
  next: TimelinePosition,
  history: Records<Captured> | undefined,
  { readings }: HandlerContext,
): string | undefined {
  if (readings.lastPageToken === 'empty') return '';
  // A token leads to an empty page, and that one to nothing: a client that follows tokens comes to an end.
  if (readings.lastPageToken === 'present' && changes.length > 0) {
    return history?.resource.lastPageToken ?? toToken(next);
  }
  return undefined;
}
