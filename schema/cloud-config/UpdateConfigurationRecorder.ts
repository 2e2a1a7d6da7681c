import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationInput } from '../writing/MutationInput';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to change, and what to record.' })
export class UpdateConfigurationRecorderInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID. Defaults to the current account.',
  })
  readonly accountId?: string | null;

  @Field(() => [String], {
    description:
      'The resource types to record from now on: see `supportedResourceTypes`. They replace the current ones. A single `all` records every type.',
  })
  readonly resourceTypes!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The result of the mutation, and the recorder.',
})
export class UpdateConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
