import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../src/context';

@Resolver()
export class ResourceTypesResolver {
  @Query(() => [String], {
    nullable: true,
    description: 'Every resource type that Cloud Config can record, `ACS::Product::Kind`. One upstream call.',
  })
  supportedResourceTypes(@Ctx() { loaders }: Context): Promise<readonly string[]> {
    return loaders.cloudConfig.supportedResourceTypes.load('current');
  }
}
