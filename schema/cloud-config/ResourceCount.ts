import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../enumValue';

export const ResourceCountKey = defineEnum('ResourceCountKey', 'What resources are counted by.', {
  REGION: 'By region.',
  RESOURCE_TYPE: 'By resource type.',
});
export type ResourceCountKey = keyof typeof ResourceCountKey;

/** How many resources there are of one region or type. */
@ObjectType({ simpleResolvers: true, description: 'How many recorded resources there are of one region or type.' })
export class ResourceCount {
  @Field(() => String, { description: 'The region ID or resource type.' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many resources.' })
  readonly count!: number;
}
