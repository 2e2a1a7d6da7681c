import type { RecordOf } from '../../shapes';
import { accountId, count, epochMs, epochMsText, int32, list, object, oneOf, optional, text } from '../../shapes';
import { recorderStatuses } from '../ConfigurationRecorderRecord';

/** How the members of an account group are chosen: the whole directory, a folder of it, or one by one. */
export const accountGroupTypes = ['RD', 'FOLDER', 'CUSTOM'] as const;

const commonFields = {
  /** The management account, or the delegated administrator, that owns the group. */
  AccountId: optional(accountId('number')),
  /** How many members it has. */
  AggregatorAccountCount: optional(count()),
  /** `ca-` and hexadecimal digits. */
  AggregatorId: text(),
  AggregatorName: optional(text()),
  /** 0 while its members are gathered, 1 from then on. */
  AggregatorStatus: optional(int32({ intValues: [0, 1] })),
  AggregatorType: optional(oneOf(accountGroupTypes)),
  Description: optional(text()),
  /** Of a group of type FOLDER. */
  FolderId: optional(text()),
  /** Asked for by Key and Value, answered by these names. */
  Tags: optional(list(object({ TagKey: optional(text()), TagValue: optional(text()) }))),
};

const listedFields = { ...commonFields, AggregatorCreateTimestamp: optional(epochMs()) };

/** An account group as ListAggregators answers it. */
export const AccountGroupRecord = object(listedFields);
export type AccountGroupRecord = RecordOf<typeof listedFields>;

const memberFields = {
  AccountId: accountId('number'),
  AccountName: optional(text()),
  AccountType: optional(oneOf(['ResourceDirectory'])),
  RecorderStatus: optional(oneOf(recorderStatuses)),
};

/** A member of an account group, with the state of its recorder. */
export const AccountGroupMemberRecord = object(memberFields);
export type AccountGroupMemberRecord = RecordOf<typeof memberFields>;

const detailFields = {
  ...commonFields,
  AggregatorAccounts: optional(list(AccountGroupMemberRecord)),
  /** Text here, a number in the list. */
  AggregatorCreateTimestamp: optional(epochMsText()),
  /** Of a group of type FOLDER. */
  FolderName: optional(text()),
};

/** An account group as GetAggregator answers it, with all its members at once. */
export const AccountGroupDetailRecord = object(detailFields);
export type AccountGroupDetailRecord = RecordOf<typeof detailFields>;
