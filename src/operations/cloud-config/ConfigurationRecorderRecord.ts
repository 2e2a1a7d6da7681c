import type { RecordOf } from '../shapes';
import { accountId, list, object, oneOf, optional, text } from '../shapes';

/** The recorder's life cycle, as the documents list it. */
export const recorderStatuses = ['REGISTRABLE', 'BUILDING', 'REGISTERED', 'REBUILDING'] as const;

/** Whether the organization-wide edition is active; there is no REBUILDING here. */
export const organizationEnableStatuses = ['REGISTRABLE', 'BUILDING', 'REGISTERED'] as const;

const fields = {
  /** Only for an ordinary account. */
  AccountId: optional(accountId('number', { wireAlso: 'string' })),
  ConfigurationRecorderStatus: optional(oneOf(recorderStatuses)),
  OrganizationEnableStatus: optional(oneOf(organizationEnableStatuses)),
  /** Only for the management account of an organization. */
  OrganizationMasterId: optional(accountId('number')),
  /** Every supported type unless narrowed. */
  ResourceTypes: optional(list(text())),
};

/** The configuration recorder of the calling account, as Start- and DescribeConfigurationRecorder answer it. */
export const ConfigurationRecorderRecord = object(fields);
export type ConfigurationRecorderRecord = RecordOf<typeof fields>;
