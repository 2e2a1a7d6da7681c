import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MutationPayload } from '../writing/MutationPayload';

@InputType({ description: 'Which recorder to start, and how.' })
export class StartConfigurationRecorderInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The Alibaba Cloud account ID; left out: that of the current account.',
  })
  readonly accountId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Upgrades to the enterprise edition, for every member of the directory. Only the management account may; it cannot be taken back.',
  })
  readonly enterpriseEdition?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True checks the input, looks up what can be looked up, and sends nothing that changes anything.',
  })
  readonly dryRun?: boolean | null;
}

@ObjectType({ simpleResolvers: true, implements: MutationPayload, description: 'What became of the recorder.' })
export class StartConfigurationRecorderPayload extends MutationPayload {
  /** Not a field: whose recorder `configurationRecorder` reads. Absent if there is nothing to show. */
  readonly accountId?: string;
}
