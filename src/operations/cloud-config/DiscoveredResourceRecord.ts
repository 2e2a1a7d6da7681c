import type { RecordOf } from '../shapes';
import { accountId, epochMs, int32, jsonText, object, optional, text } from '../shapes';

/** The list form of a resource. */
export const profileFields = {
  AccountId: optional(accountId('number', { wireAlso: 'string' })),
  Region: optional(text()),
  ResourceCreationTime: optional(epochMs()),
  /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */
  ResourceDeleted: optional(int32({ intValues: [0, 1] })),
  ResourceId: text(),
  ResourceName: optional(text()),
  /** A word of the resource's own product; may be empty. */
  ResourceStatus: optional(text()),
  ResourceType: optional(text()),
  /** An object of key to array of values, JSON text. */
  Tags: optional(jsonText()),
};

/** A tracked resource as ListDiscoveredResources answers it. */
export const ResourceProfileRecord = object(profileFields);
export type ResourceProfileRecord = RecordOf<typeof profileFields>;

const detailFields = {
  ...profileFields,
  AvailabilityZone: optional(text()),
  /** The full property set, JSON text; its inner shape depends on the type. */
  Configuration: optional(jsonText()),
};

/**
 * A tracked resource as DescribeDiscoveredResource returns it: the list form, and the fields that only this call has.
 */
export const ResourceDetailRecord = object(detailFields, { lowerCaseKeys: true });
export type ResourceDetailRecord = RecordOf<typeof detailFields>;
