import { Field, ObjectType } from 'type-graphql';

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
