import type { RecordOf } from '../shapes';
import { accountId, flag, isoTime, list, object, oneOf, optional, text } from '../shapes';

/** How a member came to be in its present state. */
export const memberStatuses = [
  'CreateSuccess',
  'PromoteVerifying',
  'PromoteFailed',
  'PromoteExpired',
  'PromoteCancelled',
  'PromoteSuccess',
  'InviteSuccess',
] as const;

/** Kinds of member. */
export const memberTypes = ['CloudAccount', 'ResourceAccount'] as const;

/** How a member joined. */
export const joinMethods = ['invited', 'created'] as const;

const TagRecord = object({ Key: optional(text()), Value: optional(text()) });

/** What the lists of members take about tags: which ones to filter by, and whether to answer those of each member. */
export const tagParameters = {
  Tag: optional(list(TagRecord, { encoding: 'flat', in: 'query' })),
  IncludeTags: optional(flag({ in: 'query', default: false })),
};

const memberFields = {
  Status: optional(oneOf(memberStatuses)),
  Type: optional(oneOf(memberTypes)),
  DisplayName: optional(text()),
  FolderId: optional(text()),
  ResourceDirectoryId: optional(text()),
  JoinTime: optional(isoTime()),
  AccountId: accountId('string'),
  JoinMethod: optional(oneOf(joinMethods)),
  ModifyTime: optional(isoTime()),
};

/** Lists wrap the tags of a member; GetAccount does not. */
const wrappedTags = { Tags: optional(object({ Tag: optional(list(TagRecord)) })) };

const summaryOfParentFields = { ...memberFields, ...wrappedTags };

/** A member as ListAccountsForParent answers it. */
export const FolderAccountRecord = object(summaryOfParentFields);

const summaryFields = { ...summaryOfParentFields, ResourceDirectoryPath: optional(text()) };

/** A member as the list calls answer it; those of one folder without `ResourceDirectoryPath`. */
export const AccountSummaryRecord = object(summaryFields);
export type AccountSummaryRecord = RecordOf<typeof summaryFields>;

/** State of a pending change of the e-mail address; empty if there is none. */
export const emailStatuses = ['WAIT_MODIFY', 'CANCELLED', 'EXPIRED', ''] as const;

const detailFields = {
  ...memberFields,
  ResourceDirectoryPath: optional(text()),
  IdentityInformation: optional(text()),
  AccountName: optional(text()),
  Tags: optional(list(TagRecord)),
  /** Path by folder names. */
  Location: optional(text()),
  EmailStatus: optional(oneOf(emailStatuses)),
};

/** A member as GetAccount answers it. */
export const AccountDetailRecord = object(detailFields);
export type AccountDetailRecord = RecordOf<typeof detailFields>;
