import { createHash } from 'node:crypto';
import { isJsonObject } from '../../json/jsonObject';
import { tryParseJson } from '../../json/tryParseJson';
import type { Change, History } from '../cloud-config/History';
import { toResourceKeyText } from '../cloud-config/ResourceKey';
import { hashOf } from '../hashOf';
import type { TrailEvent, TrailResource } from './TrailEvent';
import type { Persona } from './personas';
import { personaOf } from './personas';
import type { Verbs } from './verbs';
import { verbsOf } from './verbs';

const secondMs = 1000;

/** Properties that the cloud changes by itself: nobody asked for it. */
const selfChanging: ReadonlySet<string> = new Set(['ExpiredTime']);

/** Where and for whom events are derived. */
export interface Surroundings {
  readonly managementAccountId: string;
  /** The region that keeps the events of global products. */
  readonly globalRegion: string;
}

/** A change of a history, and when the one before it was captured. */
export interface PlacedChange {
  readonly change: Change;
  readonly previousAt: number;
}

/**
 * The events around a change, newest first: the one that caused it, unless the cloud did it or nobody noted it, and
 * others that did not. They follow from the change alone. All of them lie between the two captures.
 */
export function eventsAround(
  history: History,
  { change, previousAt }: PlacedChange,
  surroundings: Surroundings,
): readonly TrailEvent[] {
  const { resource } = history;
  const lot = hashOf(`${toResourceKeyText(resource)}/${change.capturedAt}`);
  const gapMs = change.capturedAt - previousAt;
  const at = wholeSecond(change.capturedAt - Math.min(20 * secondMs + (lot % 520) * secondMs, gapMs / 2));
  const cause = causeOf(history, change, { at, lot, surroundings });
  // Too close to the change before for anything else to fit in between.
  if (gapMs < 120 * secondMs) return cause ? [cause] : [];

  const noise = noiseAround(history, { at, lot, surroundings });
  return [...(cause ? [cause] : []), ...noise].sort((one, other) => other.at - one.at);
}

/** The event that caused a change; undefined if the cloud did it by itself, or the trail has no event of it. */
function causeOf(history: History, change: Change, place: Place): TrailEvent | undefined {
  const diff = propertiesOf(change);
  if (diff.length > 0 && diff.every(([name]) => selfChanging.has(name))) return undefined;
  if (change.type === 'MODIFY' && place.lot % 24 === 0) return undefined;

  const verbs = verbsOf(history.resource.resourceType);
  const shown = place.lot % 24 === 2 ? [] : diff;
  const deed = { isWrite: true, ...askingFor(change, shown, verbs) };
  const event = { ...eventOf(history, 'cause', place, deed), isCause: true };
  if (!change.type.startsWith('DISCOVERED') || verbs.isNamedByRequest === true) return event;
  const { [verbs.idParameter]: _, ...parameters } = event.parameters;
  return { ...event, parameters, resources: event.resources.map((resource) => ({ ...resource, isMade: true })) };
}

/** Where an event stands, and the chance that decides about it. */
interface Place {
  readonly at: number;
  readonly lot: number;
  readonly surroundings: Surroundings;
}

type Deed = Pick<TrailEvent, 'operation' | 'parameters' | 'isWrite' | 'error'>;

const wholeSecond = (ms: number): number => Math.floor(ms / secondMs) * secondMs;

/** Properties of a change, with what they became. */
const propertiesOf = ({ diff }: Change): readonly (readonly [name: string, after: unknown])[] => {
  const parsed = tryParseJson(diff ?? '');
  if (!isJsonObject(parsed)) return [];
  return Object.entries(parsed).map(([name, pair]) => [name, Array.isArray(pair) ? (pair as unknown[])[1] : undefined]);
};

function askingFor(change: Change, diff: ReturnType<typeof propertiesOf>, verbs: Verbs): Omit<Deed, 'isWrite'> {
  if (change.type === 'REMOVE') return { operation: verbs.remove, parameters: {} };
  const parameters = Object.fromEntries(diff.map(([name, after]) => [name, flat(after)]));
  if (change.type.startsWith('DISCOVERED')) return { operation: verbs.create, parameters };
  const state = diff.length === 1 ? diff[0]?.[1] : undefined;
  const byValue = typeof state === 'string' ? verbs.byValue?.[state] : undefined;
  return byValue === undefined ? { operation: verbs.modify, parameters } : { operation: byValue, parameters: {} };
}

/** As parameters are written: a list or an object is its JSON text. */
const flat = (value: unknown): unknown => (typeof value === 'object' ? JSON.stringify(value) : value);

/** What else was done or tried around a change: none of it made the change. */
function noiseAround(history: History, { at, lot, surroundings }: Place): readonly TrailEvent[] {
  const verbs = verbsOf(history.resource.resourceType);
  const noise: TrailEvent[] = [];
  const add = (name: string, beforeMs: number, deed: Deed): void => {
    noise.push(eventOf(history, name, { at: at - beforeMs, lot: lot + beforeMs, surroundings }, deed));
  };
  if (lot % 3 === 0)
    add('read', 7 * secondMs, {
      operation: verbs.create.replace(/^[A-Z][a-z]+/, 'Describe'),
      parameters: {},
      isWrite: false,
    });
  if (lot % 24 === 1)
    add('other', 11 * secondMs, { operation: 'TagResources', parameters: { 'Tag.1.Value': 'owner' }, isWrite: true });
  if (lot % 24 === 3) {
    const error = { code: 'IncorrectStatus', message: 'CANARY-error The state forbids it.' };
    add('failed', 15 * secondMs, { operation: verbs.modify, parameters: {}, isWrite: true, error });
  }
  return noise;
}

function eventOf(history: History, name: string, { at, lot, surroundings }: Place, deed: Deed): TrailEvent {
  const { resource } = history;
  const verbs = verbsOf(resource.resourceType);
  const named = resourceOf(history);
  const persona: Persona = personaOf(resource.accountId, surroundings.managementAccountId, lot);
  return {
    // Several writes of one second are several events.
    id: eventId(`${toResourceKeyText(resource)}/${at}/${name}/${JSON.stringify(deed.parameters)}`),
    accountId: resource.accountId,
    region: verbs.isGlobal ? surroundings.globalRegion : resource.region,
    at,
    service: verbs.service,
    type: persona.identity.type === 'system' ? 'AliyunServiceEvent' : 'ApiCall',
    isGlobal: verbs.isGlobal,
    ...persona,
    ...deed,
    resources: [named],
    parameters: { [verbs.idParameter]: named.name, ...deed.parameters, ...secretParameters },
    answer: { SecretAccessKey: 'CANARY-answer-secret' },
  };
}

/** What must never leave the reader of an answer. */
const secretParameters = { Password: 'CANARY-parameter-password', UserData: 'CANARY-parameter-user-data' };

/** How the trail names the resource of a history. */
export function resourceOf({ resource }: History): TrailResource {
  const { accountId, resourceType: type, resourceId, resourceName } = resource;
  if (type !== 'ACS::RAM::User') return { type, name: resourceId };
  return { type, name: `${resourceName}@${accountId}.onaliyun.com`, configId: resourceId };
}

/** A UUID that follows from a text. */
export function eventId(seed: string): string {
  const digits = createHash('sha256').update(seed).digest('hex').toUpperCase();
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    `A${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
