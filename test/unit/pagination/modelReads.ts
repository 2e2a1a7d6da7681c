import { configurationTimeline } from '../../../src/changes/configurationTimeline';
import type { ConfigurationChangeRecord } from '../../../src/operations/cloud-config/GetResourceConfigurationTimeline';
import type { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import type { TimelinePage } from '../../../src/pagination/readTimelinePage';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';
import type { Reading } from './modelUpstream';
import { change, ModelUpstream, plainReading } from './modelUpstream';

/** The window of every read here. */
export const from = 1000;
export const to = 2000;

export const upstreamOf = (changes: ConfigurationChangeRecord[], reading: Partial<Reading> = {}): ModelUpstream =>
  new ModelUpstream(changes, { ...plainReading, ...reading }, 7);

export const read = (
  upstream: Pick<ModelUpstream, 'fetch'>,
  first: number,
  position?: TimelinePosition,
  matches?: (record: ConfigurationChangeRecord) => boolean,
): Promise<TimelinePage<ConfigurationChangeRecord>> =>
  readTimelinePage(configurationTimeline, { from, to, first, position, matches }, upstream.fetch);

export const timesOf = ({ edges }: TimelinePage<ConfigurationChangeRecord>): number[] =>
  edges.map(({ record }) => record.CaptureTime);

/** So many changes, the n-th at a time of its own. */
export const many = (count: number, at: (index: number) => number): ConfigurationChangeRecord[] =>
  Array.from({ length: count }, (_, index) => change(at(index), String(index)));
