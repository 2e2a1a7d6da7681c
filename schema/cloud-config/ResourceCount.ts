import { Field, Int, ObjectType } from 'type-graphql';
import { defineEnum } from '../enumValue';

export const ResourceCountKey = defineEnum('ResourceCountKey', 'What resources are counted by.', {
  REGION: 'Resources are counted by their regions.',
  RESOURCE_TYPE: 'Resources are counted by their types.',
});
export type ResourceCountKey = keyof typeof ResourceCountKey;

/** How many resources there are of one region or type. */
@ObjectType({ simpleResolvers: true, description: 'The number of recorded resources in one region or of one type.' })
export class ResourceCount {
  @Field(() => String, { description: 'The region ID, or the resource type.' })
  readonly name!: string;

  @Field(() => Int, { description: 'The number of resources.' })
  readonly count!: number;
}
