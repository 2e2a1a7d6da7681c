import type { AccountFilter } from '../../schema/resource-manager/AccountConnection';
import { parseAccountStatus } from '../../schema/resource-manager/AccountStatus';
import { parseAccountType } from '../../schema/resource-manager/AccountType';
import { badInput } from '../../src/errors/UserError';
import type { AccountListFilter } from '../../src/loaders/resource-manager';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';
import { every } from '../every';
import { requireText, textIfGiven } from '../requireText';
import { toSet } from '../toSet';

export type AccountTest = (record: AccountSummaryRecord) => boolean;

/** A filter, by who applies it. */
export interface SplitFilter {
  readonly folderId?: string;
  /** What the upstream filters by itself. */
  readonly pushed: AccountListFilter;
  /** What is left for us of what the upstream lists; undefined if nothing is. */
  readonly matches?: AccountTest;
  /** The whole filter, for a record that no list has brought; undefined if it leaves nothing out. */
  readonly matchesAll?: AccountTest;
  /** The wanted states of the enrollment, which no record of an account contains. Undefined for any. */
  readonly enrollmentStatus?: readonly string[];
  /** The same filter is the same text; empty if it leaves nothing out. */
  readonly text: string;
}

/** @throws UserError BAD_USER_INPUT for what is invalid. */
export const splitFilter = ({ includeSubfolders, tag, ...filter }: AccountFilter): SplitFilter => {
  if (includeSubfolders === true && filter.folderId == null) {
    throw badInput(
      ['filter', 'includeSubfolders'],
      { en: 'omitted, or combined with folderId', zh: '省略，或与 folderId 一起使用' },
      includeSubfolders,
    );
  }
  const folderId = textIfGiven(filter.folderId, ['filter', 'folderId']);
  const keyword = textIfGiven(filter.nameContains, ['filter', 'nameContains']);
  const nameContains = keyword?.toLowerCase();
  const status = toSet(filter.status);
  const type = toSet(filter.type);
  const enrollmentStatus = toSet(filter.enrollmentStatus);
  const directly = folderId !== undefined && includeSubfolders !== true;

  const tests: AccountTest[] = [];
  if (folderId !== undefined && !directly) {
    tests.push(({ ResourceDirectoryPath }) => ResourceDirectoryPath?.split('/').includes(folderId) ?? false);
  }
  if (nameContains !== undefined) {
    tests.push(({ DisplayName }) => DisplayName?.toLowerCase().includes(nameContains) ?? false);
  }
  if (status !== undefined) tests.push(({ Status }) => status.includes(parseAccountStatus(Status)));
  if (type !== undefined) tests.push(({ Type }) => type.includes(parseAccountType(Type)));
  if (tag != null) tests.push(hasTag(requireText(tag.key, ['filter', 'tag', 'key']), tag.value));
  const allTests = directly ? [isDirectlyIn(folderId), ...tests] : tests;

  return {
    folderId,
    pushed: {
      folderId: directly ? folderId : undefined,
      keyword: directly ? keyword : undefined,
      // An empty value is one that was omitted to the upstream: it lists any, and the test chooses among them.
      tag: tag == null ? undefined : { Key: tag.key, Value: tag.value === '' ? undefined : (tag.value ?? undefined) },
    },
    matches: every(tests),
    matchesAll: every(allTests),
    enrollmentStatus,
    text:
      allTests.length === 0 && enrollmentStatus === undefined
        ? ''
        : JSON.stringify([folderId ?? null, directly, nameContains, tag, status, type, enrollmentStatus]),
  };
};

/** Whether an account stands in the folder itself. */
export const isDirectlyIn =
  (folderId: string): AccountTest =>
  ({ FolderId }) =>
    FolderId === folderId;

/** @param value null or undefined: any. */
const hasTag =
  (key: string, value: string | null | undefined): AccountTest =>
  ({ Tags }) =>
    Tags?.Tag?.some(({ Key, Value = '' }) => Key === key && (value == null || Value === value)) ?? false;
