import { Field, InterfaceType } from 'type-graphql';
import { GovernanceError } from './GovernanceError';
import { MutationOutcome } from './MutationOutcome';

/** What every mutation answers, in `data`: a router may hide `errors`, and clients such as Apollo Client drop `data` if there are any. */
@InterfaceType({
  description:
    'What every mutation returns, for its caller to act on. Nothing below a payload adds to the `errors` of the whole response.',
})
export abstract class MutationPayload {
  @Field(() => MutationOutcome, { description: 'How the mutation ended.' })
  readonly outcome!: MutationOutcome;

  @Field(() => [GovernanceError], {
    description:
      'Why it did not do what was asked, and what could not be read of its objects afterwards. `outcome` alone says how the mutation ended. Empty if everything was done and read. `extensions.notRead` of the response has the paths of what could not be read.',
  })
  readonly errors!: readonly GovernanceError[];

  @Field(() => String, {
    nullable: true,
    description:
      'The upstream’s ID of the call, for its support desk and audit trail. Null if nothing was sent, or no answer came.',
  })
  readonly requestId!: string | null;
}
