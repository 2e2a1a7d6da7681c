import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { freshWorld } from '../../../src/emulator/world/freshWorld';
import type { RefusalState } from './RefusalState';
import type { AccountInput } from './smallWorld';
import { memberId, outsiderId, smallWorld } from './smallWorld';

const init = { operation: 'InitResourceDirectory' } as const;
const listAccounts = { operation: 'ListAccounts' } as const;
const getAccount = { operation: 'GetAccount', parameters: { AccountId: memberId } } as const;
const getPayer = { operation: 'GetPayerForAccount', parameters: { AccountId: memberId } } as const;
const accountsOf = { operation: 'ListAccountsForParent' } as const;
const getFolder = { operation: 'GetFolder', parameters: { FolderId: 'fd-projects01' } } as const;
const foldersOf = { operation: 'ListFoldersForParent' } as const;
const ancestors = { operation: 'ListAncestors', parameters: { ChildId: 'fd-projects01' } } as const;

/** The fresh world with its one account changed. */
function freshWith(account: Partial<AccountInput>): WorldDefinition {
  const world = freshWorld();
  return { ...world, accounts: world.accounts.map((one) => ({ ...one, ...account })) };
}

const withoutDirectory = [listAccounts, getAccount, getPayer, accountsOf, getFolder, foldersOf, ancestors].map(
  (operation): RefusalState => ({
    ...operation,
    code: 'EntityNotExists.ResourceDirectory',
    state: 'a member, which owns no directory',
    world: smallWorld(),
    key: 'memberid',
  }),
);

/** The operations that name a folder, and the parameter by which they do. */
const folders = [
  [accountsOf, 'ParentFolderId'],
  [getFolder, 'FolderId'],
  [foldersOf, 'ParentFolderId'],
  [ancestors, 'ChildId'],
] as const;

const unknownFolders = folders.flatMap(([{ operation }, parameter]): readonly RefusalState[] => [
  {
    operation,
    code: 'EntityNotExists.Folder',
    state: 'a folder of another directory',
    world: smallWorld(),
    parameters: { [parameter]: 'fd-elsewhere1' },
  },
  {
    operation,
    code: `InvalidParameter.${parameter}`,
    state: 'a text that can be no folder id',
    world: smallWorld(),
    parameters: { [parameter]: 'Projects' },
  },
]);

export const resourceManagerRefusals: readonly RefusalState[] = [
  {
    ...init,
    code: 'NotSupport.AccountInAnotherResourceDirectory',
    state: 'a member of another directory',
    world: smallWorld(),
    key: 'memberid',
  },
  {
    ...init,
    code: 'EnterpriseRealNameVerificationError',
    state: 'an account verified as an individual',
    world: freshWith({ verification: 'individual' }),
  },
  { ...init, code: 'Invalid.AccountType', state: 'a personal account', world: freshWith({ type: 'personal' }) },
  { ...init, code: 'Invalid.EnterpriseName', state: 'no enterprise name', world: freshWith({ enterpriseName: '' }) },
  {
    ...init,
    code: 'NotSupport.Account.Site',
    state: 'an account of the international site',
    world: freshWith({ site: 'international' }),
  },
  { ...init, code: 'EntityAlreadyExists.ResourceDirectory', state: 'a directory already', world: smallWorld() },
  {
    operation: 'GetResourceDirectory',
    code: 'ResourceDirectoryNotInUse',
    state: 'an account in no directory',
    world: smallWorld(),
    key: 'outsiderid',
  },
  ...withoutDirectory,
  ...unknownFolders,
  {
    operation: 'GetFolder',
    code: 'MissingParameter.FolderId',
    state: 'a request that names no folder',
    world: smallWorld(),
  },
  {
    operation: 'ListAncestors',
    code: 'MissingParameter.ChildId',
    state: 'a request that names no folder',
    world: smallWorld(),
  },
  {
    operation: 'GetAccount',
    code: 'MissingParameter.AccountId',
    state: 'a request that names no account',
    world: smallWorld(),
  },
  {
    ...getAccount,
    code: 'InvalidParameter.AccountId',
    state: 'a text that can be no account id',
    world: smallWorld(),
    parameters: { AccountId: 'payments' },
  },
  {
    ...getAccount,
    code: 'EntityNotExists.Account',
    state: 'an account outside the directory',
    world: smallWorld(),
    parameters: { AccountId: outsiderId },
  },
  {
    ...getPayer,
    code: 'EntityNotExists.Account',
    state: 'an account outside the directory',
    world: smallWorld(),
    parameters: { AccountId: outsiderId },
  },
];
