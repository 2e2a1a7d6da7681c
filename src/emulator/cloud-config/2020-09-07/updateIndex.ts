import type { ListDiscoveredResources } from '../../../operations/cloud-config/2020-09-07/ListDiscoveredResources';
import type { RequestOf } from '../../../operations/operation';
import type { Sequence } from '../../Sequence';
import { each, mapped } from '../../Sequence';
import type { HandlerContext } from '../../handler';
import { hashOf } from '../../hashOf';
import { listTokenLifeMs, tokenPageOf } from '../../tokenPage';
import { toResourceKeyText } from '../ResourceKey';
import type { ResourceFilter } from '../findResources';
import { findResources } from '../findResources';
import type { TrackedResource } from '../trackedResource';
import type { ListedResource } from './ListedResource';
import { listTokens } from './listTokens';
import { filterOf } from './resourceRecords';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** One page of a list, and what stands beside its items. */
export interface ResourceListPage {
  readonly items: readonly ListedResource[];
  readonly nextToken: string | undefined;
  readonly total: number;
}

type ListRequest = RequestOf<typeof ListDiscoveredResources>;

/**
 * Reads one page of the tracked resources of some accounts, as the index of Cloud Config 2020-09-07 has them by the
 * readings.
 *
 * @param list what its tokens are good for, besides the filter.
 */
export function readListPage(
  accountIds: Sequence<string>,
  list: string,
  { MaxResults: size, NextToken: token, ...request }: ListRequest,
  context: HandlerContext,
): ResourceListPage {
  const { world, readings } = context;
  const filter = filterOf(request);
  const tokens = listTokens(`${list}/${JSON.stringify(request)}`);
  const resumed = filter.updated && readings.updateOrder === 'snapshot' ? tokens.read(token ?? '') : undefined;
  const startedAt = resumed ? resumed.expiresAt - listTokenLifeMs : world.clock.now();
  const asKnown = { ...filter, at: startedAt - indexLagMs(context) };

  const listed = filter.updated
    ? updatedWithin(filter.updated, accountIds, asKnown, context)
    : mapped(findResources(each(accountIds), asKnown, world), (tracked) => toListed(tracked, asKnown.at, context));
  const isWhole = filter.updated !== undefined && readings.listedTotal === 'without-window';
  const counted = isWhole ? findResources(each(accountIds), { ...asKnown, updated: undefined }, world) : listed;
  const page = tokenPageOf(listed, { size, token, startedAt }, tokens, context);
  return { ...page, total: counted.length };
}

/** How late the index is: as the world says, and a minute at least if UpdateTime is the moment of its writing. */
const indexLagMs = ({ world, readings }: HandlerContext): number =>
  Math.max(world.indexLagMs, readings.updateTime === 'index' ? minuteMs : 0);

type Known = ResourceFilter & { readonly at: number };

/** What was updated in a window, in the order of the world or, by a reading, of the updates. */
function updatedWithin(
  { from, to }: NonNullable<ResourceFilter['updated']>,
  accountIds: Sequence<string>,
  known: Known,
  context: HandlerContext,
): readonly ListedResource[] {
  const { readings, world } = context;
  // What is shown as the last update is near the last change, or anywhere.
  const slackMs = 20 * minuteMs + indexLagMs(context);
  const isNear = readings.updateMoves === 'changes' && !(known.deleted && readings.deletedUpdateTime === 'last-change');
  const updated = isNear ? { from: from - slackMs, to: to + slackMs } : undefined;
  const last = readings.updateBounds === 'inclusive' ? to : to - 1;

  const found = findResources(each(accountIds), { ...known, updated }, world);
  const listed = [...each(found)]
    .map((tracked) => toListed(tracked, known.at, context))
    .filter(({ updatedAt }) => from <= updatedAt && updatedAt <= last);
  if (readings.updateOrder === 'snapshot') return listed;
  const direction = readings.updateOrder === 'newest-first' ? -1 : 1;
  return listed.sort((one, other) => direction * (one.updatedAt - other.updatedAt));
}

/** When the index says that a resource was updated last, and the version that it gives. */
function toListed(tracked: TrackedResource, at: number, context: HandlerContext): ListedResource {
  const { readings } = context;
  const { history, deleted, version } = tracked;
  const lot = hashOf(toResourceKeyText(history.resource));
  const [beforeRemoval] =
    deleted && readings.deletedUpdateTime === 'last-change' ? history.slice(version - 2, version - 1) : [];
  const capturedAt = beforeRemoval?.capturedAt ?? tracked.updatedAt;
  const shift = { capture: 0, index: indexLagMs(context), product: -(lot % (10 * minuteMs)) }[readings.updateTime];

  const periodMs = deleted ? undefined : periodOf(lot, readings.updateMoves);
  if (periodMs === undefined) return { tracked, updatedAt: capturedAt + shift, version };
  const phase = lot % periodMs;
  const touchedAt = Math.floor((at - phase) / periodMs) * periodMs + phase;
  const touches = Math.max(0, Math.ceil((touchedAt - capturedAt) / periodMs));
  return { tracked, updatedAt: Math.max(touchedAt, capturedAt) + shift, version: version + touches };
}

/** How often a resource is updated without a change; undefined if it never is. */
function periodOf(lot: number, moves: HandlerContext['readings']['updateMoves']): number | undefined {
  if (moves !== 'changes' && lot % 4 === 0) return 6 * hourMs;
  return moves === 'checks' ? 24 * hourMs : undefined;
}
