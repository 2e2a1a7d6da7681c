import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumMembers } from '../enumValue';

export const ResourceCountKey = enumMembers('REGION', 'RESOURCE_TYPE');
export type ResourceCountKey = keyof typeof ResourceCountKey;
registerEnumType(ResourceCountKey, {
  name: 'ResourceCountKey',
  description: 'What resources are counted by.',
  valuesConfig: {
    REGION: { description: 'By region.' },
    RESOURCE_TYPE: { description: 'By resource type.' },
  },
});

/** How many resources there are of one region or type. */
@ObjectType({ simpleResolvers: true, description: 'How many recorded resources there are of one region or type.' })
export class ResourceCount {
  @Field(() => String, { description: 'The region ID or resource type.' })
  readonly name!: string;

  @Field(() => Int, { description: 'How many resources.' })
  readonly count!: number;
}
