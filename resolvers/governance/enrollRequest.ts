import type {
  BaselineItemInput,
  CloudTagInput,
  CreateAccountInput,
  EnrollAccountInput,
} from '../../schema/governance/EnrollAccount';
import { badInput } from '../../src/errors/UserError';
import type { EnrollAccount } from '../../src/operations';
import { maxTags } from '../../src/operations/governance/EnrollAccount';
import type { RequestOf } from '../../src/operations/operation';
import { parseAccountId } from '../currentAccount';
import { requireText, textIfGiven } from '../requireText';

/** Translates either input into the one operation behind both. @throws UserError for input that cannot be right. */
export const toEnrollRequest = (input: EnrollAccountInput | CreateAccountInput): RequestOf<typeof EnrollAccount> => {
  const tags = input.tags ?? [];
  if (tags.length > maxTags) {
    throw badInput(['input', 'tags'], { en: `at most ${maxTags} tags`, zh: `最多 ${maxTags} 个标签` }, tags.length);
  }
  const existing = 'accountId' in input ? parseAccountId(input.accountId, ['input', 'accountId']) : undefined;
  const prefix =
    'accountNamePrefix' in input ? requireText(input.accountNamePrefix, ['input', 'accountNamePrefix']) : undefined;
  return {
    AccountUid: existing,
    AccountNamePrefix: prefix,
    DisplayName: textIfGiven(input.displayName, ['input', 'displayName']),
    FolderId: textIfGiven(input.folderId, ['input', 'folderId']),
    PayerAccountUid:
      input.payerAccountId == null ? undefined : parseAccountId(input.payerAccountId, ['input', 'payerAccountId']),
    BaselineId: textIfGiven(input.baselineId, ['input', 'baselineId']),
    BaselineItems: input.baselineItems?.map((item, index) => toItem(item, ['input', 'baselineItems', String(index)])),
    ResellAccountType: input.resellAccountType == null ? undefined : resellAccountTypes[input.resellAccountType],
    Tag: tags.length === 0 ? undefined : tags.map(toTag),
  };
};

const inputOfParameter: Readonly<Record<string, string>> = {
  AccountUid: 'accountId',
  AccountNamePrefix: 'accountNamePrefix',
  DisplayName: 'displayName',
  FolderId: 'folderId',
  PayerAccountUid: 'payerAccountId',
  BaselineId: 'baselineId',
  BaselineItems: 'baselineItems',
  ResellAccountType: 'resellAccountType',
  Tag: 'tags',
};

/**
 * The input field behind a parameter such as `FolderId` or `BaselineItems.2.Name`.
 *
 * @returns undefined for a parameter that neither input has, or not this one.
 */
export const fieldOfParameter = (
  parameter: string,
  input: EnrollAccountInput | CreateAccountInput,
): readonly string[] | undefined => {
  const [first = '', position, ...members] = parameter.split('.');
  const name = inputOfParameter[first];
  const isOther = name === ('accountNamePrefix' in input ? 'accountId' : 'accountNamePrefix');
  if (name === undefined || isOther) return undefined;
  // The upstream counts the items of a list from 1. Without a position it is not known which of them is meant.
  const index = Number(position) - 1;
  const items = name === 'tags' ? input.tags : input.baselineItems;
  if (items?.[index] === undefined) return ['input', name];
  return ['input', name, String(index), ...members.map((member) => member.toLowerCase())];
};

const toItem = ({ name, version, skip, config }: BaselineItemInput, field: readonly string[]) => ({
  Name: requireText(name, [...field, 'name']),
  Version: textIfGiven(version, [...field, 'version']),
  Skip: skip ?? undefined,
  Config: config == null ? undefined : configText(config, [...field, 'config']),
});

const toTag = ({ key, value }: CloudTagInput, index: number) => ({
  Key: requireText(key, ['input', 'tags', String(index), 'key']),
  Value: value,
});

const resellAccountTypes = { RESELL: 'resell', NON_RESELL: 'non_resell' } as const;

const configText = (config: unknown, field: readonly string[]): string => {
  if (typeof config !== 'object' || Array.isArray(config)) {
    throw badInput(field, { en: 'an object', zh: '对象' }, config);
  }
  return JSON.stringify(config);
};
