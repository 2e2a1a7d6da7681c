import { managementId, memberId, outsiderId } from '../../../emulator/world/worlds';
import type { DocumentedRead } from '../../../support/documentedReads';
import { testDocumentedReads } from '../../../support/documentedReads';

type Read = Pick<DocumentedRead, 'action' | 'selection' | 'data'> & { readonly path: readonly string[] };

const rootFolder = (action: Read['action'], selection: string, field: string): Read => ({
  action,
  selection: `resourceDirectory { rootFolder { folderId ${selection} } }`,
  data: { resourceDirectory: { rootFolder: { folderId: 'r-small1', [field]: null } } },
  path: ['resourceDirectory', 'rootFolder', field],
});

const children = rootFolder('ListFoldersForParent', 'children { nodes { name } }', 'children');
const ancestors = rootFolder('ListAncestors', 'ancestors { name }', 'ancestors');
const accountsOfFolder = rootFolder('ListAccountsForParent', 'accounts { nodes { accountId } }', 'accounts');
const folder = (folderId: string): Read => ({
  action: 'GetFolder',
  selection: `folder(folderId: "${folderId}") { name }`,
  data: { folder: null },
  path: ['folder'],
});
const account = (accountId: string): Read => ({
  action: 'GetAccount',
  selection: `account(accountId: "${accountId}") { displayName }`,
  data: { account: null },
  path: ['account'],
});
const accountsIn = (folderId: string): Read => ({
  action: 'ListAccountsForParent',
  selection: `accounts(filter: { folderId: "${folderId}" }) { nodes { accountId } }`,
  data: { accounts: null },
  path: ['accounts'],
});
const payerOf = (accountId: string): Read => ({
  action: 'GetPayerForAccount',
  selection: 'currentAccount { accountId payer { accountId } }',
  data: { currentAccount: { accountId, payer: null } },
  path: ['currentAccount', 'payer'],
});

const failing = (
  reads: readonly Read[],
  code: string,
  told: 'NOT_FOUND' | 'BAD_USER_INPUT',
  never?: string,
): readonly DocumentedRead[] =>
  reads.map(({ path, ...read }) => ({ ...read, code, never, error: { path, code: told } }));

const named = 'The gateway always names what it asks for.';
const toldByUpstream = 'No folder gets this far that the upstream has not told of itself.';

/** A member in a directory that it does not own cannot read it; without any directory there is nothing to read. */
const inNone = { key: 'outsiderid' };

testDocumentedReads('resource-manager', [
  {
    action: 'GetResourceDirectory',
    code: 'ResourceDirectoryNotInUse',
    selection: 'resourceDirectory { resourceDirectoryId }',
    data: { resourceDirectory: null },
  },

  ...failing(
    [children, ancestors, accountsOfFolder, folder('fd-projects01'), account(managementId), payerOf(memberId)],
    'EntityNotExists.ResourceDirectory',
    'NOT_FOUND',
  ),
  ...failing([accountsIn('fd-projects01')], 'EntityNotExists.ResourceDirectory', 'NOT_FOUND'),
  { ...folder('fd-projects01'), code: 'EntityNotExists.ResourceDirectory', state: inNone },
  {
    action: 'ListAccounts',
    code: 'EntityNotExists.ResourceDirectory',
    selection: 'accounts { nodes { accountId } pageInfo { hasNextPage } }',
    data: { accounts: { nodes: [{ accountId: memberId }], pageInfo: { hasNextPage: false } } },
  },
  { ...account(managementId), code: 'EntityNotExists.ResourceDirectory', state: inNone },
  { ...payerOf(outsiderId), code: 'EntityNotExists.ResourceDirectory', state: inNone },

  { ...folder('fd-elsewhere1'), code: 'EntityNotExists.Folder' },
  ...failing([children, ancestors, accountsOfFolder], 'EntityNotExists.Folder', 'NOT_FOUND', toldByUpstream),
  { ...account(outsiderId), code: 'EntityNotExists.Account' },
  {
    ...payerOf(managementId),
    code: 'EntityNotExists.Account',
    state: { readings: { managementAccountRecord: 'EntityNotExists.Account' } },
  },

  { ...folder('Projects'), code: 'InvalidParameter.FolderId' },
  { ...account('7'), code: 'InvalidParameter.AccountId' },
  ...failing([children, accountsOfFolder], 'InvalidParameter.ParentFolderId', 'BAD_USER_INPUT', toldByUpstream),
  ...failing([ancestors], 'InvalidParameter.ChildId', 'BAD_USER_INPUT', toldByUpstream),

  ...failing([account(memberId)], 'MissingParameter.AccountId', 'BAD_USER_INPUT', named),
  ...failing([folder('fd-projects01')], 'MissingParameter.FolderId', 'BAD_USER_INPUT', named),
  ...failing([ancestors], 'MissingParameter.ChildId', 'BAD_USER_INPUT', named),
]);
