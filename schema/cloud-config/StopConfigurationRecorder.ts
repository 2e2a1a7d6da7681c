import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to stop.' })
export class StopConfigurationRecorderInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID. Defaults to the current account.',
  })
  readonly accountId?: string | null;

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
export class StopConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
