import type { RecordOf } from '../shapes';
import { accountId, epochMs, jsonText, object, optional, text } from '../shapes';

const fields = {
  AccountId: optional(accountId('string')),
  AvailabilityZone: optional(text()),
  /** A number, unlike in the timeline of the configuration. */
  CaptureTime: epochMs(),
  /** The rules and their outcome: `Compliance` sums them up, `ConfigRuleList` has each. Known from samples only. */
  Configuration: optional(jsonText()),
  /** `Compliance` as `[before, after]`; before is null for the first evaluation. Known from samples only. */
  ConfigurationDiff: optional(jsonText()),
  Region: optional(text()),
  ResourceCreateTime: optional(epochMs()),
  ResourceId: optional(text()),
  ResourceName: optional(text()),
  ResourceStatus: optional(text()),
  ResourceType: optional(text()),
  Tags: optional(jsonText()),
};

/** One recorded change of the compliance of a resource; the same in every version. */
export const ComplianceChangeRecord = object(fields);
export type ComplianceChangeRecord = RecordOf<typeof fields>;
