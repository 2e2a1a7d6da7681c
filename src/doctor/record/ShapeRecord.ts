import { isLosslessNumber, parse } from 'lossless-json';
import type { Operation } from '../../operations/operation';
import type { Fields, Shape } from '../../operations/shapes';
import type { HttpAnswer } from '../../rpc/exchange';
import type { WireType } from './describeValue';
import { expectedTypes, fieldNameOf, formOf, wireTypeOf } from './describeValue';

/** What was seen of one field, without any value. */
export interface SeenField {
  /** Undefined: the catalogue does not know it. */
  readonly shape?: Shape;
  /** In how many objects it could have been. */
  chances: number;
  readonly types: Map<WireType, number>;
  /** The key as it was written, if that differs from the documentation: in letter case, or a documented alias. */
  readonly spellings: Map<string, number>;
  /** Documented values that came. */
  readonly documented: Set<string>;
  /** Forms of values that are not documented, if there are documented ones; of times that are none. */
  readonly otherForms: Set<string>;
}

/** What was seen of one operation. */
export interface SeenOperation {
  readonly operation: Operation;
  answers: number;
  /** How often it was refused, by `HTTP status Code`. */
  readonly refusals: Map<string, number>;
  /** By path; `[]` marks elements of a list. */
  readonly fields: Map<string, SeenField>;
}

const add = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Codes are words with dots. Anything else is reported by its form. */
const codeOf = (code: unknown): string =>
  typeof code !== 'string' ? '(no code)' : /^[A-Za-z]{2,40}(\.[A-Za-z]{2,40}){0,4}$/.test(code) ? code : formOf(code);

/** ISO 8601, with or without milliseconds and zone. */
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * The shapes of answers as they came, and nothing else of them: no value ever gets in here, except those that the
 * catalogue documents for a field, and no key that may be somebody's data.
 */
export class ShapeRecord {
  private readonly seen = new Map<Operation, SeenOperation>();

  /** Takes in one answer. Never throws: looking on must not change what happens. */
  readonly observe = (operation: Operation, { status, body }: HttpAnswer): void => {
    const seen = this.of(operation);
    let root: unknown;
    try {
      root = parse(body.toString('utf8'));
    } catch {
      add(seen.refusals, `HTTP ${status}, no JSON`);
      return;
    }
    if (!isObject(root)) {
      add(seen.refusals, `HTTP ${status}, no object`);
      return;
    }
    const code = Object.entries(root).find(([key]) => key.toLowerCase() === 'code')?.[1];
    if (status !== 200) {
      add(seen.refusals, `HTTP ${status} ${codeOf(code)}`);
      return;
    }
    seen.answers += 1;
    this.walk(seen, { ...operation.response, RequestId: { kind: 'text' } }, root, '');
  };

  operations(): readonly SeenOperation[] {
    return [...this.seen.values()].sort((one, other) => (titleOf(one) < titleOf(other) ? -1 : 1));
  }

  /** What was seen of a field of an operation. */
  field(operation: Operation, path: string): SeenField | undefined {
    return this.seen.get(operation)?.fields.get(path);
  }

  private of(operation: Operation): SeenOperation {
    let seen = this.seen.get(operation);
    if (!seen) {
      seen = { operation, answers: 0, refusals: new Map(), fields: new Map() };
      this.seen.set(operation, seen);
    }
    return seen;
  }

  private walk(seen: SeenOperation, fields: Fields, object: Record<string, unknown>, prefix: string): void {
    const rest = new Map(Object.entries(object));
    const keys = rest.size;
    for (const [name, shape] of Object.entries(fields)) {
      const field = fieldAt(seen, `${prefix}${name}`, shape);
      field.chances += 1;
      const key = keyOf(rest, name, shape);
      if (key === undefined) continue;
      if (key !== name) add(field.spellings, key);
      this.take(seen, field, rest.get(key), `${prefix}${name}`);
      rest.delete(key);
    }
    // If nothing is known, or much is not, the keys are somebody's data: ids, names, tags.
    const isMap = rest.size === keys || rest.size > 8;
    for (const [key, value] of rest) {
      const path = `${prefix}${isMap ? '(an unknown key)' : fieldNameOf(key)}`;
      const field = fieldAt(seen, path, undefined);
      field.chances += 1;
      add(field.types, wireTypeOf(value));
    }
  }

  private take(seen: SeenOperation, field: SeenField, value: unknown, path: string): void {
    const type = wireTypeOf(value);
    add(field.types, type);
    const { shape } = field;
    if (!shape || shape.unread) return;
    if (Array.isArray(value)) {
      const { of } = shape;
      if (!of) return;
      for (const item of value as unknown[]) {
        const element = fieldAt(seen, `${path}[]`, of);
        element.chances += 1;
        this.take(seen, element, item, `${path}[]`);
      }
    } else if (isObject(value)) {
      const prefix = `${path}.`;
      if (shape.fields) this.walk(seen, shape.fields, value, prefix);
    } else if (typeof value === 'string' && value !== '') {
      if (shape.kind === 'isoTime' && !isoTime.test(value)) field.otherForms.add(formOf(value));
      if (shape.values?.includes(value)) field.documented.add(value);
      else if (shape.values) field.otherForms.add(formOf(value));
    } else if (isLosslessNumber(value) && shape.intValues) {
      const number = Number(value.value);
      if (shape.intValues.includes(number)) field.documented.add(String(number));
      else field.otherForms.add(formOf(value.value));
    }
  }
}

/** `Config 2019-01-08 ListDiscoveredResources`. */
export const titleOf = ({ operation: { product, action } }: Pick<SeenOperation, 'operation'>): string =>
  `${product.code} ${product.version} ${action}`;

/** How often a field was there, null apart. */
export const timesPresent = ({ types }: SeenField): number =>
  [...types].reduce((sum, [type, count]) => (type === 'null' ? sum : sum + count), 0);

/** Types that came and that the catalogue does not expect. */
export const unexpectedTypes = ({ shape, types }: SeenField): readonly WireType[] =>
  shape ? [...types.keys()].filter((type) => type !== 'null' && !expectedTypes(shape).includes(type)) : [];

const isObject = (value: unknown): value is Record<string, unknown> => wireTypeOf(value) === 'object';

function fieldAt(seen: SeenOperation, path: string, shape: Shape | undefined): SeenField {
  let field = seen.fields.get(path);
  if (!field) {
    field = {
      shape,
      chances: 0,
      types: new Map(),
      spellings: new Map(),
      documented: new Set(),
      otherForms: new Set(),
    };
    seen.fields.set(path, field);
  }
  return field;
}

/** As the client finds it: exactly, by an alias, by any letter case. */
function keyOf(keys: ReadonlyMap<string, unknown>, name: string, { aliases = [] }: Shape): string | undefined {
  const exact = [name, ...aliases].find((spelling) => keys.has(spelling));
  if (exact !== undefined) return exact;
  const loose = [name, ...aliases].map((spelling) => spelling.toLowerCase());
  return [...keys.keys()].find((key) => loose.includes(key.toLowerCase()));
}
