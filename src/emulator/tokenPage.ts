import type { Refusal } from './Refusal';
import type { Sequence } from './Sequence';
import { slice } from './Sequence';
import type { HandlerContext } from './handler';

/** How long the NextToken of a list is good for. World time. */
export const listTokenLifeMs = 15 * 60_000;

/** Where a list is resumed. */
export interface ListPosition {
  /** How many items were given already. */
  readonly given: number;
  /** When the token ends, in world time. */
  readonly expiresAt: number;
}

/** The tokens of one list, in the form of its product. */
export interface ListTokens {
  write(position: ListPosition): string;
  /** Undefined if it is none of this list. */
  read(token: string): ListPosition | undefined;
  /** What a token that cannot be used is answered. */
  refusal(): Refusal;
}

/** A request for a page: at most so many items, from the token on. */
export interface TokenPageRequest {
  readonly size: number;
  readonly token: string | undefined;
  /** When the first page was read, for tokens that live from then on. Default: each lives from its own page on. */
  readonly startedAt?: number;
}

/** One page of a list, and what stands in its NextToken. */
export interface TokenPage<T> {
  readonly items: readonly T[];
  readonly nextToken: string | undefined;
}

/** Cuts a page out of a list. What is added at its end while a client pages is met by that client. */
export function tokenPageOf<T>(
  list: Sequence<T>,
  { size, token, startedAt }: TokenPageRequest,
  tokens: ListTokens,
  { readings, world }: HandlerContext,
): TokenPage<T> {
  const now = world.clock.now();
  const from = token === undefined || token === '' ? 0 : start(token);
  const items = slice(list, from, size);
  const given = from + items.length;

  const next = tokens.write({ given, expiresAt: (startedAt ?? now) + listTokenLifeMs });
  // On the last page a token leads to an empty page, and that one to nothing.
  const onLast = { absent: undefined, empty: '', present: given > from ? next : undefined }[readings.lastPageToken];
  return { items, nextToken: given >= list.length ? onLast : next };

  function start(sent: string): number {
    const position = tokens.read(sent);
    if (position && position.expiresAt >= now) return position.given;
    if (readings.badToken === 'TokenInvalid') throw tokens.refusal();
    return 0;
  }
}
