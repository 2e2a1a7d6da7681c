import { parsePointer } from '../../json/jsonPointer';
import type { PropertyDifference } from '../parseConfigurationDiff';
import { ValueIds } from './ValueIds';
import { containerIn, diffParts } from './diffParts';

/** So many parts of one property are searched. */
const limits = { maxParts: 10_000, maxBytes: Infinity };

/**
 * Reports whether something changed at a place of a configuration, or below it.
 *
 * @param segments the place, beginning with the name of a property. Positions in lists are those of the parts. Also true
 *   if the property has more parts than are searched.
 */
export const touches = (difference: PropertyDifference, segments: readonly string[]): boolean => {
  const { path, before, after } = difference;
  const [property, ...rest] = segments;
  if (property !== path) return false;
  if (rest.length === 0) return true;
  const { parts, isTruncated } = diffParts(path, before, after, limits);
  return (
    isTruncated ||
    (parts.length === 0 ? differs({ before, after }, rest) : parts.some((part) => partTouches(part, segments)))
  );
};

interface Sides {
  readonly before: unknown;
  readonly after: unknown;
}

const partTouches = ({ pointer, ...sides }: Sides & { readonly pointer: string }, segments: readonly string[]) => {
  const place = parsePointer(pointer) ?? [];
  const isSameWay = place.every((segment, index) => index >= segments.length || segment === segments[index]);
  return isSameWay && (place.length >= segments.length || differs(sides, segments.slice(place.length)));
};

const differs = ({ before, after }: Sides, segments: readonly string[]): boolean => {
  const one = valueAt(before, segments);
  const other = valueAt(after, segments);
  try {
    return !new ValueIds().areEqual(one, other);
  } catch {
    // Nested too deep to be compared.
    return true;
  }
};

/** The value at a place, also inside JSON in a text. Undefined if there is none. */
const valueAt = (value: unknown, segments: readonly string[]): unknown => {
  let at = value;
  for (const segment of segments) {
    const container = containerIn(at);
    if (typeof container !== 'object' || container === null || !Object.hasOwn(container, segment)) return undefined;
    at = (container as Readonly<Record<string, unknown>>)[segment];
  }
  return at;
};
