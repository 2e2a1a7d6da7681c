import type { RecordOf } from '../../shapes';
import { epochMs, jsonText, oneOf, accountId, count, int32, object, optional, text } from '../../shapes';

const commonFields = {
  AccountId: optional(accountId('number')),
  AvailabilityZone: optional(text()),
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
  /** Empty if it has none, as the vSwitch. */
  VpcId: optional(text()),
  VSwitchId: optional(text()),
};

const profileFields = {
  ...commonFields,
  UpdateTime: optional(epochMs()),
  /** The revision of the record. */
  Version: optional(count()),
};

const ownFields = { ...profileFields, ResourceGroupId: optional(text()) };

/** A tracked resource as ListDiscoveredResources answers it. */
export const ResourceRecord = object(ownFields);
export type ResourceRecord = RecordOf<typeof ownFields>;

const aggregateFields = { ...profileFields, ResourceOwnerId: optional(accountId('number')) };

/** A tracked resource as ListAggregateDiscoveredResources answers it. */
export const AggregateResourceRecord = object(aggregateFields);
export type AggregateResourceRecord = RecordOf<typeof aggregateFields>;

/** Outcomes of the rules that look at a resource, taken together. */
export const complianceTypes = [
  'COMPLIANT',
  'NON_COMPLIANT',
  'NOT_APPLICABLE',
  'INSUFFICIENT_DATA',
  'IGNORED',
] as const;

const detailFields = {
  ...commonFields,
  /** The full property set, JSON text; its inner shape depends on the type. */
  Configuration: optional(jsonText()),
  /** Computed only if `ComplianceOption` is 1. */
  ComplianceType: optional(oneOf(complianceTypes)),
};

/** A tracked resource with its configuration, of the calling account or of an account group. */
export const ResourceDetailRecord = object(detailFields);
export type ResourceDetailRecord = RecordOf<typeof detailFields>;
