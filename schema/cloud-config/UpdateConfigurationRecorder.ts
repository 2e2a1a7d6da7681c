import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to change, and what to record.' })
export class UpdateConfigurationRecorderInput {
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
  description: 'The result of the mutation, and the recorder.',
})
export class UpdateConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
