import type { MutationPayload } from '../../schema/writing/MutationPayload';
import type { Context } from '../../src/context';
import { accountOrCurrent } from '../currentAccount';
import { hasSomethingToShow } from '../writing/outcomes';

/** The account whose recorder a mutation changes. */
export interface RecorderTarget {
  /** Undefined until it is settled. */
  readonly accountId?: string;
  /** The input field that names the account. Undefined for the current one. */
  readonly field?: readonly string[];
  /** Settles which account that is. @throws UserError for what can be no account ID. */
  readonly settle: () => Promise<string>;
  /** The account whose recorder the payload shows: undefined if nothing was changed. */
  readonly shownFor: (result: Pick<MutationPayload, 'outcome'>) => string | undefined;
}

/** @param input of the mutation: the current account if it names none. */
export const targetOf = (context: Context, input: { readonly accountId?: string | null }): RecorderTarget => {
  const field = ['input', 'accountId'];
  let accountId: string | undefined;
  return {
    get accountId() {
      return accountId;
    },
    field: input.accountId == null ? undefined : field,
    settle: async () => (accountId = await accountOrCurrent(context, input.accountId, field)),
    shownFor: ({ outcome }) => (hasSomethingToShow(outcome) ? accountId : undefined),
  };
};
