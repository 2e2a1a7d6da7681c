import type { AccountDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { Gap } from './RecordedHistory';
import { supportedResourceTypes } from './supportedResourceTypes';

/** Where a recorder is; there is no such thing for an account that was never activated. */
export type RecorderStatus = 'REGISTRABLE' | 'BUILDING' | 'REGISTERED' | 'REBUILDING';

/** A state, and when it was entered. */
export interface Entered<S> {
  readonly status: S;
  readonly since: number;
}

/** When types were not recorded, by type and in order; a type that always was has none. */
export type Gaps = ReadonlyMap<string, readonly Gap[]>;

/** What is stored of a recorder. */
export interface RecorderEntry {
  readonly recorder: Entered<RecorderStatus>;
  readonly resourceTypes: readonly string[];
  readonly gaps: Gaps;
  /** True from a stop to the next start: what was recorded is gone. */
  readonly stopped?: true;
}

export const noGaps: Gaps = new Map();

/** Before the first scan of an account nothing of it was recorded; nothing at all if there is to be none. */
export const gapsBeforeScan = (scannedAt: number): Gaps =>
  new Map(supportedResourceTypes.map((type) => [type, [{ from: -Infinity, to: scannedAt }]]));

/** The recorder of an account in a world definition; undefined if there is none. */
export function toRecorderEntry({ recorder }: AccountDefinition): RecorderEntry | undefined {
  if (!recorder) return undefined;
  const { status, since, resourceTypes = supportedResourceTypes } = recorder;
  const gaps = recorder.resourceTypes ? withGaps(noGaps, supportedResourceTypes, resourceTypes, -Infinity, 0) : noGaps;
  return { recorder: { status, since: toEpochMs(since) }, resourceTypes, gaps };
}

/**
 * The gaps after another choice of types: one opens, at `from`, for each that is omitted, and one ends, at `to`, for
 * each that comes back.
 */
export function withGaps(
  gaps: Gaps,
  before: readonly string[],
  after: readonly string[],
  from: number,
  to: number,
): Gaps {
  const next = new Map(gaps);
  for (const type of before) {
    if (!after.includes(type)) next.set(type, [...(next.get(type) ?? []), { from, to: Infinity }]);
  }
  for (const type of after) {
    const open = (next.get(type) ?? []).at(-1);
    if (open?.to === Infinity) next.set(type, [...(next.get(type) ?? []).slice(0, -1), { ...open, to }]);
  }
  return next;
}
