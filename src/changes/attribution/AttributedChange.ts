import type { EventRecord } from '../../operations/actiontrail/EventRecord';
import type { ResourceKey } from '../ResourceKey';
import type { PropertyDifference } from '../parseConfigurationDiff';

/** How sure it is that an event made a change. */
export type Confidence = 'EXACT' | 'LIKELY' | 'NONE';

/** Why it is not sure. The list is closed. */
export const attributionReasons = [
  'SEVERAL_EVENTS',
  'NOT_SHOWN',
  'INCOMPLETE',
  'NOT_YET_QUERYABLE',
  'SELF_CHANGE',
  'NO_EVENT',
  'OLDER_THAN_90_DAYS',
  'NOT_PERMITTED',
  'NO_ENDPOINT',
  'SWITCHED_OFF',
] as const;

export type AttributionReason = (typeof attributionReasons)[number];

/** What a change shows that its author may have asked for. Times are milliseconds since the epoch. */
export interface AttributedChange {
  readonly capturedAt: number;
  /** `DISCOVERED`, `MODIFY` or `REMOVE`, as the upstream spells it. */
  readonly type: string;
  readonly resource: ChangedResource;
  readonly properties: readonly PropertyDifference[];
}

/** The resource that changed, by whatever events may call it. */
export interface ChangedResource extends ResourceKey {
  /** Other names that the trail may have for it. */
  readonly names: readonly string[];
}

/** The events that can have made a change happened in this time. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Who made a change, as far as events show. */
export interface Attribution {
  readonly confidence: Confidence;
  readonly reason: AttributionReason | null;
  /** Newest first, at most {@link mostEvents}. */
  readonly events: readonly EventRecord[];
  /** Whether it can no longer change. */
  readonly isFinal: boolean;
}

/** The most events that one attribution names. */
export const mostEvents = 10;

/** An attribution that names no event. */
export const noEvent = (reason: AttributionReason, isFinal = true): Attribution => ({
  confidence: 'NONE',
  reason,
  events: [],
  isFinal,
});
