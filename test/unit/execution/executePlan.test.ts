import fc from 'fast-check';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { buildSchema, execute, isInterfaceType, isObjectType, isUnionType, Kind, parse, validate } from 'graphql';
import type { Context } from '../../../src/context';
import { planOf } from '../../../src/execution/OperationPlan';
import { coerceVariables } from '../../../src/execution/coerceVariables';
import { executePlan } from '../../../src/execution/executePlan';
import { runs } from '../../support/soak';

/* The gateway's executor is compared with graphql-js, over values of every kind, right and wrong. */

const schema = buildSchema(`
  type Query { thing: Thing sure: Thing! things(first: Int = 2): [Thing] }
  interface Named { name: String! }
  enum Color { RED GREEN }
  type Thing implements Named {
    name: String!
    text(upper: Boolean, times: Int = 1): String
    number: Int
    color: Color
    texts: [String]
    certain: [String!]
    grid: [[Int!]]
    child: Thing
    sure: Thing!
    children: [Thing]
    named: Named
    either: [Either]
  }
  type Other implements Named { name: String! number: Int }
  union Either = Thing | Other
`);

const documents = [
  '{ __typename thing { __typename name text number color } }',
  '{ thing { texts certain grid } sure { name } }',
  '{ thing { child { name child { number } } sure { name } } }',
  '{ thing { children { name number } } things(first: 1) { name } }',
  '{ thing { named { __typename name ... on Thing { number } ... on Other { other: number } } either { ... on Named { name } } } }',
  'query ($yes: Boolean!, $no: Boolean = false) { thing { number @skip(if: $yes) ...F @include(if: $yes) name number } thing @include(if: $no) { text } } fragment F on Thing { text number child { name ...G } } fragment G on Named { name @include(if: $yes) }',
  'query ($times: Int, $upper: Boolean) { thing { text(times: $times, upper: $upper) again: text(upper: true) } }',
  '{ __schema { queryType { name fields { name } } } thing { name } }',
  '{ __type(name: "Thing") { name kind } thing { number } }',
  '{ a: thing { ...A } a: thing { ...A child { number } } } fragment A on Thing { name child { name } }',
].map((source) => parse(source));

/** What a member of an object is. Made anew for each executor. */
type Recipe =
  | { readonly kind: 'VALUE'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'ERROR' | 'THROWS' | 'REJECTS' }
  | { readonly kind: 'METHOD' }
  | {
      readonly kind: 'LIST';
      readonly items: readonly Recipe[];
      /** Whether its items are promises. */
      readonly areItems: boolean;
      readonly isPromise: boolean;
    }
  | {
      readonly kind: 'OBJECT';
      readonly type: string;
      readonly members: Readonly<Record<string, Recipe>>;
      readonly isPromise: boolean;
    };

const members = [
  'name',
  'text',
  'number',
  'color',
  'texts',
  'certain',
  'grid',
  'child',
  'sure',
  'children',
  'named',
  'either',
];

const { recipe } = fc.letrec<{ recipe: Recipe }>((tie) => ({
  recipe: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('VALUE' as const),
        value: fc.constantFrom('text', 'RED', '', 1, 0, 1.5, true, null, undefined),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constantFrom('ERROR' as const, 'THROWS' as const, 'REJECTS' as const) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('METHOD' as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('LIST' as const),
        items: fc.array(tie('recipe'), { maxLength: 3 }),
        areItems: fc.boolean(),
        isPromise: fc.boolean(),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('OBJECT' as const),
        type: fc.constantFrom('Thing', 'Thing', 'Thing', 'Other', 'Query', 'Nothing'),
        members: fc.dictionary(fc.constantFrom(...members), tie('recipe')),
        isPromise: fc.boolean(),
      }),
    },
  ),
}));

const plain = (item: Recipe): unknown => {
  if (item.kind === 'THROWS' || item.kind === 'REJECTS') return new Error(item.kind);
  return make('isPromise' in item ? { ...item, isPromise: false } : item);
};

const promised = (item: Recipe): unknown => (item.kind === 'THROWS' ? Promise.resolve(1) : Promise.resolve(make(item)));

