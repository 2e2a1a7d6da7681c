import { createHash } from 'node:crypto';

/** What identifies a resource. */
export interface FeedResource {
  readonly accountId: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** A resource as an index lists it. */
export interface UpdatedResource {
  readonly resource: FeedResource;
  /** When it was last updated, milliseconds since the epoch. Undefined if the index does not say. */
  readonly updatedAt: number | undefined;
}

/** The same for two keys of one resource. Changes of one millisecond are in the order of these texts. */
export const textOf = ({ accountId, region, resourceType, resourceId }: FeedResource): string =>
  JSON.stringify([accountId, region, resourceType, resourceId]);

/** How many bytes of a hash distinguish a resource and its last update. If two share them, changes are read again or later. */
const hashBytes = 6;

/** A short text that stands for a resource and its last update. */
export const hashOf = ({ resource, updatedAt }: UpdatedResource): string =>
  createHash('sha256')
    .update(`${textOf(resource)} ${updatedAt ?? ''}`)
    .digest()
    .subarray(0, hashBytes)
    .toString('base64url');
