import { Ctx, Query, Resolver } from 'type-graphql';
import { Costs } from '../../schema/costs';
import type { Context } from '../../src/context';
import { GetSupportedResourceTypes } from '../../src/operations';

@Resolver()
export class ResourceTypesResolver {
  @Query(() => [String], {
    nullable: true,
    description: 'Every resource type that Cloud Config can record, `ACS::Product::Kind`. Null if they cannot be read.',
  })
  @Costs({ loads: [{ operation: GetSupportedResourceTypes, per: 'document', calls: 2 }] })
  async supportedResourceTypes(@Ctx() { currentAccountId, loaders }: Context): Promise<readonly string[]> {
    return loaders.cloudConfig.supportedResourceTypes.load(await currentAccountId());
  }
}
