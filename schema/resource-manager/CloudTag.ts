import { Field, InputType, ObjectType } from 'type-graphql';

/** A tag of a cloud resource or an account. */
@ObjectType({
  simpleResolvers: true,
  description: 'A tag: a key and one value. A key with several values appears as several tags.',
})
export class CloudTag {
  @Field(() => String, { description: 'The tag’s key.' })
  readonly key!: string;

  @Field(() => String, { description: 'The tag’s value. It can be empty.' })
  readonly value!: string;
}

@InputType({ description: 'A tag to look for.' })
export class CloudTagFilter {
  @Field(() => String, { description: 'The tag’s key.' })
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'The tag’s value. Defaults to any value.' })
  readonly value?: string | null;
}
