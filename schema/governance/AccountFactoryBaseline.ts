import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A baseline of the account factory, by its key. */
@ObjectType({
  simpleResolvers: true,
  description: 'A baseline of the account factory: the settings that are applied to an enrolled account.',
})
@Directive('@key(fields: "baselineId", resolvable: false)')
export class AccountFactoryBaseline {
  @Field(() => ID, { description: 'The baseline ID, `afb-…`.' })
  readonly baselineId!: string;

  static of(baselineId: string): AccountFactoryBaseline {
    return Object.assign(new AccountFactoryBaseline(), { baselineId });
  }
}
