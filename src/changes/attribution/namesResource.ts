import { isJsonObject } from '../../json/jsonObject';
import { tryParseJson } from '../../json/tryParseJson';
import type { EventRecord } from '../../operations/actiontrail/EventRecord';
import type { ChangedResource } from './AttributedChange';

interface Named {
  /** Undefined if the event does not say. */
  readonly type?: string;
  readonly name: string;
}

/**
 * Whether an event names a resource. Types are compared by their last part: older events have no more. An event without
 * types is compared by name alone.
 */
export function namesResource(event: EventRecord, { resourceType, resourceId, names }: ChangedResource): boolean {
  const kind = kindOf(resourceType);
  return namedBy(event).some(
    ({ type, name }) => (name === resourceId || names.includes(name)) && (type === undefined || kindOf(type) === kind),
  );
}

/** The last part of a type, in lower case: `ACS::ECS::Instance` is an `instance`. */
export const kindOf = (type: string): string => (type.split('::').at(-1) ?? '').toLowerCase();

function* inReferences({ referencedResources = '' }: EventRecord): Generator<Named> {
  const references = tryParseJson(referencedResources);
  if (Array.isArray(references)) {
    for (const entry of references as unknown[]) {
      if (!isJsonObject(entry)) continue;
      const { resourceType: type, resourceName: name } = entry;
      if (typeof name === 'string') yield { name, type: typeof type === 'string' ? type : undefined };
    }
  } else if (isJsonObject(references)) {
    for (const [type, names] of Object.entries(references)) {
      if (Array.isArray(names)) for (const name of names) if (typeof name === 'string') yield { type, name };
    }
  }
}

/** Groups of names are joined by semicolons, in the order of the types; the names of a group by commas. */
function* inTexts({ resourceType = '', resourceName = '' }: EventRecord): Generator<Named> {
  const types = resourceType.split(';');
  for (const [index, names] of resourceName.split(';').entries()) {
    const type = types[index] ?? '';
    for (const name of names.split(',')) yield { name, type: type === '' ? undefined : type };
  }
}

function* namedOf(event: EventRecord): Generator<Named> {
  yield* inReferences(event);
  yield* inTexts(event);
}

const namedBy = (event: EventRecord): readonly Named[] => [...namedOf(event)];
