import { isoTime, oneOf, optional, text } from '../shapes';

/** State of the control policy feature of a directory. */
export const controlPolicyStatuses = ['Enabled', 'PendingEnable', 'Disabled', 'PendingDisable'] as const;

/** Whether members of a directory may be deleted. */
export const memberDeletionStatuses = ['Enabled', 'Disabled'] as const;

/**
 * What InitResourceDirectory returns: without the settings that only GetResourceDirectory has. `Master` is the wire's
 * word for the management account.
 */
export const newDirectoryFields = {
  CreateTime: optional(isoTime()),
  MasterAccountId: text(),
  MasterAccountName: optional(text()),
  ResourceDirectoryId: text(),
  RootFolderId: text(),
};

/** What GetResourceDirectory answers. */
export const directoryFields = {
  ...newDirectoryFields,
  ControlPolicyStatus: optional(oneOf(controlPolicyStatuses)),
  /** The name from enterprise real-name verification. */
  IdentityInformation: optional(text()),
  MemberDeletionStatus: optional(oneOf(memberDeletionStatuses)),
};
