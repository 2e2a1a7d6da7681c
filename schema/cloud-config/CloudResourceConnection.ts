import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../relay/PageArgs';
import { connectionOf } from '../relay/connectionOf';
import { CloudResource } from './CloudResource';

export const CloudResourceConnection = connectionOf(CloudResource, { name: 'CloudResource', items: 'cloud resources' });
export type CloudResourceConnection = InstanceType<typeof CloudResourceConnection>;

/** What counts a list that its page does not count. */
export interface Counted {
  /** Omitted if the page counts the list, or nothing does. */
  readonly toCount?: () => Promise<number | undefined>;
}

export type CountedResources = CloudResourceConnection & Counted;

@InputType({
  description:
    'Which resources to return; the upstream filters. An omitted member matches every resource. A resource must match all given members.',
})
export class CloudResourceFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Only resources in one of these regions. If nothing matches, the gateway compares regions that Alibaba Cloud has not published with those that have resources. That costs at most four calls of GetDiscoveredResourceCounts.',
  })
  readonly regions?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only resources of one of these types, `ACS::Product::Kind`.' })
  readonly resourceTypes?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only resources with this ID in their own product.' })
  readonly resourceId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: only resources that were deleted. False: only those that still exist.',
  })
  readonly deleted?: boolean | null;
}

const filterDescription = (counts: 'one' | 'two'): string =>
  `Which resources to return. Defaults to those that still exist. If nothing matches, the gateway checks that the resource types and regions exist. A misspelled one is an error with the nearest names. The check of types costs at most two calls of GetSupportedResourceTypes and, for an unsupported type, ${counts} of GetDiscoveredResourceCounts. The cost of \`regions\` is added.`;

/** What a field that lists resources takes. */
@ArgsType()
export class ResourcesArgs extends PageArgs {
  @Field(() => CloudResourceFilter, { nullable: true, description: filterDescription('one') })
  readonly filter?: CloudResourceFilter | null;
}

/** The same for the resources of all accounts, which are counted in a group and in the management account. */
@ArgsType()
export class AllResourcesArgs extends ResourcesArgs {
  @Field(() => CloudResourceFilter, { nullable: true, description: filterDescription('two') })
  declare readonly filter?: CloudResourceFilter | null;
}
