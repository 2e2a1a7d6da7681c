import { z } from 'zod';
import { maxPageSize } from './pageSize';

/** What a position says, before anyone looks whether it can be so. */
const Members = z.object({
  /** First and (exclusive) last millisecond of the pinned window. */
  from: z.int(),
  to: z.int(),
  /** Capture time to go on from: nothing later than this is still to be given. */
  at: z.int(),
  /** Fingerprints of the changes captured at `at` that were given already. */
  given: z.array(z.string()).readonly(),
  /** How many changes the window has, as the upstream counted them for the first page. */
  total: z.int().min(0).optional(),
  /** Whether `total` is no such count, because the first page was the whole window. */
  totalIsListed: z.boolean().optional(),
  /** The upstream does not list the newest change first: ranges are read to their end, from this time on at first. */
  below: z.int().optional(),
  /** Whether `StartTime` and `EndTime` themselves were seen to belong to the upstream's window. */
  startIsIn: z.boolean().optional(),
  endIsIn: z.boolean().optional(),
  /** The upstream request that the last page ended before: its pages so far brought nothing, so only its token goes on. */
  request: z
    .object({ StartTime: z.int(), EndTime: z.int(), Limit: z.int().min(1).max(maxPageSize), NextToken: z.string() })
    .optional(),
});

/**
 * Where reading a timeline goes on: a keyset over (capture time, what was given at that millisecond) inside a window
 * that was pinned when the first page was read.
 *
 * The optional members only save calls. A position without them reads the same changes.
 */
export const TimelinePosition = Members.refine(
  ({ from, to, at, below = at, given, total = Infinity }) =>
    from <= at && at <= to && from <= below && below <= to && given.length <= total,
  'The position is not in its window.',
);

export type TimelinePosition = z.infer<typeof TimelinePosition>;
