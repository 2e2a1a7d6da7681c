import type { World } from '../world/World';
import type { Configuration, History } from './History';
import { RecordedHistory } from './RecordedHistory';
import { textOf } from './Timeline';

/** A resource as Cloud Config has it at one time. */
export interface TrackedResource {
  readonly history: History;
  readonly deleted: boolean;
  readonly resourceName: string;
  readonly tags: string;
  /** When it changed last, and how often it did. */
  readonly updatedAt: number;
  readonly version: number;
  /** As it is, or as it was before it was removed. */
  configuration(): Configuration;
}

/** A history as the recorder of its account has it, which may not have recorded its type all the time. */
export function recordedHistory(history: History, { recorders }: World): History {
  const gaps = recorders.gaps(history.resource.accountId, history.resource.resourceType);
  return gaps.length === 0 ? history : new RecordedHistory(history, gaps);
}

/** Whether the recorder of the account records a type now: it is started, the type is chosen, and a rebuild is over. */
export function isRecording({ recorders, clock }: World, accountId: string, resourceType: string): boolean {
  const now = clock.now();
  const gaps = recorders.recording(accountId);
  return gaps !== undefined && !gaps.get(resourceType)?.some(({ from, to }) => from <= now && now < to);
}

/**
 * What Cloud Config knows of a resource; undefined if it does not track it, or did not find it yet.
 *
 * @param at changes that were captured later are not known. Default: now.
 */
export function trackedResource(history: History, world: World, at = world.clock.now()): TrackedResource | undefined {
  const { resource } = history;
  if (!isRecording(world, resource.accountId, resource.resourceType)) return undefined;
  const { to: count } = history.between(-Infinity, at);
  const isWithoutHistory = history.length === 0 && resource.foundAs === undefined;
  if (count === 0 && !isWithoutHistory) return undefined;

  const [last] = history.slice(count - 1, count);
  const deleted = last?.type === 'REMOVE';
  return {
    history,
    deleted,
    resourceName: last?.resourceName ?? resource.resourceName,
    tags: last?.tags ?? textOf(resource.tags) ?? '{}',
    updatedAt: last?.capturedAt ?? Date.parse(resource.createTime ?? '1970-01-01'),
    version: Math.max(1, count),
    configuration: () => history.configurationAfter(deleted ? count - 1 : count),
  };
}

/** The state of a resource as its product names it. Empty if its configuration has none. */
export function statusOf(configuration: Configuration): string {
  for (const [name, value] of configuration) {
    if (name.endsWith('Status') && typeof value === 'string') return value;
  }
  return '';
}
