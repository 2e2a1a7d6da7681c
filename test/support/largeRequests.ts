import { Kind, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { checkDocument } from '../../src/server/limits/checkDocument';
import { checkVariableUses } from '../../src/server/limits/checkVariableUses';
import { checkVariables } from '../../src/server/limits/checkVariables';
import { maxNesting } from '../../src/server/limits/fixedLimits';
import { isNestedDeeper } from '../../src/server/limits/isNestedDeeper';
import type { RequestLimits } from '../../src/settings';

/** A request as clients send it. */
export interface LargeRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const levels = (count: number, open: string, inner: string): string => open.repeat(count) + inner + '}'.repeat(count);

/** Scalar fields of an account, none of which has an argument. */
const scalars = ['id', 'accountId', 'displayName', '__typename'];

/** Much of an account, and of what it has. */
const rich =
  'displayName folder{name} enrollment{status} configurationRecorder{status} resources(first:100){totalCount nodes{configurationTimeline(first:100){totalCount nodes{changes{path}}} complianceTimeline(first:100){nodes{capturedAt}} tags{key}}}';

/** As much, and as much again of the accounts beside it. */
const richer = `${rich} folder{accounts(first:100){nodes{${rich} folder{accounts(first:100){nodes{${rich}}}}}}}`;

const accountIds = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, index) => String(1_000_000_000_000_000 + index));

const accounts = (size: number): readonly object[] =>
  accountIds(size).map((accountId) => ({ __typename: 'Account', accountId }));

