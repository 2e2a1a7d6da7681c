import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import { evidenceReads, findEvidence } from '../../src/ledger/findEvidence';
import { orNull } from '../../src/loaders/orNull';
import type { EnrollAccount } from '../../src/operations';
import type { RequestOf } from '../../src/operations/operation';
import { maxPageSize } from '../../src/pagination/pageSize';
import { whetherItOwnsTheDirectory } from '../resource-manager/directoryLookUps';
import { findAccount } from '../resource-manager/loadAccount';
import type { Finding, LookUp } from '../writing/lookUps';
import { rejected } from '../writing/lookUps';
import { alreadyCreated } from '../writing/refusals';

type Request = RequestOf<typeof EnrollAccount>;

/**
 * What can be read about an enrollment before it begins.
 *
 * @param actingAccountId the account that enrolls.
 * @param since from when on the same new account may have been created before, milliseconds since the epoch.
 */
export const enrollLookUps = (
  context: Context,
  request: Request,
  actingAccountId: string,
  since: number,
): readonly LookUp[] => {
  const { AccountUid, PayerAccountUid, FolderId, BaselineId, BaselineItems = [] } = request;
  const ownership = whetherItOwnsTheDirectory(context, actingAccountId);
  // Without a directory there is nothing to look the rest up in, and one reason is enough.
  const inDirectory = (lookUp: LookUp): LookUp => ({
    ...lookUp,
    find: async () => ((await ownership.find()) === undefined ? lookUp.find() : undefined),
  });
  return [
    ownership,
    ...(AccountUid === undefined
      ? [createdAccount(context, request, since)]
      : [knownAccount(context, AccountUid, 'accountId'), underWay(context, request, AccountUid)]),
    ...(PayerAccountUid === undefined ? [] : [knownAccount(context, PayerAccountUid, 'payerAccountId')]),
    ...(FolderId === undefined ? [] : [knownFolder(context, FolderId)]),
    ...(BaselineId === undefined ? [] : [knownBaseline(context, BaselineId)]),
    ...(BaselineItems.length === 0 ? [] : [knownItems(context, BaselineItems)]),
  ].map((lookUp, index) => (index === 0 ? lookUp : inDirectory(lookUp)));
};

const knownAccount = (context: Context, accountId: string, name: 'accountId' | 'payerAccountId'): LookUp => {
  const field = ['input', name];
  const expected = { en: 'an account of the resource directory', zh: '资源目录中的账号' };
  return {
    subject: { en: `input.${name}`, zh: ` input.${name}` },
    explains: ['InvalidUser.NotFound', 'InvalidParameter'],
    field,
    find: async () =>
      (await findAccount(context, accountId)) === null ? rejected(badInput(field, expected, accountId)) : undefined,
  };
};

/** Whether the new account was created just before: it may be the same mutation, sent by someone who never got its answer. */
const createdAccount = (
  { rpc, callOptions, cloudConfig }: Context,
  { AccountNamePrefix: accountNamePrefix = '', DisplayName: displayName = '' }: Request,
  since: number,
): LookUp => ({
  subject: { en: 'the accounts that were enrolled lately', zh: '最近注册的账号' },
  explains: [],
  field: ['input', 'displayName'],
  isBeforeSend: true,
  find: async (): Promise<Finding | undefined> => {
    const reads = evidenceReads(rpc, callOptions, cloudConfig);
    const found = await findEvidence({ kind: 'newAccount', accountNamePrefix, displayName }, since, reads);
    return found && { outcome: 'ALREADY_DONE', error: alreadyCreated(), accountId: found.accountId };
  },
});

const knownFolder = (context: Context, folderId: string): LookUp => {
  const field = ['input', 'folderId'];
  const expected = { en: 'the ID of a folder of the resource directory', zh: '资源目录中的资源夹 ID' };
  return {
    subject: { en: 'input.folderId', zh: ' input.folderId' },
    explains: ['InvalidParameter'],
    field,
    find: async () => {
      const folder = await context.loaders.resourceManager.folderDetail.load(folderId);
      return folder === null ? rejected(badInput(field, expected, folderId)) : undefined;
    },
  };
};

const knownBaseline = (context: Context, baselineId: string): LookUp => {
  const field = ['input', 'baselineId'];
  const expected = { en: 'the ID of one of `accountFactoryBaselines`', zh: ' `accountFactoryBaselines` 之一的 ID' };
  return {
    subject: { en: 'input.baselineId', zh: ' input.baselineId' },
    explains: ['InvalidBlueprint.NotFound', 'InvalidParameter'],
    field,
    find: async () => {
      const baseline = await context.loaders.governance.baselineDetail.load(baselineId);
      return baseline === null ? rejected(badInput(field, expected, baselineId)) : undefined;
    },
  };
};

/** Looks the names up in the first page of the items on offer: if there are more pages, a name may be on one of them. */
const knownItems = (context: Context, items: NonNullable<Request['BaselineItems']>): LookUp => ({
  subject: { en: 'input.baselineItems', zh: ' input.baselineItems' },
  explains: ['InvalidBaselineItem.NotFound'],
  field: ['input', 'baselineItems'],
  find: async () => {
    const { records, nextToken } = await context.loaders.governance.baselineItemsPage.load({ MaxResults: maxPageSize });
    const isWhole = nextToken === undefined || nextToken === '';
    const offered = new Set(records.map(({ Name }) => Name));
    const index = items.findIndex(({ Name = '' }) => !offered.has(Name));
    if (index < 0 || !isWhole) return undefined;
    const field = ['input', 'baselineItems', String(index), 'name'];
    const expected = {
      en: 'the name of one of `accountFactoryBaselineItems`',
      zh: ' `accountFactoryBaselineItems` 之一的名称',
    };
    return rejected(badInput(field, expected, items[index]?.Name));
  },
});

/** Whether the account is being enrolled already, with the requested baseline. */
const underWay = (context: Context, { BaselineId }: Request, accountId: string): LookUp => ({
  subject: { en: 'the enrollment of the account', zh: '该账号的注册状态' },
  explains: ['DeployConflict.Blueprint'],
  find: async (): Promise<Finding | undefined> => {
    const answer = context.loaders.governance.enrollmentDetail.load(accountId);
    // Another look-up says that there is no such account.
    const enrollment = await orNull(answer, 'InvalidUser.NotFound');
    const isRunning = ['Pending', 'Scheduling', 'Running'].includes(enrollment?.Status ?? '');
    if (!isRunning) return undefined;
    const isSame = BaselineId === undefined || BaselineId === enrollment?.BaselineId;
    return { outcome: isSame ? 'IN_PROGRESS' : 'REJECTED', error: isBeingEnrolled() };
  },
});

const isBeingEnrolled = (): UserError =>
  new UserError(
    'CONFLICT',
    {
      en: 'The account is already being enrolled. Wait until its enrollment has ended.',
      zh: '该账号正在注册中，请等待其注册结束。',
    },
    undefined,
    true,
  );
