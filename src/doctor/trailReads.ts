import { GetDiscoveredResourceCountsGroupByRegion, LookupEvents } from '../operations';
import type { RequestOf, ResponseOf } from '../operations/operation';
import type { Outcome, Probe } from './Probe';

/** What checks and the record want to know of ActionTrail. */

type Look = Omit<RequestOf<typeof LookupEvents>, 'MaxResults'>;
type Looked = Outcome<ResponseOf<typeof LookupEvents>>;

/** An event as LookupEvents returns it. */
export type Event = NonNullable<ResponseOf<typeof LookupEvents>['Events']>[number];

const dayMs = 24 * 60 * 60_000;

/** The longest page of a look-up. */
export const lookUp = (probe: Probe, look: Look, region?: string): Promise<Looked> =>
  probe.read(LookupEvents, { MaxResults: 50, ...look }, { region });

/** The request for the last writes of a week. */
export const lastWrites = { LookupAttribute: [{ Key: 'EventRW', Value: 'Write' }] } as const satisfies Look;

/** The region that keeps the events of products without regions. */
export const globalRegionOf = ({ settings }: Probe): string => settings.attribution.globalRegion;

/** The regions of the caller’s own resources, those with the most first. Empty if they cannot be counted. */
export async function regionsOf(probe: Probe): Promise<readonly string[]> {
  const { answer } = await probe.read(GetDiscoveredResourceCountsGroupByRegion, {});
  const counts = (answer?.DiscoveredResourceCountsSummary ?? []).map(
    ({ Region, GroupName, ResourceCount = 0 }) => [Region ?? GroupName ?? '', ResourceCount] as const,
  );
  return counts
    .filter(([region]) => region !== '' && region !== 'global')
    .sort(([, one], [, other]) => other - one)
    .map(([region]) => region);
}

/** The parameters of a range, as LookupEvents takes it. */
export const rangeOf = (from: number, to: number): Pick<Look, 'StartTime' | 'EndTime'> => ({
  StartTime: toSeconds(from),
  EndTime: toSeconds(to),
});

const toSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** The present time of the trail: the end of a range that nobody named. Undefined if it cannot be read. */
export async function trailNowOf(probe: Probe): Promise<number | undefined> {
  const { answer } = await lookUp(probe, lastWrites, globalRegionOf(probe));
  const now = Date.parse(answer?.EndTime ?? '');
  return Number.isNaN(now) ? undefined : now;
}

/** An event, and the region that it was found in. */
export interface FoundEvent {
  readonly region: string;
  readonly event: Event;
}

/** The latest writes of each of the last three months, in a region of the caller’s own account. */
export async function writesIn(probe: Probe, region: string, look: Look = lastWrites): Promise<readonly FoundEvent[]> {
  const now = await trailNowOf(probe);
  if (now === undefined) return [];
  const found: FoundEvent[] = [];
  for (const month of [0, 1, 2]) {
    const to = now - month * 30 * dayMs;
    const range = rangeOf(Math.max(to - 30 * dayMs, now - 90 * dayMs + 60_000), to);
    const { answer } = await lookUp(probe, { ...look, ...range }, region);
    for (const event of answer?.Events ?? []) found.push({ region, event });
  }
  return found;
}

/** So many regions stand for all. */
const mostRegions = 4;

/** Where events of the caller’s own account are looked for: the region of global products, and those with most resources. */
export async function regionsToSearch(probe: Probe, most = mostRegions): Promise<readonly string[]> {
  return [...new Set([globalRegionOf(probe), ...(await regionsOf(probe))])].slice(0, most);
}

/** Some writes of the caller’s own account. */
export async function sampleOfWrites(probe: Probe): Promise<readonly FoundEvent[]> {
  const found: FoundEvent[] = [];
  for (const region of await regionsToSearch(probe)) found.push(...(await writesIn(probe, region)));
  return found;
}
