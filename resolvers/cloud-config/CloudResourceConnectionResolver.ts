import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CountedResources } from '../../schema/cloud-config/CloudResourceConnection';
import { CloudResourceConnection } from '../../schema/cloud-config/CloudResourceConnection';

@Resolver(() => CloudResourceConnection)
export class CloudResourceConnectionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many resources there are in all. Null if the upstream does not count them. For the resources of all accounts, counting those of the management account takes the calls that the last page of the account group takes, on any page.',
  })
  async totalCount(@Root() { totalCount, toCount }: CountedResources): Promise<number | null> {
    return totalCount ?? (await toCount?.()) ?? null;
  }
}
