import { Field, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'How to enable the resource directory.' })
export class InitResourceDirectoryInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True checks the input and looks up its objects, but changes nothing.',
  })
  readonly dryRun?: boolean | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The directory that the current account now has.',
})
export class InitResourceDirectoryPayload extends MutationPayload {}
