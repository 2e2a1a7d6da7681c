import { Field, ObjectType } from 'type-graphql';
import type {
  Attribution,
  AttributionReason as Reason,
  Confidence,
} from '../../src/changes/attribution/AttributedChange';
import { defineEnum } from '../enumValue';
import { CloudAuditEvent } from './CloudAuditEvent';

export const AttributionConfidence = defineEnum<Confidence>(
  'AttributionConfidence',
  'How sure it is that an event made a change.',
  {
    EXACT: 'Of all events that name the resource in that time, one asked for what the change shows.',
    LIKELY: 'There are events that may have made the change: see `reason`.',
    NONE: 'No event is known: see `reason`.',
  },
);

export const AttributionReason = defineEnum<Reason>(
  'AttributionReason',
  'Why an attribution is not EXACT. The list is closed.',
  {
    SEVERAL_EVENTS: 'Several events asked for what the change shows, or none of several did.',
    NOT_SHOWN: 'One event names the resource, but does not show that it asked for what changed.',
    INCOMPLETE: 'Not all events of that time could be read within what the request may cost.',
    NOT_YET_QUERYABLE: 'The change is so recent that its events cannot be searched yet. Ask again.',
    SELF_CHANGE: 'Only properties changed that the cloud changes by itself.',
    NO_EVENT: 'ActionTrail has no successful write that names the resource in that time.',
    OLDER_THAN_90_DAYS: 'ActionTrail answers for the last 90 days only.',
    NOT_PERMITTED:
      'The role that the gateway reads the account with may not read its events, or there is no such role.',
    NO_ENDPOINT: 'ActionTrail has no host in the region.',
    SWITCHED_OFF: 'This deployment does not look up who made changes.',
  },
);

/** Who made a change, and how sure that is. */
@ObjectType({ simpleResolvers: true, description: 'Who made a change, and how sure that is.' })
export class ChangeAttribution {
  @Field(() => AttributionConfidence, { description: 'How sure it is.' })
  readonly confidence!: Confidence;

  @Field(() => AttributionReason, { nullable: true, description: 'Why it is not sure. Null if it is EXACT.' })
  readonly reason!: Reason | null;

  @Field(() => [CloudAuditEvent], {
    description:
      'The event that made the change, or the events that may have, newest first. At most ten. Empty if none is known.',
  })
  readonly events!: readonly CloudAuditEvent[];

  @Field(() => Boolean, {
    description: 'Whether the answer can no longer change. Events can be searched ten minutes after they happened.',
  })
  readonly final!: boolean;

  static of({ confidence, reason, events, isFinal }: Attribution, accountId: string): ChangeAttribution {
    return Object.assign(new ChangeAttribution(), {
      confidence,
      reason,
      events: events.map((event) => CloudAuditEvent.fromRecord(event, accountId)),
      final: isFinal,
    } satisfies ChangeAttribution);
  }
}
