import type { JsonObject } from '../json/jsonObject';
import type { Fields } from '../operations/shapes';

/** A field that a key may be meant for. Of several keys for one field, that with the lowest rank counts; of equal ones the last. */
interface Meant {
  /** Which one of the table. */
  readonly index: number;
  readonly rank: number;
}

const nothing: readonly Meant[] = [];

/** So many keys that are not spelled as documented are kept with their meaning. */
const maxKept = 200;

/** Longer ones are none of any table. */
const maxKeptLength = 100;

/**
 * Finds the fields of objects by their table.
 *
 * An exact match wins, then the other spellings in their order, then any key that differs in letter case only. What
 * objects inherit (`constructor`, say) is never found, and JSON's null counts as absent.
 *
 * Nearly all keys are spelled as documented: only those of an object with others are looked at one by one.
 */
export class Spellings {
  private readonly names: readonly string[];
  private readonly byLowerCase = new Map<string, (Meant & { readonly spelling: string })[]>();
  /** What a key means in any record. */
  private readonly meanings = new Map<string, readonly Meant[]>();

  constructor(fields: Fields) {
    this.names = Object.keys(fields);
    Object.entries(fields).forEach(([name, { aliases = [] }], index) => {
      [name, ...aliases].forEach((spelling, rank) => {
        const same = this.byLowerCase.get(spelling.toLowerCase()) ?? [];
        this.byLowerCase.set(spelling.toLowerCase(), same);
        same.push({ index, rank, spelling });
      });
    });
  }

  /** Whether one key at least belongs to the table. */
  knowsAny(keys: readonly string[]): boolean {
    return keys.some((key) => this.meaningOf(key).length > 0);
  }

  /** The values of an object, in the order of the table. Undefined for what it lacks. */
  valuesIn(object: JsonObject): readonly unknown[] {
    const values: unknown[] = [];
    let exact = 0;
    let missing = 0;
    for (const name of this.names) {
      const isThere = Object.hasOwn(object, name);
      const value = isThere ? (object[name] ?? undefined) : undefined;
      if (isThere) exact += 1;
      if (value === undefined) missing += 1;
      values.push(value);
    }
    if (missing > 0) {
      const keys = Object.keys(object);
      if (keys.length > exact) this.addOthers(object, keys, values);
    }
    return values;
  }

  /** Adds what has another spelling. */
  private addOthers(object: JsonObject, keys: readonly string[], values: unknown[]): void {
    const ranks = values.map((value) => (value === undefined ? Infinity : 0));
    for (const key of keys) {
      const value = object[key] ?? undefined;
      if (value === undefined) continue;
      for (const { index, rank } of this.meaningOf(key)) {
        if (rank > (ranks[index] ?? 0) || rank === 0) continue;
        values[index] = value;
        ranks[index] = rank;
      }
    }
  }

  private meaningOf(key: string): readonly Meant[] {
    const known = this.meanings.get(key);
    if (known !== undefined) return known;
    const spelled = this.byLowerCase.get(key.toLowerCase());
    // Another letter case comes after every documented spelling.
    const meaning = spelled?.map(({ index, rank, spelling }) => ({
      index,
      rank: spelling === key ? rank : rank + 1000,
    }));
    if (this.meanings.size < maxKept && key.length <= maxKeptLength) this.meanings.set(key, meaning ?? nothing);
    return meaning ?? nothing;
  }
}
