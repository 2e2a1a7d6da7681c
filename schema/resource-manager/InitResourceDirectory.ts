import { InputType, ObjectType } from 'type-graphql';
import { MutationInput } from '../writing/MutationInput';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'How to enable the resource directory.' })
export class InitResourceDirectoryInput extends MutationInput {}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The directory that the current account now has.',
})
export class InitResourceDirectoryPayload extends MutationPayload {}
