import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CloudResource } from '../../schema/cloud-config/CloudResource';
import { ConfigurationSnapshot } from '../../schema/cloud-config/ConfigurationSnapshot';
import { Costs } from '../../schema/costs';
import { DateTime } from '../../schema/scalars';
import type { Context } from '../../src/context';
import { resolveSnapshot, snapshotLoads } from './resolveSnapshot';

@Resolver(() => CloudResource)
export class ConfigurationSnapshotResolver {
  @FieldResolver(() => ConfigurationSnapshot, {
    nullable: true,
    description:
      'The configuration at a time in the past, worked out from the present one and the changes since. Also for a resource that no longer exists. Null if it cannot be read. Usually it costs one call of each operation, and one more for each hundred changes since then.',
  })
  @Costs({ loads: snapshotLoads })
  configurationAt(
    @Root() resource: CloudResource,
    @Arg('time', () => DateTime, {
      description: 'The time, not in the future. It is compared with the times at which Cloud Config captured changes.',
    })
    time: Date,
    @Ctx() context: Context,
  ): Promise<ConfigurationSnapshot> {
    return resolveSnapshot(resource, time, context);
  }
}
