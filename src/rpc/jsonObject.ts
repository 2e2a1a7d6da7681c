/** An object as it came out of JSON: nothing is known of its values. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A present value: JSON's null counts as absent. */
const isPresent = (value: unknown) => value !== undefined && value !== null;

/**
 * The value under a name, or under one of its other spellings.
 *
 * An exact match wins, then the other spellings in their order, then any key that differs in letter case only. What
 * objects inherit (`constructor`, say) is never found.
 */
export function lookUp(object: JsonObject, name: string, aliases: readonly string[] = []): unknown {
  const spellings = [name, ...aliases];
  for (const spelling of spellings) {
    if (Object.hasOwn(object, spelling) && isPresent(object[spelling])) return object[spelling];
  }
  const lowerCase = new Set(spellings.map((spelling) => spelling.toLowerCase()));
  for (const [key, value] of Object.entries(object)) {
    if (isPresent(value) && lowerCase.has(key.toLowerCase())) return value;
  }
  return undefined;
}
