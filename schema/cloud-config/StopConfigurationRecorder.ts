import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationInput } from '../writing/MutationInput';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to stop.' })
export class StopConfigurationRecorderInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID. Defaults to the current account.',
  })
  readonly accountId?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The result of the mutation, and the recorder.',
})
export class StopConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
