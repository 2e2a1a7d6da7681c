import type { Readings } from '../../emulator';
import { hashOfText } from '../../json/hashParameters';
import type { HashedParameters } from '../../json/hashParameters';
import { isJsonObject } from '../../json/jsonObject';
import { tryParseJson } from '../../json/tryParseJson';
import { ListDiscoveredResources2020, LookupEvents } from '../../operations';
import type { Probe } from '../Probe';
import type { Event, FoundEvent } from '../trailReads';
import {
  globalRegionOf,
  lastWrites,
  lookUp,
  rangeOf,
  regionsOf,
  sampleOfWrites,
  trailNowOf,
  writesIn,
} from '../trailReads';
import type { Settle } from './Settle';
import { isRefusalOfAll, neither } from './Settle';

const dayMs = 24 * 60 * 60_000;

/** Names of one type are joined by commas, the groups by semicolons, in the order of the types. */
const namesOf = ({ resourceName = '' }: Event): readonly string[] =>
  resourceName.split(/[;,]/).filter((name) => name !== '');

const hasSucceeded = ({ errorCode = '', errorMessage }: Event): boolean => errorCode === '' && errorMessage !== true;

/** Looks a single event up by an attribute, in the second in which it happened. */
async function findAgain(probe: Probe, { event, region }: FoundEvent, Key: 'ResourceName' | 'EventId', Value: string) {
  const at = Date.parse(event.eventTime);
  const range = rangeOf(at - 1000, at + 2000);
  return lookUp(probe, { LookupAttribute: [{ Key, Value }], ...range }, region);
}

/** The one value that all have. Undefined without any, `neither` if they differ. */
function common<T>(values: readonly T[]): T | typeof neither | undefined {
  const all = new Set(values);
  return all.size > 1 ? neither : [...all][0];
}

/** How open points of ActionTrail show in reads that change nothing. */
export const trailSettlements: { readonly [K in keyof Readings]?: Settle<K> } = {
  trailSpan: async (probe) => {
    const now = await trailNowOf(probe);
    if (now === undefined) return undefined;
    const { answer, error } = await lookUp(probe, { ...lastWrites, ...rangeOf(now - 60 * dayMs, now) });
    if (answer) return '90-days';
    const isTooLong = ['InvalidTimeRangeException', 'InvalidParameterDateOutOfRange'].includes(error.code ?? '');
    return isTooLong ? '30-days' : undefined;
  },
  trailNames: async (probe) => {
    const request = { MaxResults: 100, ResourceTypes: ['ACS::RAM::User'] };
    const { answer } = await probe.read(ListDiscoveredResources2020, request);
    const users = answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList ?? [];
    if (users.length === 0) return undefined;
    const look = { LookupAttribute: [{ Key: 'ServiceName' as const, Value: 'Ims' }, ...lastWrites.LookupAttribute] };
    const named = new Set((await writesIn(probe, globalRegionOf(probe), look)).flatMap(({ event }) => namesOf(event)));
    const isNamed = (name: string): boolean => [...named].some((one) => one === name || one.startsWith(`${name}@`));
    return common([
      ...users.filter(({ ResourceId }) => named.has(ResourceId)).map(() => 'config-id' as const),
      ...users
        .filter(({ ResourceName = '' }) => ResourceName !== '' && isNamed(ResourceName))
        .map(() => 'principal' as const),
    ]);
  },
  trailNameMatch: async (probe) => {
    const several = (await sampleOfWrites(probe)).find(({ event }) => event.resourceName?.includes(',') === true);
    const whole = several?.event.resourceName ?? '';
    const [name = ''] = whole.split(/[;,]/);
    if (several === undefined || name === '') return undefined;
    const isIn = ({ answer }: Awaited<ReturnType<typeof lookUp>>): boolean =>
      answer?.Events?.some(({ eventId }) => eventId === several.event.eventId) === true;
    if (isIn(await findAgain(probe, several, 'ResourceName', name))) return 'each';
    return isIn(await findAgain(probe, several, 'ResourceName', whole)) ? 'whole' : neither;
  },
  trailExtraAttributes: async (probe) => {
    const pair = [
      { Key: 'ResourceName' as const, Value: 'i-governance0gateway0doctor' },
      ...lastWrites.LookupAttribute,
    ];
    const { answer, error } = await lookUp(probe, { LookupAttribute: pair });
    if (answer) return 'ignored';
    if (error.kind !== 'CLIENT' || isRefusalOfAll(error)) return undefined;
    return error.code === 'InvalidLookupAttributesException' ? 'refused' : neither;
  },
  trailGlobal: async (probe) => {
    const storage = globalRegionOf(probe);
    const found = (await writesIn(probe, storage)).find(({ event }) => event.isGlobal === true);
    const region = [...(await regionsOf(probe)), 'cn-beijing'].find((one) => one !== storage);
    if (found === undefined || region === undefined) return undefined;
    const { answer } = await findAgain(probe, { ...found, region }, 'EventId', found.event.eventId);
    return answer && ((answer.Events ?? []).length > 0 ? 'every-region' : 'storage-region');
  },
  trailLastToken: async (probe) => {
    const [found] = await sampleOfWrites(probe);
    const { answer } = found ? await findAgain(probe, found, 'EventId', found.event.eventId) : {};
    if (!answer || (answer.Events ?? []).length === 0) return undefined;
    return answer.NextToken === undefined ? 'absent' : answer.NextToken === '' ? 'empty' : neither;
  },
  trailErrorText: async (probe, record) => {
    if (!(await sampleOfWrites(probe)).some(({ event }) => hasSucceeded(event))) return undefined;
    const forms = ['errorCode', 'errorMessage'].map((name) => {
      const field = record.field(LookupEvents, `Events[].${name}`);
      const isAbsent = field !== undefined && timesOf(field.types) < field.chances;
      const isEmpty = (field?.types.get('empty text') ?? 0) > 0;
      return isAbsent === isEmpty ? neither : isEmpty ? 'empty' : 'absent';
    });
    return common(forms);
  },
  trailResources: async (probe) => {
    const references = (await sampleOfWrites(probe)).map(({ event }) => tryParseJson(event.referencedResources ?? ''));
    return common(
      references.flatMap((one) =>
        Array.isArray(one) ? ['list' as const] : isJsonObject(one) ? ['by-type' as const] : [],
      ),
    );
  },
  trailTypes: async (probe) => {
    const types = (await sampleOfWrites(probe)).flatMap(({ event }) => (event.resourceType ?? '').split(';'));
    return common(types.filter((type) => type !== '').map((type) => (type.includes('::') ? 'full' : 'short')));
  },
  trailCreatedNamed: async (probe) => {
    const creations = (await sampleOfWrites(probe))
      .map(({ event }) => event)
      .filter((event) => /^(?:Create|Run)[A-Z]/.test(event.eventName) && hasSucceeded(event));
    // If the request names what it makes, as for a user, both are the same.
    const ofEcs = creations.filter(({ serviceName }) => serviceName === 'Ecs' || serviceName === 'Vpc');
    if (ofEcs.length === 0) return undefined;
    return ofEcs.some(namesWhatWasNotSent) ? 'answered' : 'requested';
  },
};

const timesOf = (types: ReadonlyMap<string, number>): number => [...types.values()].reduce((sum, one) => sum + one, 0);

function namesWhatWasNotSent(event: Event): boolean {
  const { parameters } = (event.requestParameters ?? { parameters: [] }) as HashedParameters;
  const sent = new Set(parameters.flatMap(({ values }) => values.map(({ hash }) => hash)));
  return namesOf(event).some((name) => !sent.has(hashOfText(name)));
}
