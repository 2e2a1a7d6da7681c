import type { DocumentNode } from 'graphql';
import { getVariableValues, Kind, parse, validate } from 'graphql';
import { buildSubgraph } from '../../../src/buildSchema';
import { createCostAnalysis } from '../../../src/cost/createCostAnalysis';
import { maxVariableErrors } from '../../../src/execution/coerceVariables';
import { KnownLists } from '../../../src/loaders/KnownLists';
import { createCalling } from '../../../src/loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../../../src/loaders/cloud-config/cloudConfigApis';
import { CursorFormat } from '../../../src/pagination/cursor';
import { checkDocument } from '../../../src/server/limits/checkDocument';
import { checkVariableUses } from '../../../src/server/limits/checkVariableUses';
import { checkVariables } from '../../../src/server/limits/checkVariables';
import { maxBodyBytes, maxFragmentNesting, maxValidationErrors } from '../../../src/server/limits/fixedLimits';
import { measureDocument } from '../../../src/server/limits/measureDocument';
import type { RequestLimits } from '../../../src/settings';
import { defaultLimits as limits } from '../../../src/settings';
import type { LargeRequest } from '../../support/largeRequests';
import { growingRequests, largestAccepted } from '../../support/largeRequests';

const { schema } = buildSubgraph({ relayNodeFields: true });
const lists = new KnownLists();
const { costOf } = createCostAnalysis({
  schema,
  maxCalls: 600,
  calling: createCalling(cloudConfigApis['2020-09-07'], 'role'),
  cursors: new CursorFormat(),
});

/** The value, and how often anything of it is read. */
const counted = <T extends object>(value: T): { readonly value: T; readonly reads: () => number } => {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (target: object): object => {
    const known = proxies.get(target);
    if (known !== undefined) return known;
    const proxy = new Proxy(target, {
      get: (of, name, receiver) => {
        reads += 1;
        const member: unknown = Reflect.get(of, name, receiver);
        return typeof member === 'object' && member !== null ? wrap(member) : member;
      },
    });
    proxies.set(target, proxy);
    return proxy;
  };
  return { value: wrap(value) as T, reads: () => reads };
};

/** How often anything of a request is read before it is executed. */
const workOf = ({ query, variables = {} }: LargeRequest, of: RequestLimits): number => {
  const document = counted<DocumentNode>(parse(query, { maxTokens: of.tokens, noLocation: true }));
  const given = counted(variables);
  checkVariables(given.value, of);
  const isValid =
    checkDocument(schema, document.value, of).length === 0 &&
    validate(schema, document.value, undefined, { maxErrors: maxValidationErrors }).length === 0;
  const [operation] = document.value.definitions;
  if (isValid && operation?.kind === Kind.OPERATION_DEFINITION) {
    checkVariableUses(document.value, operation, given.value, of);
    getVariableValues(schema, operation.variableDefinitions ?? [], given.value, { maxErrors: maxVariableErrors });
    costOf(document.value, operation, given.value, lists, 'NEWEST_FIRST');
  }
  return document.reads() + given.reads();
};

/** test/benchmark/requests.ts: what reads this often takes less than 25 ms. */
const mostReads = 250_000;

describe('the largest request that the limits accept', () => {
  it.each(Object.keys(growingRequests))('is parsed, validated, coerced and estimated with little work: %s', (name) => {
    const make = growingRequests[name];
    if (make === undefined) throw new Error(`There is no request ${name}.`);

    const work = workOf(largestAccepted(make, { schema, limits, maxBytes: maxBodyBytes }), limits);

    expect(work).toBeLessThan(mostReads);
  });
});

describe('the estimate', () => {
  /** How often anything of the document is read by one estimate and by a second one, for each of its selections. */
  const readsOfEstimates = (make: (size: number) => LargeRequest): readonly [first: number, second: number] => {
    const { query, variables = {} } = largestAccepted(make, { schema, limits, maxBytes: maxBodyBytes });
    const document = counted<DocumentNode>(parse(query, { noLocation: true }));
    const [operation] = document.value.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Expected an operation.');
    const readsOf = () => {
      const before = document.reads();
      costOf(document.value, operation, variables, lists, 'NEWEST_FIRST');
      return document.reads() - before;
    };
    const { selections } = measureDocument(parse(query), maxFragmentNesting);
    return [readsOf() / selections, readsOf() / selections];
  };

  it.each(['accounts with much below', 'pages with much below', 'aliases of pages', 'unknown fields'])(
    'collects the selections of a document once, and plans it once: %s',
    (name) => {
      const make = growingRequests[name];
      if (make === undefined) throw new Error(`There is no request ${name}.`);

      const [first, second] = readsOfEstimates(make);

      expect(first).toBeLessThan(25);
      expect(second).toBeLessThan(0.1);
    },
  );
});

describe('the check itself', () => {
  it.each(Object.keys(growingRequests))('of a document twice as long costs at most about twice as much: %s', (name) => {
    const make = growingRequests[name];
    if (make === undefined) throw new Error(`There is no request ${name}.`);
    const readsOf = (size: number) => {
      const text = make(size).query;
      const document = counted<DocumentNode>(parse(text, { noLocation: true }));
      checkDocument(schema, document.value, limits);
      return document.reads() / text.length;
    };

    expect(readsOf(64)).toBeLessThan(2 * readsOf(32) + 10);
    expect(readsOf(40)).toBeLessThan(60);
  });
});
