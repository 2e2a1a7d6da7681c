import type { ResourceKey } from '../changes/ResourceKey';

/** What could not be read: all of one account or account group, or one resource. */
export type GapSubject =
  | { readonly source: 'ACCOUNT'; readonly accountId: string }
  | { readonly source: 'ACCOUNT_GROUP'; readonly accountGroupId: string }
  | { readonly source: 'RESOURCE'; readonly resource: ResourceKey };

/** Something that is missing from a page, and why. */
export interface FeedGap {
  readonly subject: GapSubject;
  readonly error: unknown;
}
