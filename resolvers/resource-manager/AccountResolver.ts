import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import { accountLoads, Costs, directoryLoad } from '../../schema/costs';
import { rawTextOf } from '../../schema/enumValue';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { Account } from '../../schema/resource-manager/Account';
import { AccountConnection, AccountsArgs } from '../../schema/resource-manager/AccountConnection';
import { AccountJoinMethod, parseJoinMethod } from '../../schema/resource-manager/AccountJoinMethod';
import { AccountStatus, parseAccountStatus } from '../../schema/resource-manager/AccountStatus';
import { AccountType, parseAccountType } from '../../schema/resource-manager/AccountType';
import { CloudTag } from '../../schema/resource-manager/CloudTag';
import { ResourceDirectoryFolder } from '../../schema/resource-manager/ResourceDirectoryFolder';
import { DateTime } from '../../schema/scalars';
import { presentDate, presentText } from '../../schema/scalars/present';
import type { Context } from '../../src/context';
import {
  DescribeConfigurationRecorder,
  GetEnrolledAccount,
  GetFolder,
  GetPayerForAccount,
  ListEnrolledAccounts,
} from '../../src/operations';
import type { AccountSummaryRecord } from '../../src/operations/resource-manager/AccountRecord';
import { loadRecorder } from '../cloud-config/ConfigurationRecorderResolver';
import { parseAccountId } from '../currentAccount';
import { loadEnrollment } from '../governance/AccountEnrollmentResolver';
import { accountsCosts, listAccounts } from './accounts';
import { findAccount, loadAccountRecord, nullWithoutDirectory } from './loadAccount';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description: 'The account that owns the gateway’s own credentials. Null if it cannot be read.',
  })
  @Costs({ details: accountLoads, account: 'own' })
  async currentAccount(@Ctx() context: Context): Promise<Account> {
    return Account.of(await context.currentAccountId());
  }

  @Query(() => Account, {
    nullable: true,
    description: 'The account with this ID. Null if it is neither in the directory nor the gateway’s own account.',
  })
  @Costs({ loads: accountLoads, account: 'arguments' })
  account(
    @Arg('accountId', () => ID, { description: 'The Alibaba Cloud account ID.' }) accountId: string,
    @Ctx() context: Context,
  ): Promise<Account | null> {
    return findAccount(context, parseAccountId(accountId, ['accountId']));
  }

  @Query(() => AccountConnection, {
    nullable: true,
    description:
      'The member accounts of the directory and the gateway’s own account. Null if they cannot be read. If the upstream list omits the gateway’s own account, it comes last. Without a directory it is the only one, and no filter matches it.',
  })
  @Costs(accountsCosts)
  accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() context: Context): Promise<AccountConnection> {
    return listAccounts(args, context);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The account’s display name. Null if the account is in no directory, or if the directory does not return it.',
  })
  async displayName(@Root() account: Account, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(account, context))?.DisplayName);
  }

  @FieldResolver(() => AccountType, {
    nullable: true,
    description:
      'What kind of member the account is. Null if the account is in no directory, or if the directory does not return it.',
  })
  async type(@Root() account: Account, @Ctx() context: Context): Promise<AccountType | null> {
    const raw = (await recordOf(account, context))?.Type;
    return raw === undefined ? null : parseAccountType(raw);
  }

  @FieldResolver(() => String, { nullable: true, description: rawTextOf('type') })
  async rawType(@Root() account: Account, @Ctx() context: Context): Promise<string | null> {
    return (await recordOf(account, context))?.Type ?? null;
  }

  @FieldResolver(() => AccountStatus, {
    nullable: true,
    description:
      'How the account came to be in its present state. Null if the account is in no directory, or if the directory does not return it.',
  })
  async status(@Root() account: Account, @Ctx() context: Context): Promise<AccountStatus | null> {
    const raw = (await recordOf(account, context))?.Status;
    return raw === undefined ? null : parseAccountStatus(raw);
  }

  @FieldResolver(() => String, { nullable: true, description: rawTextOf('status') })
  async rawStatus(@Root() account: Account, @Ctx() context: Context): Promise<string | null> {
    return (await recordOf(account, context))?.Status ?? null;
  }

  @FieldResolver(() => AccountJoinMethod, {
    nullable: true,
    description:
      'How the account joined the directory. Null if the account is in no directory, or if the directory does not return it.',
  })
  async joinMethod(@Root() account: Account, @Ctx() context: Context): Promise<AccountJoinMethod | null> {
    const raw = (await recordOf(account, context))?.JoinMethod;
    return raw === undefined ? null : parseJoinMethod(raw);
  }

  @FieldResolver(() => String, { nullable: true, description: rawTextOf('joinMethod') })
  async rawJoinMethod(@Root() account: Account, @Ctx() context: Context): Promise<string | null> {
    return (await recordOf(account, context))?.JoinMethod ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the account joined the directory. Null if the account is in no directory, or if the directory does not return it.',
  })
  async joinedAt(@Root() account: Account, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(account, context))?.JoinTime);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When the account’s entry in the directory last changed. Null if the account is in no directory, or if the directory does not return it.',
  })
  async modifiedAt(@Root() account: Account, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(account, context))?.ModifyTime);
  }

  @FieldResolver(() => [CloudTag], {
    nullable: true,
    description:
      'The account’s tags in the directory. Null if the account is in no directory, or if the directory does not return them.',
  })
  async tags(@Root() account: Account, @Ctx() context: Context): Promise<CloudTag[] | null> {
    const record = await recordOf(account, context);
    if (record?.Tags === undefined) return null;
    return (record.Tags.Tag ?? []).flatMap(({ Key = '', Value = '' }) =>
      Key === '' ? [] : { key: Key, value: Value },
    );
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the account owns the directory. Null if there is no directory. All accounts of a document share one call of GetResourceDirectory.',
  })
  @Costs({ loads: [{ ...directoryLoad, weight: 0 }] })
  async isManagementAccount(@Root() { accountId }: Account, @Ctx() { loaders }: Context): Promise<boolean | null> {
    const directory = await loaders.resourceManager.resourceDirectory.load('current');
    return directory === null ? null : directory.MasterAccountId === accountId;
  }

  @FieldResolver(() => ResourceDirectoryFolder, {
    nullable: true,
    description:
      'The folder that holds the account. Null if the account is in no directory, or if the directory does not return it.',
  })
  @Costs({ details: [{ operation: GetFolder, per: 'object' }] })
  async folder(@Root() account: Account, @Ctx() context: Context): Promise<ResourceDirectoryFolder | null> {
    const record = await recordOf(account, context);
    if (record?.FolderId === undefined) return null;
    return ResourceDirectoryFolder.of(record.FolderId, { parentId: parentOf(record) });
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account that pays for this one. Null if this account is in no directory.',
  })
  @Costs({ loads: [{ operation: GetPayerForAccount, per: 'parent' }], details: accountLoads })
  async payer(@Root() { accountId }: Account, @Ctx() context: Context): Promise<Account | null> {
    const payer = await nullWithoutDirectory(context, context.loaders.resourceManager.payer.load(accountId));
    return payer && Account.of(payer.PayerAccountId);
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The account’s configuration recorder. Null if it cannot be read. An account without Cloud Config has a recorder with the status NOT_ACTIVATED.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'parent' })
  configurationRecorder(@Root() account: Account, @Ctx() context: Context): Promise<ConfigurationRecorder> {
    return loadRecorder(context, account.accountId, ['accountId']);
  }

  @FieldResolver(() => AccountEnrollment, {
    nullable: true,
    description:
      'The account’s enrollment in the account factory. Null if it cannot be read. An account that was never enrolled has the status NOT_ENROLLED. The enrollments of many accounts are read by ListEnrolledAccounts, a hundred per call.',
  })
  @Costs({
    loads: [{ operation: GetEnrolledAccount, per: 'object', orList: ListEnrolledAccounts }],
    account: 'parent',
  })
  enrollment(@Root() { accountId }: Account, @Ctx() context: Context): Promise<AccountEnrollment> {
    return loadEnrollment(context, accountId);
  }
}

/** The record that a list returned with the account, or else the one that the directory has. */
const recordOf = (
  { accountId, record }: Account,
  context: Context,
): AccountSummaryRecord | Promise<AccountSummaryRecord | null> => record ?? loadAccountRecord(context, accountId);

/** The folder above a member's own: the path goes by ids, from the directory down to the member. */
const parentOf = ({ ResourceDirectoryPath, FolderId }: AccountSummaryRecord): string | undefined => {
  const [, ...ids] = ResourceDirectoryPath?.split('/') ?? [];
  const index = FolderId === undefined ? -1 : ids.indexOf(FolderId);
  return index > 0 ? ids[index - 1] : undefined;
};
