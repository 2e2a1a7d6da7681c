import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { accountLoads, Costs } from '../../schema/costs';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { CreateAccountInput, EnrollAccountInput, EnrollAccountPayload } from '../../schema/governance/EnrollAccount';
import { Account } from '../../schema/resource-manager/Account';
import type { Context } from '../../src/context';
import { EnrollAccount, GetEnrolledAccount } from '../../src/operations';
import { runMutation } from '../writing/runMutation';
import { loadEnrollment } from './AccountEnrollmentResolver';
import { toEnrollRequest } from './enrollRequest';

@Resolver(() => EnrollAccountPayload)
export class EnrollAccountResolver {
  @Mutation(() => EnrollAccountPayload, {
    description:
      'Brings an existing account under a baseline. It takes minutes: the outcome is IN_PROGRESS, and `enrollment` tells how far it is.',
  })
  @Costs({ loads: [{ operation: EnrollAccount, per: 'arguments' }], account: 'arguments' })
  enrollAccount(
    @Arg('input', () => EnrollAccountInput, { description: 'Which account, under which baseline.' })
    input: EnrollAccountInput,
    @Ctx() context: Context,
  ): Promise<EnrollAccountPayload> {
    return enroll(context, input);
  }

  @Mutation(() => EnrollAccountPayload, {
    description:
      'Makes a new account under a baseline. It can be a paid one, and sending it twice makes two. The outcome is IN_PROGRESS, and `enrollment` tells how far it is.',
  })
  @Costs({ loads: [{ operation: EnrollAccount, per: 'arguments' }] })
  createAccount(
    @Arg('input', () => CreateAccountInput, { description: 'Which account, under which baseline.' })
    input: CreateAccountInput,
    @Ctx() context: Context,
  ): Promise<EnrollAccountPayload> {
    return enroll(context, input);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'The account that comes under the baseline; null where its ID is not known.',
  })
  @Costs({ details: accountLoads, account: 'parent' })
  account(@Root() { accountId }: EnrollAccountPayload): Account | null {
    return accountId === undefined ? null : Account.of(accountId);
  }

  @FieldResolver(() => AccountEnrollment, {
    nullable: true,
    description: 'How far the enrolment is, read afterwards; null where the account’s ID is not known.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'object' }], account: 'parent' })
  async enrollment(
    @Root() { accountId }: EnrollAccountPayload,
    @Ctx() context: Context,
  ): Promise<AccountEnrollment | null> {
    if (accountId === undefined) return null;
    return loadEnrollment(context, accountId);
  }
}

const enroll = async (
  context: Context,
  input: EnrollAccountInput | CreateAccountInput,
): Promise<EnrollAccountPayload> => {
  let accountId: string | undefined;
  const { result, response } = await runMutation(context, EnrollAccount, {
    dryRun: input.dryRun ?? false,
    prepare: () => {
      const request = toEnrollRequest(input);
      accountId = request.AccountUid;
      return request;
    },
    outcome: () => 'IN_PROGRESS',
  });
  // The document's own sample answers 0 where the account is yet to be made.
  if (response !== undefined && response.AccountUid !== '0') accountId = response.AccountUid;
  if (accountId !== undefined) {
    context.loaders.governance.enrollment.clear(accountId);
    context.loaders.governance.enrollmentDetail.clear(accountId);
  }
  return Object.assign(new EnrollAccountPayload(), { ...result, accountId });
};
