import { Field, ID, InterfaceType } from 'type-graphql';
import { GovernanceError } from './GovernanceError';
import { MutationOutcome } from './MutationOutcome';

/** What every mutation answers, in `data`: a router may hide `errors`, and clients such as Apollo Client drop `data` if there are any. */
@InterfaceType({
  description:
    'What every mutation returns. Failures below a payload are reported in the payload, not in the `errors` of the whole response.',
})
export abstract class MutationPayload {
  @Field(() => MutationOutcome, { description: 'How the mutation ended.' })
  readonly outcome!: MutationOutcome;

  @Field(() => [GovernanceError], {
    description:
      'Why the mutation did not succeed, and which of its objects could not be read afterwards. Only `outcome` says how the mutation ended. Empty if everything was done and read. `extensions.notRead` of the response lists the paths that could not be read.',
  })
  readonly errors!: readonly GovernanceError[];

  @Field(() => String, {
    nullable: true,
    description:
      'The upstream’s ID of the call, for its support desk and audit trail. Null if nothing was sent, or if no response came.',
  })
  readonly requestId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The account that carries out the mutation, or would: the management account of the directory for `createAccount` and `enrollAccount`. Null if the mutation was rejected before this was determined, or if you may not see the account.',
  })
  readonly actingAccountId!: string | null;
}
