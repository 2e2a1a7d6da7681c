import { catalogue, operations } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import { differencesOf } from './compare';
import { factOf } from './factOf';
import type { FactNode, FactOperation } from './load';

/** Keys below which a fact file holds prose, or values that `compare` is right not to look at. */
const prose = new Set('desc note default_note max_note when uncertain source end'.split(' '));
const compared = 'http effect async retry quota ram pagination params response errors'.split(' ');

/** One change to a fact, made on a copy. */
interface Mutation {
  readonly change: string;
  readonly mutate: (fact: FactOperation) => void;
}

const otherValue = (value: unknown) =>
  typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `!${String(value)}`;

/** A change of every single value, and a removal of every value and of all that holds values. */
function everyMutation(fact: FactOperation): Mutation[] {
  const at = (root: unknown, path: readonly string[]): Record<string, unknown> =>
    path.reduce((node, key) => (node as Record<string, unknown>)[key], root) as Record<string, unknown>;

  const walk = (path: readonly string[]): Mutation[] =>
    Object.entries(at(fact, path)).flatMap(([key, value]) => {
      if (prose.has(key) || (path.length === 0 && !compared.includes(key))) return [];
      const name = [...path, key].join('.');
      const set: Mutation = {
        change: `${name} changed`,
        mutate: (copy) => (at(copy, path)[key] = otherValue(value)),
      };
      const remove: Mutation = {
        change: `${name} removed`,
        mutate: (copy) => {
          const parent = at(copy, path);
          if (Array.isArray(parent)) parent.splice(Number(key), 1);
          else Reflect.deleteProperty(parent, key);
        },
      };
      // Null says nothing more than absence.
      if (value === null) return [set];
      if (typeof value !== 'object') return [set, remove];
      return path.length === 0 ? walk([...path, key]) : [remove, ...walk([...path, key])];
    });
  return walk([]);
}

// "optional" and "nullable" are compared one way only: the catalogue may call more fields optional than the facts do.
const loosened = (change: string) => /\.(optional|nullable) (changed|removed)$/.test(change);
const mutations = operations.flatMap((operation) =>
  everyMutation(factOf(operation))
    .filter(({ change }) => !loosened(change))
    .map((mutation) => ({ ...mutation, operation })),
);

it('sees every value of every fact: changing or removing any one is reported', () => {
  const unchanged = new Map(operations.map((operation) => [operation, differencesOf(operation).join()]));

  const unseen = mutations.filter(({ operation, mutate }) => {
    const copy = structuredClone(factOf(operation));
    mutate(copy);
    return differencesOf(operation, copy).join() === unchanged.get(operation);
  });

  expect(unseen.map(({ operation, change }) => `${operation.action} ${change}`)).toEqual([]);
  expect(mutations.length).toBeGreaterThan(2800);
});

const timeline = catalogue.GetResourceConfigurationTimeline;
const enroll = catalogue.EnrollAccount;
const accounts = catalogue.ListAccounts;
const resources = catalogue.ListDiscoveredResources;
const offers = catalogue.ListAccountFactoryBaselineItems;
const resource = catalogue.DescribeDiscoveredResource;
const withParameter = (operation: Operation, name: string, change: object): Partial<FactOperation> => {
  const { params } = factOf(operation);
  return { params: { ...params, [name]: { ...params[name], ...change } as FactNode } };
};
const withField = (operation: Operation, name: string, change: object): Partial<FactOperation> => {
  const { response } = factOf(operation);
  return { response: { ...response, [name]: { ...response[name], ...change } as FactNode } };
};
const field = { type: 'string', desc: 'Made up.' };
const error = { http: 400, code: 'Made.Up', message: 'Made up.' };

