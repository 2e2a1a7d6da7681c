import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { Account } from '../../schema/resource-manager/Account';
import type { Context } from '../../src/context';
import { loadRecorder } from '../cloud-config/ConfigurationRecorderResolver';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => Account, {
    nullable: true,
    description: 'The account that the gateway’s own credentials belong to.',
  })
  async currentAccount(@Ctx() context: Context): Promise<Account> {
    return Account.of(await context.currentAccountId());
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The account’s configuration recorder, one upstream call. Null only where it could not be read: an account without Cloud Config has a recorder that is NOT_ACTIVATED.',
  })
  configurationRecorder(@Root() account: Account, @Ctx() context: Context): Promise<ConfigurationRecorder> {
    return loadRecorder(context, account.accountId, ['accountId']);
  }

  @FieldResolver(() => AccountEnrollment, {
    nullable: true,
    description:
      'The account’s enrolment in the account factory, one upstream call. Null only where it could not be read: an account that was never enrolled is NOT_ENROLLED.',
  })
  async enrollment(@Root() { accountId }: Account, @Ctx() { loaders }: Context): Promise<AccountEnrollment> {
    return AccountEnrollment.fromRecord(accountId, await loaders.governance.enrolledAccount.load(accountId));
  }
}
