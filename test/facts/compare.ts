import { isDeepStrictEqual } from 'node:util';
import type { Operation, Product } from '../../src/operations/operation';
import type { Fields, Shape, ShapeKind } from '../../src/operations/shapes';
import { operationTitle } from '../../src/tools/operationTitle';
import { factOf } from './factOf';
import type { FactFields, FactFile, FactNode, FactOperation } from './load';

/** One thing that the catalogue says otherwise than the facts. */
interface Difference {
  /** `parameters.Tag.enc`: the words of the catalogue down to the field, the fact's key at its end. */
  readonly path: string;
  readonly fact: unknown;
  readonly catalogue: unknown;
}

/** What a field is, in the keys of a fact file. */
type Description = Readonly<Record<string, unknown>>;

const typeOfKind: Readonly<Record<ShapeKind, { type: string; fmt?: string }>> = {
  text: { type: 'string' },
  flag: { type: 'bool' },
  int32: { type: 'int32' },
  count: { type: 'int64' },
  accountId: { type: 'string', fmt: 'account-id' },
  epochMs: { type: 'int64', fmt: 'epoch-ms' },
  epochMsText: { type: 'string', fmt: 'epoch-ms-string' },
  isoTime: { type: 'string', fmt: 'iso8601' },
  jsonText: { type: 'string', fmt: 'json-string' },
  json: { type: 'any' },
  presence: { type: 'string' },
  hashes: { type: 'object' },
  list: { type: 'array' },
  object: { type: 'object' },
};

/** Keys of a field that are prose, structure, or compared by a rule of their own below. */
const notComparedByValue = new Set(
  'desc note default_note max_note uncertain fields when optional nullable required'.split(' '),
);

/** Keys of an operation that are compared below. */
const comparedKeys = new Set('http effect async retry quota ram pagination params response errors'.split(' '));

/**
 * Keys of an operation that the catalogue has no use for: prose, and `schemes` (the gateway speaks https to every
 * product), `access` (superseded by `effect`), `deprecated` with its successor. A key in neither list is a difference: somebody
 * has to decide.
 */
const ignoredKeys = new Set(
  (
    'summary schemes access async_note retry_note idempotent quirks uncertain source example ' +
    'deprecated replaced_by'
  ).split(' '),
);

function differ(path: string, fact: unknown, catalogue: unknown): Difference[] {
  return isDeepStrictEqual(fact, catalogue) ? [] : [{ path, fact, catalogue }];
}

const unionOfKeys = (...records: object[]) => [...new Set(records.flatMap((record) => Object.keys(record)))];

const sorted = (values: readonly unknown[] | undefined) => values && [...values].sort();

/** The one rule by which the facts give a whole object other spellings. */
const anyKeyInLowerCase = 'every key may start with a lower-case letter';

/** A comma-joined list of texts: to the facts it is one text, here it is the list. */
const isJoined = (shape: Shape) => shape.encoding === 'csv' && shape.of?.kind === 'text';

function typeOf(shape: Shape): { type: string; fmt?: string } {
  const { type, fmt } = typeOfKind[isJoined(shape) ? 'text' : shape.kind];
  return { type: shape.kind === 'accountId' && shape.wire === 'number' ? 'int64' : type, fmt };
}

const described = new WeakMap<Shape, Description>();

function describeShape(shape: Shape): Description {
  const known = described.get(shape);
  if (known) return known;
  const description = {
    ...typeOf(shape),
    of: shape.of && !isJoined(shape) ? typeOf(shape.of).type : undefined,
    in: shape.in,
    enc: shape.encoding === 'plain' ? undefined : shape.encoding,
    default: shape.default,
    min: shape.min,
    max: shape.max,
    min_len: shape.minLength,
    max_len: shape.maxLength,
    max_items: shape.maxItems,
    pattern: shape.pattern,
    enum: sorted(shape.values ?? shape.intValues),
    wire_also: shape.wireAlso,
    wire_alias: sorted(shape.aliases),
    wire_alias_rule: shape.lowerCaseKeys ? anyKeyInLowerCase : undefined,
    retired: shape.retired ?? false,
  };
  described.set(shape, description);
  return description;
}

function describeNode(node: FactNode): Description {
  const byValue = Object.entries(node).filter(([key]) => !notComparedByValue.has(key));
  return {
    ...Object.fromEntries(byValue),
    enum: sorted(node.enum),
    wire_alias: sorted(node.wire_alias),
    retired: node.note?.startsWith('Retired') ?? false,
  };
}

/** A required parameter is required in both. If the sources leave it open, our reading of it is a difference. */
function comparePresenceInRequest(path: string, node: FactNode, shape: Shape): Difference[] {
  return differ(`${path}.required`, node.required ?? false, !shape.optional);
}

/** What may be missing from an answer is optional here. More may be: the upstream promises the presence of nothing. */
function comparePresenceInAnswer(path: string, node: FactNode, shape: Shape): Difference[] {
  const mayBeMissing = (node.optional ?? false) || (node.nullable ?? false) || node.when !== undefined;
  return mayBeMissing ? differ(`${path}.optional`, true, shape.optional ?? false) : [];
}

function compareFields(
  path: string,
  facts: FactFields,
  shapes: Fields,
  comparePresence: typeof comparePresenceInAnswer,
): Difference[] {
  return unionOfKeys(facts, shapes).flatMap((name) => {
    const here = `${path}.${name}`;
    const node = facts[name];
    const shape = shapes[name];
    if (node === undefined || shape === undefined) return differ(here, node && 'present', shape && 'present');
    const expected = describeNode(node);
    const actual = describeShape(shape);
    return [
      ...unionOfKeys(expected, actual).flatMap((key) => differ(`${here}.${key}`, expected[key], actual[key])),
      ...comparePresence(here, node, shape),
      ...compareFields(here, node.fields ?? {}, shape.fields ?? shape.of?.fields ?? {}, comparePresence),
    ];
  });
}

