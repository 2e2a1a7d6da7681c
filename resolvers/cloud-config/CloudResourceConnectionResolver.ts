import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CountedResources } from '../../schema/cloud-config/CloudResourceConnection';
import { CloudResourceConnection } from '../../schema/cloud-config/CloudResourceConnection';

@Resolver(() => CloudResourceConnection)
export class CloudResourceConnectionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The total number of items. Null if the upstream does not return it. In the list of all accounts, counting the resources of the management account takes up to three calls, of which two are cached.',
  })
  async totalCount(@Root() { totalCount, toCount }: CountedResources): Promise<number | null> {
    return totalCount ?? (await toCount?.()) ?? null;
  }
}