const make = (made: Recipe): unknown => {
  switch (made.kind) {
    case 'VALUE':
      return made.value;
    case 'ERROR':
      return new Error('an error as a value');
    case 'THROWS':
      throw new Error('thrown');
    case 'REJECTS': {
      const rejected = Promise.reject(new Error('rejected'));
      // A plain value may stand in its place, and nobody looks at the promise then.
      rejected.catch(() => undefined);
      return rejected;
    }
    case 'METHOD':
      return (args: object) => `called with ${JSON.stringify(args)}`;
    case 'LIST': {
      // graphql-js leaves a rejection unhandled if a list that cannot have null mixes promises and what is none.
      const items = made.items.map((item) => (made.areItems ? promised(item) : plain(item)));
      return made.isPromise ? Promise.resolve(items) : items;
    }
    case 'OBJECT': {
      const object = { __typename: made.type };
      for (const [name, member] of Object.entries(made.members)) {
        Object.defineProperty(object, name, { get: () => make(member) });
      }
      return made.isPromise ? Promise.resolve(object) : object;
    }
  }
};

/** What is behind every field of the root. */
let behindRoot: Recipe = { kind: 'VALUE', value: null };

for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = (_source, args: object) => {
    const value = make(behindRoot);
    return field.name === 'things' ? [value, value, JSON.stringify(args)] : value;
  };
}

/** Messages that say the same in other words. */
const reworded = /^Expected `|^Expected value of type|^Abstract type|^Runtime Object type|must serialize/;

const told = ({ message, path, locations }: GraphQLError): string =>
  JSON.stringify([reworded.test(message) ? '' : message, path, locations]);

/** Whether something around a place is null: then it depends on the order of events whether the place is reported. */
const isBelowNull = (data: unknown, path: readonly (string | number)[]): boolean => {
  let at = data;
  for (const [index, key] of path.entries()) {
    if (at == null) return index < path.length;
    at = (at as Record<string | number, unknown>)[key];
  }
  return false;
};

const compare = (own: ExecutionResult, theirs: ExecutionResult): void => {
  expect(JSON.stringify(own.data)).toBe(JSON.stringify(theirs.data));
  const certain = ({ errors = [], data }: ExecutionResult) =>
    errors
      .filter(({ path = [] }) => !isBelowNull(data, path))
      .map(told)
      .sort();
  expect(certain(own)).toEqual(certain(theirs));
  expect(own.errors === undefined).toBe(theirs.errors === undefined);
};

it('answers as graphql-js does, whatever resolvers return', async () => {
  let planned = 0;
  let failed = 0;
  await fc.assert(
    fc.asyncProperty(
      recipe,
      fc.constantFrom(...documents),
      fc.record({
        yes: fc.boolean(),
        no: fc.option(fc.boolean(), { nil: undefined }),
        times: fc.option(fc.integer({ min: 0, max: 3 })),
      }),
      async (root, document, given) => {
        behindRoot = root;
        const [operation] = document.definitions;
        if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('Expected an operation first.');
        const variables = JSON.parse(JSON.stringify(given)) as Record<string, unknown>;
        const { coerced } = coerceVariables(schema, operation, variables);
        const plan = coerced && planOf(schema, document, operation, coerced);
        if (coerced === undefined || plan === undefined) throw new TypeError('Expected a plan.');
        planned += 1;
        const own = await executePlan(plan, coerced, {} as Context);
        const theirs = await execute({ schema, document, variableValues: variables, contextValue: {} });
        failed += own.errors === undefined ? 0 : 1;
        compare(own, theirs);
      },
    ),
    runs(4000),
  );
  // Neither kind of answer is rare.
  expect(failed).toBeGreaterThan(planned / 20);
  expect(failed).toBeLessThan((planned * 19) / 20);
});

it('its documents are valid, and its schema has interfaces and unions', () => {
  for (const document of documents) expect(validate(schema, document)).toEqual([]);
  const types = Object.values(schema.getTypeMap());
  expect(types.some(isInterfaceType) && types.some(isUnionType) && types.some(isObjectType)).toBe(true);
});

it.each([
  ['a mutation', 'mutation { a }', 'type Query { a: Int } type Mutation { a: Int }'],
  ['a member that assignment cannot make', '{ __proto__: a }', 'type Query { a: Int }'],
])('leaves %s to graphql-js', (_name, source, types) => {
  const other = buildSchema(types);
  const document = parse(source);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('Expected an operation.');

  expect(planOf(other, document, operation, {})).toBeUndefined();
});
