import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationInput } from '../writing/MutationInput';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to start, and how.' })
export class StartConfigurationRecorderInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID. Defaults to the current account.',
  })
  readonly accountId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Upgrades every member of the directory to the enterprise edition. Only the management account may do this. It cannot be undone.',
  })
  readonly enterpriseEdition?: boolean | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: MutationPayload,
  description: 'The result of the mutation, and the recorder.',
})
export class StartConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
