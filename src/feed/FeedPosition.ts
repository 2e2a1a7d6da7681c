import { z } from 'zod';

/** A resource in a cursor: account, region, type, ID. */
const Key = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** What the pages before have read: it only saves calls. */
const ReadSoFar = z.strictObject({
  /** What was updated later is listed again: the index may have been late. Milliseconds since the epoch. */
  until: z.int(),
  /**
   * Every resource that was last updated by `until`, and that stands before this one in the order of updates, has been read
   * to its end, or is in `open`.
   */
  above: z.strictObject({ updatedAt: z.int(), text: z.string() }),
  /** Resources with changes that no page has given yet: none of these is newer than `at`. */
  open: z.array(z.strictObject({ key: Key, at: z.int() })).readonly(),
  /** Accounts of which nothing could be read: each page tries one of their resources again. */
  closed: z.array(z.string()).readonly(),
  /** Hashes of resources that were updated after `until`, and have been read to their end. */
  done: z.array(z.string()).readonly(),
});
export type ReadSoFar = z.infer<typeof ReadSoFar>;

const Members = z.strictObject({
  /** The pinned window: its first millisecond, and the one after its last. */
  from: z.int(),
  to: z.int(),
  /** Everything that is newer was given. */
  at: z.int(),
  /** The last change that was given, if it was captured at `at`. Undefined if none of that millisecond was given. */
  last: z.strictObject({ text: z.string(), content: z.string() }).optional(),
  /** Whether changes were seen that are newer than the update of their resource. */
  lags: z.literal(true).optional(),
  read: ReadSoFar.optional(),
});

/** Where reading the changes of many resources goes on. It holds no token of the upstream, so it never expires. */
export const FeedPosition = Members.refine(
  ({ from, to, at }) => from <= at && at <= to,
  'The position is not in its window.',
);
export type FeedPosition = z.infer<typeof FeedPosition>;
