import { z } from 'zod';
import { latenessMs } from './Frontier';
import type { UpdatedResource } from './UpdatedResource';
import { hashOf } from './UpdatedResource';

/** What a poll goes on from. */
export const PollPosition = z.strictObject({
  /** When the lists were read last: what they named until then was seen. Milliseconds since the epoch. */
  until: z.int().min(0),
  /** Hashes of the resources that were listed then with a late update. One that is missing is read again. */
  seen: z.array(z.string()).readonly(),
});
export type PollPosition = z.infer<typeof PollPosition>;

/** So many hashes fit into a cursor. */
const maxSeen = 1_000;

/** A capture can be listed so late, and its update can be so much older: what a poll looks back by. */
const lookBackMs = 2 * latenessMs;

/** The first capture that can have become visible since a poll. */
export const pollsFrom = ({ until }: Pick<PollPosition, 'until'>): number => Math.max(0, until - lookBackMs);

/** Where the next poll goes on if these were listed. */
export const pollAfter = (until: number, listed: readonly UpdatedResource[]): PollPosition => {
  // The lists reach further back than captures do, by what an update can be older.
  const from = pollsFrom({ until }) - latenessMs;
  const late = listed.filter(({ updatedAt }) => updatedAt !== undefined && updatedAt >= from);
  late.sort((one, other) => (other.updatedAt ?? 0) - (one.updatedAt ?? 0));
  return { until, seen: late.slice(0, maxSeen).map(hashOf) };
};

/** Whether a poll has seen an update before. */
export const seenBefore = ({ seen }: PollPosition): ((updated: UpdatedResource) => boolean) => {
  const hashes = new Set(seen);
  return (updated) => updated.updatedAt !== undefined && hashes.has(hashOf(updated));
};
