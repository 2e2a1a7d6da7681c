import { Field, ObjectType } from 'type-graphql';
import { longestIntervalMs } from '../../src/changes/attribution/attribute';
import { changeIdentityOf } from '../../src/changes/fingerprint';
import { parseConfigurationDiff } from '../../src/changes/parseConfigurationDiff';
import { parseTags } from '../../src/changes/parseTags';
import type { ChangeRecord } from '../../src/operations/cloud-config/2020-09-07/ChangeRecord';
import type { ConfigurationChangeRecord } from '../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import { rawTextOf } from '../enumValue';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';
import { CloudTag } from '../resource-manager/CloudTag';
import { DateTime } from '../scalars';
import { presentDate, presentText } from '../scalars/present';
import type { CloudResourceKey } from './CloudResource';
import { CloudResource } from './CloudResource';
import { maxValueBytes, PropertyChange } from './PropertyChange';
import { parseEventType, ResourceEventType } from './ResourceEventType';

/** One recorded change of a resource's configuration. No entity: only the record itself has the parts of its id. */
@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description:
    'One recorded change of a resource’s configuration. The upstream has no ID for it. Its `id` is built from the resource, the time of the capture and what changed. So it is the same in every version of Cloud Config and through an account group.',
})
export class ConfigurationChange extends Node {
  /** Not fields: what the ID is built of. */
  readonly key!: CloudResourceKey;
  readonly record!: ConfigurationChangeRecord;
  /** Not a field: when the change before it was captured. Null if no one was in a day, undefined if that is not known. */
  previousAt?: number | null;

  @Field(() => CloudResource, {
    description:
      'The resource that changed. Selecting more than its key makes one call of DescribeDiscoveredResource for all changes of a page.',
  })
  get resource(): CloudResource {
    return CloudResource.of(this.key);
  }

  @Field(() => ResourceEventType, { description: 'The kind of the change.' })
  readonly eventType!: ResourceEventType;

  @Field(() => String, {
    description: 'The value of `eventType` as the upstream returned it. Empty if it returned none.',
  })
  readonly rawEventType!: string;

  @Field(() => DateTime, {
    description: 'When Cloud Config captured the change. Cloud Config takes a snapshot about every ten minutes.',
  })
  readonly capturedAt!: Date;

  @Field(() => String, { nullable: true, description: 'The resource’s name at that time. Null if it had none.' })
  readonly resourceName!: string | null;

  @Field(() => String, { nullable: true, description: 'The zone of the resource. Null if it has none.' })
  readonly availabilityZone!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the resource itself was created. Null if Cloud Config does not return it.',
  })
  readonly resourceCreatedAt!: Date | null;

  @Field(() => String, { nullable: true, description: rawTextOf('tags') })
  readonly rawTags!: string | null;

  @Field(() => String, {
    nullable: true,
    description: rawTextOf('changes'),
  })
  readonly rawDiff!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What changed in the relations to other resources, as the upstream returned it. A change can consist of nothing else. Null if the upstream returned none, as in Cloud Config 2019-01-08 and through an account group.',
  })
  readonly rawRelationshipDiff!: string | null;

  /** Parsed when it is selected. A getter that cannot throw. */
  @Field(() => [CloudTag], {
    nullable: true,
    description:
      'The resource’s tags at that time. Null if Cloud Config does not return them, or if they cannot be parsed: see `rawTags`.',
  })
  get tags(): readonly CloudTag[] | null {
    return this.rawTags === null ? null : parseTags(this.rawTags);
  }

  /** Parsed when it is selected. A getter that cannot throw. */
  @Field(() => [PropertyChange], {
    nullable: true,
    description:
      'What changed, one entry per property. Null if Cloud Config does not return it, or if it cannot be parsed: see `rawDiff`.',
  })
  get changes(): readonly PropertyChange[] | null {
    if (this.rawDiff === null) return null;
    const differences = parseConfigurationDiff(this.rawDiff);
    if (differences === null) return null;
    const of = { resourceType: this.key.resourceType, mayBeLong: Buffer.byteLength(this.rawDiff) > maxValueBytes };
    return differences.map((difference) => PropertyChange.of(of, difference));
  }

  /**
   * The only place where wire names become GraphQL names.
   *
   * @param key the resource of the request: an answer may omit what it repeats of it.
   */
  static fromRecord(
    key: CloudResourceKey,
    record: ConfigurationChangeRecord & Pick<ChangeRecord, 'RelationshipDiff'>,
  ): ConfigurationChange {
    return Object.assign(new ConfigurationChange(), {
      key,
      record,
      eventType: parseEventType(record.ResourceEventType),
      rawEventType: record.ResourceEventType ?? '',
      capturedAt: new Date(record.CaptureTime),
      resourceName: record.ResourceName ?? null,
      availabilityZone: presentText(record.AvailabilityZone),
      resourceCreatedAt: presentDate(record.ResourceCreateTime),
      rawTags: record.Tags ?? null,
      rawDiff: record.ConfigurationDiff ?? null,
      rawRelationshipDiff: presentText(record.RelationshipDiff),
    } satisfies Omit<ConfigurationChange, 'id' | 'resource' | 'tags' | 'changes' | 'previousAt'>);
  }

  /**
   * Notes of the changes of one resource, newest first and without gaps, when the one before each was captured.
   *
   * @param knownFrom from here on there are no others. Undefined if there may be.
   */
  static link(changes: readonly ConfigurationChange[], knownFrom: number | undefined): void {
    let waiting: ConfigurationChange[] = [];
    for (const change of changes) {
      // Those of one millisecond share the time in which their events are.
      const isEarlier = waiting.some(({ capturedAt }) => change.capturedAt < capturedAt);
      if (isEarlier) for (const one of waiting) one.previousAt = change.capturedAt.getTime();
      waiting = isEarlier ? [change] : [...waiting, change];
    }
    for (const one of waiting) {
      const isKnown = knownFrom !== undefined && knownFrom <= one.capturedAt.getTime() - longestIntervalMs;
      if (isKnown) one.previousAt = null;
    }
  }

  protected override globalKey(): GlobalKey {
    const { accountId, region, resourceType, resourceId } = this.key;
    const moment = String(this.record.CaptureTime);
    return [
      'ConfigurationChange',
      ...[accountId, region, resourceType, resourceId, moment, changeIdentityOf(this.record)],
    ];
  }
}
