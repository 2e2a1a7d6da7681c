import { Field, InterfaceType } from 'type-graphql';
import { GovernanceError } from './GovernanceError';
import { MutationOutcome } from './MutationOutcome';

/** What every mutation answers, in `data`: a router in front may hide `errors`. */
@InterfaceType({ description: 'What every mutation answers, where a caller can act on it.' })
export abstract class MutationPayload {
  @Field(() => MutationOutcome, { description: 'How the mutation ended.' })
  readonly outcome!: MutationOutcome;

  @Field(() => [GovernanceError], { description: 'Why it did not do what was asked; empty where it did.' })
  readonly errors!: readonly GovernanceError[];

  @Field(() => String, {
    nullable: true,
    description: 'The upstream’s ID of the call, for its support desk and audit trail; null where nothing was sent.',
  })
  readonly requestId!: string | null;
}
