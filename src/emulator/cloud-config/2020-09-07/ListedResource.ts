import type { TrackedResource } from '../trackedResource';

/** A resource as a list of 2020-09-07 has it. */
export interface ListedResource {
  readonly tracked: TrackedResource;
  readonly updatedAt: number;
  readonly version: number;
}