/** Requests that grow with a number, each in a way that a parser, a validator, a coercion or an estimate must follow. */
export const growingRequests: Readonly<Record<string, (size: number) => LargeRequest>> = {
  'one field again and again': (size) => ({ query: `{${times(size, () => '__typename')}}` }),
  'an unknown field again and again': (size) => ({ query: `{${times(size, () => 'zz')}}` }),
  'unknown fields': (size) => ({ query: `{currentAccount{${times(size, (index) => `zz${index}`)}}}` }),
  aliases: (size) => ({ query: `{currentAccount{${times(size, (index) => `a${index}:id`)}}}` }),
  'aliases of pages': (size) => ({
    query: `{${times(size, (index) => `a${index}:accounts(first:100){nodes{configurationRecorder{status}resources(first:100){nodes{configurationTimeline(first:100){nodes{changes{path}}}}}}}`)}}`,
  }),
  'the same object again and again': (size) => ({
    query: `{${times(size, () => 'currentAccount{configurationRecorder{status}}')}}`,
  }),
  'inline fragments': (size) => ({ query: `{${times(size, (index) => `...on Query{${scalars[index % 4]}}`)}}` }),
  'nested inline fragments': (size) => ({ query: `{${levels(size, '...on Query{', '__typename')}}` }),
  'inline fragments of inline fragments': (size) => ({
    query: `{${times(size, () => `...on Query{${times(size, () => '...on Query{__typename}')}}`)}}`,
  }),
  'a chain of fragments': (size) => ({
    query: `{...f0} ${times(size, (index) => `fragment f${index} on Query{...f${index + 1}}`)} fragment f${size} on Query{__typename}`,
  }),
  'doubling fragments': (size) => ({
    query: `{...f0} ${times(size, (index) => `fragment f${index} on Query{...f${index + 1} ...f${index + 1}}`)} fragment f${size} on Query{__typename}`,
  }),
  'fragments side by side': (size) => ({
    query: `{${times(size, (index) => `...f${index}`)}} ${times(size, (index) => `fragment f${index} on Query{currentAccount{id}}`)}`,
  }),
  'fragments in every fragment': (size) => ({
    query: `{...f0} ${times(size, (index) => `fragment f${index} on Query{${times(size - index - 1, (next) => `...f${index + 1 + next}`)} __typename}`)}`,
  }),
  'fragments that nothing spreads': (size) => ({
    query: `{__typename} ${times(size, (index) => `fragment f${index} on Query{__typename}`)}`,
  }),
  operations: (size) => ({ query: times(size, (index) => `query q${index}{__typename}`) }),
  'operations with variables': (size) => ({
    query: times(size, (index) => `query q${index}(${times(20, (at) => `$v${at}:ID`)}){currentAccount{id}}`),
  }),
  variables: (size) => ({ query: `query(${times(size, (index) => `$v${index}:ID`)}){__typename}` }),
  'variables of a list': (size) => ({
    query: `query(${times(size, (index) => `$v${index}:ID!`)}){nodes(ids:[${times(size, (index) => `$v${index}`)}]){id}}`,
    variables: Object.fromEntries(Array.from({ length: size }, (_, index) => [`v${index}`, 'x'])),
  }),
  arguments: (size) => ({ query: `{node(${times(size, (index) => `a${index}:1`)}){id}}` }),
  'directives of one field': (size) => ({ query: `{__typename ${times(size, () => '@a')}}` }),
  'directives of many fields': (size) => ({
    query: `query($on:Boolean!){currentAccount{${times(size, (index) => `a${index}:id @include(if:$on)`)}}}`,
    variables: { on: true },
  }),
  'a literal list of IDs': (size) => ({ query: `{nodes(ids:[${times(size, () => '1')}]){id}}` }),
  'a literal list of wrong values': (size) => ({ query: `{nodes(ids:[${times(size, () => 'true')}]){id}}` }),
  'literal objects': (size) => ({ query: `{_entities(representations:[${times(size, () => '{a:1}')}]){__typename}}` }),
  'nested literal objects': (size) => ({
    query: `{_entities(representations:[${levels(size, '{a:', '1')}]){__typename}}`,
  }),
  'a list of IDs': (size) => ({
    query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}',
    variables: { ids: Array.from({ length: size }, (_, index) => String(index)) },
  }),
  'a list of wrong values': (size) => ({
    query: 'query($ids:[ID!]!){nodes(ids:$ids){id}}',
    variables: { ids: Array.from({ length: size }, () => true) },
  }),
  'a list of empty objects': (size) => ({
    query: 'query($all:[_Any!]!){_entities(representations:$all){__typename}}',
    variables: { all: Array.from({ length: size }, () => ({})) },
  }),
  representations: (size) => ({
    query:
      'query($all:[_Any!]!){_entities(representations:$all){...on Account{displayName configurationRecorder{status}}}}',
    variables: {
      all: Array.from({ length: size }, (_, index) => ({ __typename: 'Account', accountId: String(index) })),
    },
  }),
  'representations with much below': (size) => ({
    query: `query($all:[_Any!]!){_entities(representations:$all){...on Account{${rich}}}}`,
    variables: { all: accounts(size) },
  }),
  'the same representations again and again': (size) => ({
    query: `query($all:[_Any!]!){${times(30, (index) => `a${index}:_entities(representations:$all){...on Account{displayName}}`)}}`,
    variables: { all: accounts(size) },
  }),
  'the same IDs again and again': (size) => ({
    query: `query($ids:[ID!]!){${times(30, (index) => `a${index}:nodes(ids:$ids){id}`)}}`,
    variables: { ids: Array.from({ length: size }, (_, index) => String(index)) },
  }),
  'the same representations in one fragment again and again': (size) => ({
    query: `query($all:[_Any!]!){...f0} ${times(4, (index) => `fragment f${index} on Query{a${index}:_entities(representations:$all){__typename} ...f${index + 1} ...f${index + 1}}`)} fragment f4 on Query{__typename}`,
    variables: { all: accounts(size) },
  }),
  'literal IDs with much below': (size) => ({
    query: `{nodes(ids:[${times(size, (index) => `"${Buffer.from(`Account:${index}`).toString('base64url')}"`)}]){...on Account{${rich}}}}`,
  }),
  'accounts with much below': (size) => ({
    query: `{${accountIds(size)
      .map((accountId, index) => `a${index}:account(accountId:"${accountId}"){${richer}}`)
      .join(' ')}}`,
  }),
  'pages with much below': (size) => ({
    query: `{${times(size, (index) => `a${index}:accounts(first:${(index % 100) + 1}){nodes{${richer}}}`)}}`,
  }),
  'nested lists of a variable': (size) => ({
    query: 'query($all:[_Any!]!){_entities(representations:$all){__typename}}',
    variables: { all: JSON.parse(`${'['.repeat(size)}${']'.repeat(size)}`) as unknown },
  }),
  'wrong members of an input object': (size) => ({
    query: 'query($resource:CloudResourceKeyInput!){configurationTimeline(resource:$resource){nodes{eventType}}}',
    variables: { resource: Object.fromEntries(Array.from({ length: size }, (_, index) => [`wrong${index}`, 'x'])) },
  }),
};

/** The largest of the requests that the limits let pass. */
export const largestAccepted = (
  make: (size: number) => LargeRequest,
  { schema, limits, maxBytes }: { schema: GraphQLSchema; limits: RequestLimits; maxBytes: number },
): LargeRequest => {
  const isAccepted = (size: number): boolean => {
    const request = make(size);
    if (JSON.stringify(request).length > maxBytes) return false;
    try {
      checkVariables(request.variables, limits);
      if (isNestedDeeper(request.query, maxNesting)) return false;
      const document = parse(request.query, { maxTokens: limits.tokens });
      const [operation] = document.definitions;
      if (checkDocument(schema, document, limits).length > 0) return false;
      if (operation?.kind === Kind.OPERATION_DEFINITION)
        checkVariableUses(document, operation, request.variables ?? {}, limits);
      return true;
    } catch {
      return false;
    }
  };
  let [accepted, refused] = [1, 2];
  while (isAccepted(refused)) [accepted, refused] = [refused, refused * 2];
  while (refused - accepted > 1) {
    const middle = Math.floor((accepted + refused) / 2);
    if (isAccepted(middle)) accepted = middle;
    else refused = middle;
  }
  return make(accepted);
};
