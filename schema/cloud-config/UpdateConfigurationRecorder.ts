import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to change, and what it is to record.' })
export class UpdateConfigurationRecorderInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID; left out: that of the current account.',
  })
  readonly accountId?: string | null;

  @Field(() => [String], {
    description:
      'The resource types to record from now on, in place of those that are recorded: see `supportedResourceTypes`. A single `all` records every type.',
  })
  readonly resourceTypes!: readonly string[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True checks the input, looks up what can be looked up, and sends nothing that changes anything.',
  })
  readonly dryRun?: boolean | null;
}

@ObjectType({ simpleResolvers: true, implements: MutationPayload, description: 'What became of the recorder.' })
export class UpdateConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
