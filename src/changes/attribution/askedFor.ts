import type { HashedParameter, HashedParameters } from '../../json/hashParameters';
import { hashOfText, isDistinctive, textsIn } from '../../json/hashParameters';
import type { EventRecord } from '../../operations/actiontrail/EventRecord';
import type { PropertyDifference } from '../parseConfigurationDiff';
import type { AttributedChange, ChangedResource } from './AttributedChange';
import { kindOf } from './namesResource';

/**
 * Whether an event asked for what a change shows.
 *
 * - For a discovery, it creates such a resource; for a removal, it deletes one.
 * - Otherwise it sets one of the properties to the value that it has now, or a long value of it is new in one of them,
 *   or it starts or stops the resource and that is its new status. An event that sets one of the properties to another
 *   value did not ask for the change.
 *
 * Values are compared by their keyed hashes: what was sent is not known.
 */
export function askedFor(event: EventRecord, change: AttributedChange): boolean {
  const { resource, type, properties } = change;
  if (type.startsWith('DISCOVERED')) return isDoneTo(event, /^(?:Create|Run|Put)/, resource);
  if (type === 'REMOVE') return isDoneTo(event, /^(?:Delete|Release|Remove|Terminate)/, resource);

  const { parameters } = (event.requestParameters ?? { parameters: [] }) as HashedParameters;
  const shown = properties.map(showProperty);
  if (parameters.some((parameter) => shown.some((property) => contradicts(parameter, property)))) return false;
  const telling = parameters.filter(({ name }) => !isAddress.test(name));
  return (
    parameters.some((parameter) => shown.some((property) => sets(parameter, property))) ||
    telling.some((parameter) => shown.some((property) => bringsIn(parameter, property, resource))) ||
    properties.some((property) => movesStatus(event, property, resource))
  );
}

/** Parameters that say where a request goes, not what it asks for. */
const isAddress = /^(?:RegionId|ZoneId|AcsProduct|AcceptLanguage|ClientToken|OwnerAccount|OwnerId)$/;

/** A property with the hashes of its values. */
interface Shown {
  readonly name: string;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
  /** Hashes of values that are long enough to say something. */
  readonly longAfter: ReadonlySet<string>;
}

function showProperty({ path, before, after }: PropertyDifference): Shown {
  const texts = [...textsIn(after)];
  return {
    name: path.toLowerCase(),
    before: hashesOf(textsIn(before)),
    after: hashesOf(texts),
    longAfter: hashesOf(texts.filter(isDistinctive)),
  };
}

const hashesOf = (texts: Iterable<string>): ReadonlySet<string> => new Set([...texts].map(hashOfText));

const isOf = ({ name, values }: HashedParameter, property: Shown): boolean =>
  name.toLowerCase() === property.name && values.length > 0;

/** Whether what was sent is the new value, or a part of it that was not there before. */
function isValueOf({ values }: HashedParameter, { before, after }: Shown): boolean {
  const sent = new Set(values.map(({ hash }) => hash));
  const isWithin = [...sent].every((hash) => after.has(hash));
  return isWithin && (sent.size === after.size || [...sent].some((hash) => !before.has(hash)));
}

const sets = (parameter: HashedParameter, property: Shown): boolean =>
  isOf(parameter, property) && isValueOf(parameter, property);

const contradicts = (parameter: HashedParameter, property: Shown): boolean =>
  isOf(parameter, property) && !isValueOf(parameter, property);

function bringsIn({ values }: HashedParameter, { before, longAfter }: Shown, resource: ChangedResource): boolean {
  const { accountId, region, resourceId, names } = resource;
  const own = hashesOf([accountId, region, resourceId, ...names]);
  return values.some(
    ({ hash, isDistinctive: isLong }) => isLong && longAfter.has(hash) && !before.has(hash) && !own.has(hash),
  );
}

/** What each verb leaves a status at. A restart can be seen at any moment. */
const statuses: readonly { readonly verb: RegExp; readonly status: RegExp }[] = [
  { verb: /^Start/, status: /^(?:start|run|active|in_?use|in_?service)/i },
  { verb: /^Stop/, status: /^(?:stop|inactive)/i },
  { verb: /^(?:Reboot|Restart)/, status: /^(?:start|stop|run|reboot|restart)/i },
];

function movesStatus(event: EventRecord, { path, after }: PropertyDifference, resource: ChangedResource): boolean {
  if (!path.endsWith('Status') || typeof after !== 'string') return false;
  return statuses.some(({ verb, status }) => isDoneTo(event, verb, resource) && status.test(after));
}

/**
 * Whether an operation does something to a resource of this kind as a whole: `StopInstances` stops an instance,
 * `DeleteInstanceAttribute` deletes none. A console may name no kind.
 */
function isDoneTo({ eventName }: EventRecord, verb: RegExp, { resourceType }: ChangedResource): boolean {
  const [found] = verb.exec(eventName) ?? [];
  if (found === undefined) return false;
  const object = eventName.slice(found.length).toLowerCase();
  const kind = kindOf(resourceType);
  return ['', kind, `${kind}s`, `${kind}es`].includes(object);
}