function compareErrors(operation: Operation, fact: FactOperation): Difference[] {
  const facts = Object.fromEntries(fact.errors.map((error) => [error.code, error]));
  const twice = fact.errors.map(({ code }) => code).filter((code, index, codes) => codes.indexOf(code) !== index);
  return [
    ...twice.flatMap((code) => differ(`errors.${code}`, 'listed more than once', 'one entry a code')),
    ...unionOfKeys(facts, operation.errors).flatMap((code) => {
      const expected = facts[code];
      const actual = operation.errors[code];
      if (!expected || !actual) {
        return differ(`errors.${code}`, expected && `${expected.http} ${expected.message}`, actual && 'present');
      }
      return [
        ...differ(`errors.${code}.http`, expected.http, actual.status),
        ...differ(`errors.${code}.message`, expected.message, actual.message),
      ];
    }),
  ];
}

function describePaging({ paging, parameters }: Operation): Description {
  if (!paging) return { style: 'none' };
  return {
    style: paging.style,
    limit_param: paging.limitParameter,
    limit_required: !parameters[paging.limitParameter]?.optional,
    items: paging.items,
    total: paging.total,
    min: paging.min,
    max: paging.max,
    default: paging.default,
    ...(paging.style === 'token'
      ? { token_param: paging.tokenParameter, next: paging.next }
      : { page_param: paging.pageParameter }),
  };
}

function comparePaging(operation: Operation, fact: FactOperation): Difference[] {
  // `end` is prose, and no default is null there.
  const { end, default: limit, ...others } = fact.pagination;
  const expected: Description = { ...others, default: limit ?? undefined };
  const actual = describePaging(operation);
  return unionOfKeys(expected, actual).flatMap((key) => differ(`paging.${key}`, expected[key], actual[key]));
}

/** Where the sources leave the resource open, `*` is right by any reading, and nothing else is. */
function compareRam({ ram }: Operation, fact: FactOperation): Difference[] {
  const { action, resource } = ram === 'none' ? { action: 'none', resource: 'none' } : ram;
  const expected = fact.ram.resource?.startsWith('uncertain') ? '*' : fact.ram.resource;
  return [...differ('ram.action', fact.ram.action, action), ...differ('ram.resource', expected, resource)];
}

/** Compares one operation of the catalogue with what the fact files say about it, both ways. */
function compare(operation: Operation, fact: FactOperation): readonly Difference[] {
  const { RequestId, ...answer } = fact.response;
  const { quota } = operation;
  const unknownKeys = Object.keys(fact).filter((key) => !comparedKeys.has(key) && !ignoredKeys.has(key));
  return [
    ...unknownKeys.flatMap((key) => differ(key, 'present', undefined)),
    ...differ('methods', sorted(fact.http), sorted(operation.methods)),
    ...differ('kind', fact.effect, operation.kind),
    ...differ('async', fact.async, operation.async ?? false),
    ...differ('retry', fact.retry, operation.retry),
    ...differ('quota.limit', fact.quota.limit, quota === 'unknown' ? 'unknown' : quota.calls),
    ...differ('quota.window_s', fact.quota.window_s, quota === 'unknown' ? undefined : quota.windowSeconds),
    ...compareRam(operation, fact),
    ...comparePaging(operation, fact),
    ...compareFields('parameters', fact.params, operation.parameters, comparePresenceInRequest),
    // Every answer of the catalogue has a RequestId, without listing it.
    ...differ('response.RequestId.type', RequestId?.type, 'string'),
    ...compareFields('response', answer, operation.response, comparePresenceInAnswer),
    ...compareErrors(operation, fact),
  ];
}

/** Compares a product's code, version and hosts with its fact file. */
export function compareProduct(product: Product, fact: FactFile): readonly Difference[] {
  const hosts = fact.endpoints.public;
  const regional = hosts.default === undefined ? hosts['{region}'] : undefined;
  if (regional !== undefined) {
    // Of the sites, the regions that keep what belongs to no region.
    const inRegion = (region: string) => regional.replace('{region}', region);
    return [
      ...differ('code', fact.product, product.code),
      ...differ('version', fact.version, product.version),
      ...differ('regionalHost', regional, product.regionalHost),
      ...differ('hosts.china', inRegion('cn-hangzhou'), product.hosts.china),
      ...differ('hosts.international', inRegion('ap-southeast-1'), product.hosts.international),
      ...differ('vpcHosts', fact.endpoints.vpc, product.vpcHosts),
    ];
  }
  const everywhere = hosts['*'] ?? hosts.default;
  const china = everywhere ?? Object.entries(hosts).find(([region]) => region.startsWith('cn-'))?.[1];
  return [
    ...differ('code', fact.product, product.code),
    ...differ('version', fact.version, product.version),
    ...differ('hosts.china', china, product.hosts.china),
    ...differ('hosts.international', everywhere ?? hosts['ap-southeast-1'], product.hosts.international),
    ...differ('vpcHosts', fact.endpoints.vpc, product.vpcHosts),
  ];
}

const inWords = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

const toLine = (subject: string, { path, fact, catalogue }: Difference) =>
  `${subject} ${path}: ${inWords(fact)} in the facts, ${inWords(catalogue)} in the catalogue`;

/** The differences of one operation, each as one line, by which the catalogue test lists those that are meant. */
export const differencesOf = (operation: Operation, fact = factOf(operation)): readonly string[] =>
  compare(operation, fact).map((difference) => toLine(operationTitle(operation), difference));
