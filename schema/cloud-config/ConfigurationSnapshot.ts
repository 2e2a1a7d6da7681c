import { Field, Int, ObjectType } from 'type-graphql';
import type { Doubt } from '../../src/changes/past/Undoing';
import type { PastState } from '../../src/changes/past/stateAt';
import { defineEnum } from '../enumValue';
import { DateTime, JSONValue } from '../scalars';

export const SnapshotCertainty = defineEnum('SnapshotCertainty', 'How certain a configuration of the past is.', {
  EXACT: 'Every later change was undone, and each had left behind what was found.',
  PARTIAL: 'Some of it can be wrong or missing: see `reasons`.',
  UNKNOWN: 'The configuration at that time is not known: see `reasons`.',
});
export type SnapshotCertainty = keyof typeof SnapshotCertainty;

export const SnapshotReason = defineEnum<Doubt>(
  'SnapshotReason',
  'Why a configuration of the past is not EXACT. The list is closed.',
  {
    MISMATCH:
      'A change left another value behind than was found, so a change in between is missing. Or the order of several changes in one millisecond is ambiguous.',
    UNPARSABLE_CHANGE: 'A change cannot be parsed: see its `rawDiff`. Or the present configuration cannot be parsed.',
    TOO_MANY_CHANGES: 'There are more changes since then than eight calls return, which is about 800.',
    RECORDING_GAP: 'The recorder was off, or did not record this resource type, for a time since then.',
    BEFORE_RECORDING: 'The time is before everything that Cloud Config recorded of the resource.',
    REVISED_CHANGE: 'Cloud Config recorded a change late, so it may have happened before that time.',
  },
);

/** A configuration at a time in the past, worked out from the present one. */
@ObjectType({
  simpleResolvers: true,
  description:
    'The configuration of a resource at a time in the past, as Cloud Config recorded it. It is worked out from the present configuration by undoing later changes.',
})
export class ConfigurationSnapshot {
  @Field(() => DateTime, { description: 'The time of the snapshot, as in the request.' })
  readonly time!: Date;

  @Field(() => SnapshotCertainty, { description: 'How certain the snapshot is.' })
  readonly certainty!: SnapshotCertainty;

  @Field(() => [SnapshotReason], { description: 'Why the snapshot is not EXACT. Empty if it is.' })
  readonly reasons!: readonly Doubt[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the resource existed. Null if that is not known.',
  })
  readonly existed!: boolean | null;

  @Field(() => JSONValue, {
    nullable: true,
    description:
      'The properties of the resource. Null if the resource did not exist, or if none are known. Integers beyond 2^53 are returned as strings.',
  })
  readonly configuration!: unknown;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When Cloud Config captured this state. Null if that is not known, as before the first recorded change.',
  })
  readonly heldFrom!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When Cloud Config captured the next state. Null if this one still holds. The change itself happened up to about ten minutes earlier.',
  })
  readonly heldUntil!: Date | null;

  @Field(() => Int, { description: 'How many changes were undone.' })
  readonly undoneChanges!: number;

  static of(time: Date, state: PastState): ConfigurationSnapshot {
    return Object.assign(new ConfigurationSnapshot(), {
      time,
      certainty: certaintyOf(state),
      reasons: state.doubts,
      existed: state.existed ?? null,
      configuration: state.configuration,
      heldFrom: dateOf(state.heldFrom),
      heldUntil: dateOf(state.heldUntil),
      undoneChanges: state.undoneChanges,
    } satisfies ConfigurationSnapshot);
  }
}

const certaintyOf = ({ doubts, existed, configuration }: PastState): SnapshotCertainty => {
  if (doubts.length === 0) return 'EXACT';
  return configuration === null && existed !== false ? 'UNKNOWN' : 'PARTIAL';
};

const dateOf = (moment: number | undefined): Date | null => (moment === undefined ? null : new Date(moment));
