import type { JsonObject } from '../json/jsonObject';

const isPresent = (value: unknown) => value !== undefined && value !== null;

/**
 * Finds the fields of one object.
 *
 * An exact match wins, then the other spellings in their order, then any key that differs in letter case only. What
 * objects inherit (`constructor`, say) is never found, and JSON's null counts as absent.
 */
export class FieldFinder {
  /** Made when it is first needed: most fields are spelled as documented. */
  private byLowerCase?: ReadonlyMap<string, unknown>;

  constructor(private readonly object: JsonObject) {}

  find(name: string, aliases: readonly string[] = []): unknown {
    const value = this.exactly(name);
    if (value !== undefined) return value;
    for (const alias of aliases) {
      const other = this.exactly(alias);
      if (other !== undefined) return other;
    }
    for (const spelling of [name, ...aliases]) {
      const other = this.loosely(spelling);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  private exactly(name: string): unknown {
    return Object.hasOwn(this.object, name) ? (this.object[name] ?? undefined) : undefined;
  }

  private loosely(name: string): unknown {
    this.byLowerCase ??= new Map(
      Object.entries(this.object)
        .filter(([, value]) => isPresent(value))
        .map(([key, value]) => [key.toLowerCase(), value]),
    );
    return this.byLowerCase.get(name.toLowerCase());
  }
}
