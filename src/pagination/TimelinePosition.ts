import { z } from 'zod';

/**
 * Where reading a timeline goes on: a keyset over (capture time, what was given at that millisecond) inside a window
 * that was pinned when the first page was read. No upstream token is part of it.
 */
export const TimelinePosition = z.object({
  /** First and (exclusive) last millisecond of the pinned window. */
  from: z.int(),
  to: z.int(),
  /** Capture time to go on from: nothing later than this is still to be given. */
  at: z.int(),
  /** Fingerprints of the changes captured at `at` that were given already; equal ones repeat. */
  given: z.array(z.string()).readonly(),
  /** What the upstream counted in the window on the first page. */
  total: z.int().optional(),
});

export type TimelinePosition = z.infer<typeof TimelinePosition>;
