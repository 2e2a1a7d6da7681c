import { Field, InputType } from 'type-graphql';

/** What every mutation takes. */
@InputType()
export abstract class MutationInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'True checks the input and looks up its objects, but changes nothing. With an `idempotencyKey` that was used already, the payload is what the mutation would return.',
  })
  readonly dryRun?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A text of your own that names this mutation: 16 to 64 letters, digits, hyphens and underscores. If you send the same mutation again with the same key, nothing is done twice: the payload says how the first one ended. Without a key, a repetition is a new mutation.',
  })
  readonly idempotencyKey?: string | null;
}