it.each<[string, Operation, Partial<FactOperation>, string]>([
  [
    'another quota',
    timeline,
    { quota: { limit: 60, window_s: 60 } },
    'GetResourceConfigurationTimeline quota.limit: 60 in the facts, 300 in the catalogue',
  ],
  [
    'a method that the catalogue lacks',
    catalogue.StartConfigurationRecorder,
    { http: ['GET', 'POST'] },
    'StartConfigurationRecorder methods: ["GET","POST"] in the facts, ["POST"] in the catalogue',
  ],
  [
    'a parameter that the catalogue lacks',
    timeline,
    { params: { ...factOf(timeline).params, Order: field } },
    'GetResourceConfigurationTimeline parameters.Order: "present" in the facts, nothing in the catalogue',
  ],
  [
    'a field that only the catalogue has',
    enroll,
    { response: { RequestId: field } },
    'EnrollAccount response.AccountUid: nothing in the facts, "present" in the catalogue',
  ],
  [
    'an error that the catalogue lacks',
    enroll,
    { errors: [...factOf(enroll).errors, error] },
    'EnrollAccount errors.Made.Up: "400 Made up." in the facts, nothing in the catalogue',
  ],
  [
    'an error that only the catalogue has',
    catalogue.GetCallerIdentity,
    { errors: [] },
    'GetCallerIdentity errors.InternalError: nothing in the facts, "present" in the catalogue',
  ],
  [
    'another encoding',
    enroll,
    withParameter(enroll, 'Tag', { enc: 'flat' }),
    'EnrollAccount parameters.Tag.enc: "flat" in the facts, "json" in the catalogue',
  ],
  [
    'page numbers where the catalogue has a token',
    offers,
    { pagination: { ...factOf(offers).pagination, style: 'page', page_param: 'PageNumber' } },
    'ListAccountFactoryBaselineItems paging.style: "page" in the facts, "token" in the catalogue',
  ],
  [
    'another name of the page number',
    accounts,
    { pagination: { ...factOf(accounts).pagination, page_param: 'Page' } },
    'ListAccounts paging.page_param: "Page" in the facts, "PageNumber" in the catalogue',
  ],
  [
    'a default page size where the catalogue has none',
    resources,
    { pagination: { ...factOf(resources).pagination, default: 10 } },
    'ListDiscoveredResources paging.default: 10 in the facts, nothing in the catalogue',
  ],
  [
    'a page size that need not be given',
    resources,
    { pagination: { ...factOf(resources).pagination, limit_required: false } },
    'ListDiscoveredResources paging.limit_required: false in the facts, true in the catalogue',
  ],
  [
    'other integers',
    resources,
    withParameter(resources, 'ResourceDeleted', { enum: [0, 1, 2] }),
    'ListDiscoveredResources parameters.ResourceDeleted.enum: [0,1,2] in the facts, [0,1] in the catalogue',
  ],
  [
    'one text where the catalogue joins a list',
    resources,
    withParameter(resources, 'Regions', { enc: undefined }),
    'ListDiscoveredResources parameters.Regions.enc: nothing in the facts, "csv" in the catalogue',
  ],
  [
    'a list where the catalogue joins texts',
    resources,
    withParameter(resources, 'Regions', { type: 'array', of: 'string', enc: 'flat' }),
    'ListDiscoveredResources parameters.Regions.type: "array" in the facts, "string" in the catalogue',
  ],
  [
    'other elements of a flat list',
    offers,
    withParameter(offers, 'Names', { of: 'int64' }),
    'ListAccountFactoryBaselineItems parameters.Names.of: "int64" in the facts, "string" in the catalogue',
  ],
  [
    'a parameter that the sources leave open',
    resource,
    withParameter(resource, 'ResourceType', { required: 'uncertain: who knows' }),
    'DescribeDiscoveredResource parameters.ResourceType.required: "uncertain: who knows" in the facts, true in the catalogue',
  ],
  [
    'another rule for the spelling of keys',
    resource,
    withField(resource, 'DiscoveredResourceDetail', { wire_alias_rule: 'every key may be in capitals' }),
    'DescribeDiscoveredResource response.DiscoveredResourceDetail.wire_alias_rule: "every key may be in capitals" in the facts, "every key may start with a lower-case letter" in the catalogue',
  ],
  [
    'a field that may be missing, and is required here',
    enroll,
    { response: { RequestId: field, AccountUid: { ...field, type: 'int64', fmt: 'account-id', optional: true } } },
    'EnrollAccount response.AccountUid.optional: true in the facts, false in the catalogue',
  ],
  [
    'a constraint that the catalogue has no word for',
    catalogue.GetCallerIdentity,
    { params: { Made: field }, ...{ max_calls: 1 } },
    'GetCallerIdentity max_calls: "present" in the facts, nothing in the catalogue',
  ],
])('reports %s', (_, operation, change, line) => {
  expect(differencesOf(operation, { ...factOf(operation), ...change })).toContain(line);
});
