import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../schema/access';
import type { Load } from '../../schema/costs';
import { Costs, accountLoads, inputHas, lookedUp, written } from '../../schema/costs';
import { AccountEnrollment } from '../../schema/governance/AccountEnrollment';
import { CreateAccountInput, EnrollAccountInput, EnrollAccountPayload } from '../../schema/governance/EnrollAccount';
import { Account } from '../../schema/resource-manager/Account';
import { Irreversible } from '../../schema/writing/irreversible';
import type { Context } from '../../src/context';
import {
  EnrollAccount,
  GetAccount,
  GetAccountFactoryBaseline,
  GetEnrolledAccount,
  GetFolder,
  GetResourceDirectory,
  ListAccountFactoryBaselineItems,
  ListEnrolledAccounts,
} from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import { maxUpstreamPages } from '../../src/pagination/Page';
import { hasSomethingToShow } from '../writing/outcomes';
import { runMutation } from '../writing/runMutation';
import { loadEnrollment } from './AccountEnrollmentResolver';
import { enrollLookUps } from './enrollLookUps';
import { fieldOfParameter, toEnrollRequest } from './enrollRequest';

const ifGiven = (operation: Operation, name: string): Load => ({
  operation,
  per: 'arguments',
  onlyIf: inputHas(name),
  about: name,
});

/** What the inputs of both mutations can be looked up by: payer, folder, baseline and its items. */
const lookUpsOfInput: readonly Load[] = [
  ...lookedUp(GetResourceDirectory),
  ifGiven(GetAccount, 'payerAccountId'),
  ifGiven(GetFolder, 'folderId'),
  ifGiven(GetAccountFactoryBaseline, 'baselineId'),
  ifGiven(ListAccountFactoryBaselineItems, 'baselineItems'),
];

@Resolver(() => EnrollAccountPayload)
export class EnrollAccountResolver {
  @Mutation(() => EnrollAccountPayload, {
    description:
      'Enrolls an existing account and applies a baseline to it. This takes minutes: the outcome is IN_PROGRESS, also if the account is already being enrolled. `enrollment` shows the progress.',
  })
  @Requires({ scope: 'governance:enroll' })
  @Costs({
    loads: [
      written(EnrollAccount),
      ...lookUpsOfInput,
      ifGiven(GetAccount, 'accountId'),
      ...lookedUp(GetEnrolledAccount),
    ],
    account: 'arguments',
  })
  enrollAccount(
    @Arg('input', () => EnrollAccountInput, { description: 'The account and its baseline.' })
    input: EnrollAccountInput,
    @Ctx() context: Context,
  ): Promise<EnrollAccountPayload> {
    return enroll(context, input);
  }

  @Mutation(() => EnrollAccountPayload, {
    description:
      'Creates an account and applies a baseline to it. This cannot be undone, and the account can cost money. The outcome is IN_PROGRESS, and `enrollment` shows the progress. If an account of the same prefix and display name was just created, the outcome is ALREADY_DONE.',
  })
  @Requires({ scope: 'governance:enroll' })
  @Irreversible()
  @Costs({
    loads: [
      written(EnrollAccount),
      ...lookUpsOfInput,
      { operation: ListEnrolledAccounts, per: 'arguments', calls: maxUpstreamPages },
      ...lookedUp(GetEnrolledAccount),
    ],
  })
  createAccount(
    @Arg('input', () => CreateAccountInput, { description: 'The account and its baseline.' })
    input: CreateAccountInput,
    @Ctx() context: Context,
  ): Promise<EnrollAccountPayload> {
    return enroll(context, input);
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description:
      'The account that is enrolled. Null if the outcome is REJECTED, VALIDATED or UNKNOWN, or if the upstream has not returned its ID yet.',
  })
  @Costs({ details: accountLoads, account: 'parent' })
  account(@Root() { accountId, outcome }: EnrollAccountPayload): Account | null {
    // Whether there is such an account is not known if the outcome is not.
    const isKnown = hasSomethingToShow(outcome) && outcome !== 'UNKNOWN';
    return accountId === undefined || !isKnown ? null : Account.of(accountId);
  }

  @FieldResolver(() => AccountEnrollment, {
    nullable: true,
    description:
      'The enrollment, read afterwards. Null if the outcome is REJECTED or VALIDATED, if the ID of the account is unknown, or if it cannot be read.',
  })
  @Costs({ loads: [{ operation: GetEnrolledAccount, per: 'object' }], account: 'parent' })
  async enrollment(
    @Root() { accountId, outcome }: EnrollAccountPayload,
    @Ctx() context: Context,
  ): Promise<AccountEnrollment | null> {
    return accountId === undefined || !hasSomethingToShow(outcome) ? null : loadEnrollment(context, accountId);
  }
}

const enroll = async (
  context: Context,
  input: EnrollAccountInput | CreateAccountInput,
): Promise<EnrollAccountPayload> => {
  const isNew = 'accountNamePrefix' in input;
  let accountId: string | undefined;
  const run = await runMutation(context, EnrollAccount, {
    field: isNew ? 'createAccount' : 'enrollAccount',
    input,
    isOnce: isNew,
    prepare: () => {
      const request = toEnrollRequest(input);
      accountId = request.AccountUid;
      return request;
    },
    subject: ({ AccountUid, AccountNamePrefix = '', DisplayName = '' }) =>
      AccountUid === undefined
        ? { kind: 'newAccount', accountNamePrefix: AccountNamePrefix, displayName: DisplayName }
        : { kind: 'enrollment', accountId: AccountUid },
    lookUps: (request, actingAccountId, since) => enrollLookUps(context, request, actingAccountId, since),
    outcome: () => 'IN_PROGRESS',
    // The document's own sample answers 0 if the account is yet to be made.
    accountOf: ({ AccountUid }) => (AccountUid === '0' ? undefined : AccountUid),
    fieldOf: (parameter) => fieldOfParameter(parameter, input),
    readFirst: 'accountEnrollments',
    riskOfRepeating: isNew ? { en: 'it can create a second account', zh: '这可能会创建第二个账号' } : undefined,
  });
  return Object.assign(new EnrollAccountPayload(), { ...run.result, accountId: run.accountId ?? accountId });
};
