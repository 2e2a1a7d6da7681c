import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ChangeAttribution } from '../../schema/actiontrail/ChangeAttribution';
import { ConfigurationChange } from '../../schema/cloud-config/ConfigurationChange';
import { Costs } from '../../schema/costs';
import { changeIdentityOf } from '../../src/changes/fingerprint';
import { parseConfigurationDiff } from '../../src/changes/parseConfigurationDiff';
import type { Context } from '../../src/context';
import { mostLookUps } from '../../src/loaders/attribution';
import {
  GetAggregateResourceConfigurationTimeline,
  GetResourceConfigurationTimeline,
  LookupEvents,
} from '../../src/operations';

@Resolver(() => ConfigurationChange)
export class ChangeAttributionResolver {
  @FieldResolver(() => ChangeAttribution, {
    nullable: true,
    description:
      'Who made the change, as far as ActionTrail shows. The events of a change are those after the change before it, at most 24 hours back. All changes of one resource on a page share one look-up for each fifty events. Null only if ActionTrail cannot be read; an error then says why.',
  })
  @Costs({
    loads: [
      { operation: LookupEvents, per: 'parent', calls: mostLookUps },
      // If the page does not show when the change before its last one was captured.
      {
        operation: GetResourceConfigurationTimeline,
        inGroup: GetAggregateResourceConfigurationTimeline,
        per: 'page',
      },
    ],
  })
  async attribution(@Root() change: ConfigurationChange, @Ctx() { loaders }: Context): Promise<ChangeAttribution> {
    const { key, record, capturedAt, resourceName, resourceCreatedAt } = change;
    const attribution = await loaders.attribution.load({
      id: `${record.CaptureTime} ${changeIdentityOf(record)}`,
      capturedAt: capturedAt.getTime(),
      previousAt: change.previousAt,
      createdAt: resourceCreatedAt?.getTime(),
      type: change.rawEventType,
      resource: { ...key, names: namesOf(key, resourceName) },
      properties: parseConfigurationDiff(change.rawDiff ?? '') ?? [],
    });
    return ChangeAttribution.of(attribution, key.accountId);
  }
}

/** RAM names what it manages, and not by the ID that Cloud Config has. A user’s name has its domain. */
function namesOf(
  { accountId, resourceType }: ConfigurationChange['key'],
  resourceName: string | null,
): readonly string[] {
  if (!resourceType.startsWith('ACS::RAM::') || resourceName === null || resourceName === '') return [];
  const isUser = resourceType === 'ACS::RAM::User' && !resourceName.includes('@');
  return isUser ? [`${resourceName}@${accountId}.onaliyun.com`, resourceName] : [resourceName];
}
