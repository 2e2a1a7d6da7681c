import type { RecordOf } from '../../shapes';
import { accountId, epochMsText, jsonText, object, oneOf, optional, text } from '../../shapes';

/** Kinds of change; the revised forms are new in this version. */
export const resourceEventTypes = ['DISCOVERED', 'DISCOVERED_REVISED', 'MODIFY', 'MODIFY_REVISED', 'REMOVE'] as const;

/** The fields of a change in the timelines of an account and of an account group, except times. */
export const changeFields = {
  AccountId: optional(accountId('number')),
  AvailabilityZone: optional(text()),
  /** Printed samples show a number, although the type is text. */
  CaptureTime: epochMsText({ wireAlso: 'number' }),
  /** An object keyed by property, each value `[before, after]`; printed samples break that form. */
  ConfigurationDiff: optional(jsonText()),
  Region: optional(text()),
  ResourceEventType: optional(oneOf(resourceEventTypes)),
  ResourceId: optional(text()),
  ResourceName: optional(text()),
  ResourceType: optional(text()),
  /** An object of key to array of values; printed samples are malformed. */
  Tags: optional(jsonText()),
};

const fields = {
  ...changeFields,
  ResourceCreateTime: optional(epochMsText({ wireAlso: 'number' })),
  /** Relations to other resources, JSON text; may be empty. */
  Relationship: optional(jsonText()),
  RelationshipDiff: optional(jsonText()),
};

/** One recorded change of a resource of the calling account. */
export const ChangeRecord = object(fields);
export type ChangeRecord = RecordOf<typeof fields>;
