import { z } from 'zod';

/**
 * Where reading a timeline goes on: a keyset over (capture time, what was given at that millisecond) inside a window
 * that was pinned when the first page was read.
 *
 * The optional members only save calls. A position without them reads the same changes.
 */
export const TimelinePosition = z.object({
  /** First and (exclusive) last millisecond of the pinned window. */
  from: z.int(),
  to: z.int(),
  /** Capture time to go on from: nothing later than this is still to be given. */
  at: z.int(),
  /** Fingerprints of the changes captured at `at` that were given already. */
  given: z.array(z.string()).readonly(),
  /** How many changes the window has, as far as the first page could know. */
  total: z.int().optional(),
  /** The upstream does not list the newest change first: ranges are read to their end, from this time on at first. */
  below: z.int().optional(),
  /** Whether `StartTime` and `EndTime` themselves were seen to belong to the upstream's window. */
  startIsIn: z.boolean().optional(),
  endIsIn: z.boolean().optional(),
  /** The upstream request that the last page ended before: its pages so far brought nothing, so only its token goes on. */
  request: z.object({ StartTime: z.int(), EndTime: z.int(), Limit: z.int(), NextToken: z.string() }).optional(),
});

export type TimelinePosition = z.infer<typeof TimelinePosition>;
