import { ConfigurationChange } from '../../schema/cloud-config/ConfigurationChange';
import type { ConfigurationChangesArgs } from '../../schema/cloud-config/ConfigurationChangeArgs';
import type { ConfigurationChangeConnection } from '../../schema/cloud-config/ConfigurationChangeConnection';
import { ReadGap } from '../../schema/cloud-config/ReadGap';
import { configurationTimeline } from '../../src/changes/configurationTimeline';
import type { Context } from '../../src/context';
import { toClientError } from '../../src/errors/ClientError';
import { badInput } from '../../src/errors/UserError';
import type { FeedGap } from '../../src/feed/FeedGap';
import { FeedPosition } from '../../src/feed/FeedPosition';
import { latenessMs } from '../../src/feed/Frontier';
import { pollAfter, PollPosition, pollsFrom, seenBefore } from '../../src/feed/PollPosition';
import { indexStepMs } from '../../src/feed/UpdateIndex';
import type { FeedEdge, FeedReads } from '../../src/feed/readFeed';
import { readFeed } from '../../src/feed/readFeed';
import type { ConfigurationChangeRecord } from '../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { parsePageSize } from '../../src/pagination/pageSize';
import { maxPageOfOneCall } from '../../src/pagination/readTimelinePage';
import { toConnection } from '../../src/pagination/toConnection';
import { isWanted, parseChangeFilter } from './changeFilter';
import { maxLists, maxTimelines } from './feedCosts';
import type { FeedScope, ParsedScope } from './feedScope';
import type { GivenRange } from './timeRange';
import { endingNow, parseTimeRange } from './timeRange';

/** Older changes are refused. */
const maxAgeMs = 90 * 24 * 60 * 60_000;

const defaultWindowMs = 24 * 60 * 60_000;

const pollAfterMs = 60_000;

/** The field's name in messages and cursors. */
const field = 'configurationChanges';

/** One page of the changes of the resources in a scope. @throws UserError for arguments that do not fit. */
export const listChanges = async (
  scope: ParsedScope,
  args: ConfigurationChangesArgs,
  context: Context,
): Promise<ConfigurationChangeConnection> => {
  const first = parsePageSize(args.first);
  const wanted = parseChangeFilter(args.filter);
  const range = parseTimeRange(args.between);
  const polls = context.cursors.bind(field, ['poll', scope.text], PollPosition, 'since');
  const poll = args.since == null || args.since === '' ? undefined : polls.decode(args.since);
  if (poll !== undefined && args.between != null) throw besideSince(args.between);
  const bound = [scope.text, range.given, wanted, poll === undefined ? null : args.since];
  const cursors = context.cursors.bind(field, bound, FeedPosition);
  const position = args.after == null ? undefined : cursors.decode(args.after);

  const now = await context.now();
  const window = position ?? (await windowOf(range, poll, context, now));
  // Whether the end of what is listed may lie in the future is not documented.
  const until = endingNow(now) - indexStepMs;
  const found = await scope.find();
  const page = await readFeed(readsOf(found, context), {
    ...window,
    until,
    first,
    position,
    named: found.named,
    isInScope: found.isInScope,
    isSeen: poll && seenBefore(poll),
    matches: wanted === null ? undefined : (record, { resourceType }) => isWanted(resourceType, record, wanted),
    lags: context.lists.capturesLag,
    removalsUndated: context.lists.removalsUndated,
    maxTimelines: maxTimelines(args, position),
    maxLists: maxLists(found.sources.length),
  });
  if (page.lags) context.lists.learnCaptureLag();
  if (page.removalsUndated) context.lists.learnUndatedRemovals();

  const gaps = toGaps([...found.gaps, ...page.gaps], page.range, context);
  // What follows this page has not been read yet: a poll that left it out would never return it.
  const next = poll !== undefined && page.hasNextPage ? poll : pollAfter(until, page.settled);
  const connection = toConnection(
    { ...page, edges: page.edges.map((edge) => new FeedRecord(edge)) },
    cursors,
    args.after,
    ({ resource, record, previousAt }) =>
      Object.assign(ConfigurationChange.fromRecord(resource, record), { previousAt }),
  );
  return {
    ...connection,
    gaps,
    poll: {
      get since() {
        return polls.encode(next);
      },
      pollAfterMs: Math.max(pollAfterMs, ...gaps.map(({ retryAfterMs }) => retryAfterMs ?? 0)),
    },
    updatedResourceCount: context.access.principal.seesAll ? (page.updatedCount ?? null) : null,
    readAt: new Date(now),
    settledUntil: new Date(until - latenessMs),
  };
};

/** Its position is made when its cursor is selected. */
class FeedRecord {
  constructor(readonly record: FeedEdge<ConfigurationChangeRecord>) {}

  get position(): FeedEdge<ConfigurationChangeRecord>['position'] {
    return this.record.position;
  }
}

const windowOf = async (
  range: GivenRange,
  poll: PollPosition | undefined,
  context: Context,
  now: number,
): Promise<{ readonly from: number; readonly to: number }> => {
  if (poll !== undefined) {
    const from = Math.max(pollsFrom(poll), now - maxAgeMs);
    return { from, to: Math.max(endingNow(now), from + 1) };
  }
  const window = await range.resolve(defaultWindowMs, context);
  // A client may name the moment of an answer that is a little older than this request.
  if (window.from < now - maxAgeMs - defaultWindowMs) {
    throw badInput(
      ['between', 'from'],
      { en: 'at most 90 days ago', zh: '不早于 90 天前的时间' },
      new Date(window.from).toISOString(),
    );
  }
  return window;
};

const readsOf = ({ sources }: FeedScope, { loaders }: Context): FeedReads<ConfigurationChangeRecord> => ({
  kind: configurationTimeline,
  sources,
  // Pages of one size, so that readers of pages of all sizes share their calls.
  timeline: (resource, window, position) =>
    loaders.cloudConfig.timelinePage.load({
      ...window,
      resource,
      position,
      first: maxPageOfOneCall,
      filter: 'null',
      matches: undefined,
    }),
});

const toGaps = (
  gaps: readonly FeedGap[],
  range: { readonly from: number; readonly to: number },
  { access, language }: Context,
): readonly ReadGap[] =>
  gaps
    .filter(({ subject }) => subject.source !== 'ACCOUNT' || access.principal.maySee(subject.accountId))
    .map((gap) => ReadGap.of(gap, range, toClientError(gap.error, language)));

const besideSince = (between: unknown): Error =>
  badInput(
    ['between'],
    {
      en: 'omitted if since is given: a poll has its own range',
      zh: '在指定 since 时省略的参数：轮询有自己的时间范围',
    },
    between,
  );
