import { Field, InputType, ObjectType } from 'type-graphql';

/** A tag of a cloud resource or an account. */
@ObjectType({
  simpleResolvers: true,
  description: 'A tag: a key and one value. A key with several values is several tags.',
})
export class CloudTag {
  @Field(() => String, { description: 'The tag’s key.' })
  readonly key!: string;

  @Field(() => String, { description: 'The tag’s value; can be empty.' })
  readonly value!: string;
}

@InputType({ description: 'A tag to look for.' })
export class CloudTagFilter {
  @Field(() => String, { description: 'The tag’s key.' })
  readonly key!: string;

  @Field(() => String, { nullable: true, description: 'The tag’s value; left out: any.' })
  readonly value?: string | null;
}
