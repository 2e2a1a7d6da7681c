import { createHash } from 'node:crypto';
import type { ResourceKey } from '../changes/ResourceKey';
import { resourceKeyText } from '../changes/ResourceKey';

/** A resource as an index lists it. */
export interface UpdatedResource {
  readonly resource: ResourceKey;
  /** When it was last updated, milliseconds since the epoch. Undefined if the index does not say. */
  readonly updatedAt: number | undefined;
  /** Whether the index lists it as deleted. */
  readonly isDeleted?: boolean;
}

/** How many bytes of a hash distinguish a resource and its last update. If two share them, changes are read again or later. */
const hashBytes = 6;

/** A short text that stands for a resource and its last update. */
export const hashOf = ({ resource, updatedAt }: UpdatedResource): string =>
  createHash('sha256')
    .update(`${resourceKeyText(resource)} ${updatedAt ?? ''}`)
    .digest()
    .subarray(0, hashBytes)
    .toString('base64url');
