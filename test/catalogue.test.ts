import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { catalogue, operations } from '../src/operations';
import type { Operation } from '../src/operations/operation';
import type { Fields, Shape } from '../src/operations/shapes';
import { isJsonObject } from '../src/rpc/jsonObject';
import { parseJson } from '../src/rpc/parseJson';
import { readResponse } from '../src/rpc/readResponse';
import { compare, compareProduct, toLine } from './facts/compare';
import type { FactNode, FactOperation } from './facts/load';
import { loadErrorExamples, loadExamples, loadFacts, loadSeedAnswers } from './facts/load';
import { meaningOf } from './facts/meaning';
import { loadSeedErrors } from './facts/seedErrors';

/** Where the catalogue says something else than the facts, and why. Each line must exist, and no other may. */
const intendedDifferences: Readonly<Record<string, string>> = {
  'StartConfigurationRecorder response.ConfigurationRecorder.OrganizationMasterId.fmt: nothing in the facts, "account-id" in the catalogue':
    'It is the id of the management account: the page says "The ID of your enterprise management account".',
  'DescribeConfigurationRecorder response.ConfigurationRecorder.OrganizationMasterId.fmt: nothing in the facts, "account-id" in the catalogue':
    'As in StartConfigurationRecorder, which answers the same object.',
  'DescribeConfigurationRecorder response.ConfigurationRecorder.AccountId.fmt: nothing in the facts, "account-id" in the catalogue':
    'As in StartConfigurationRecorder, which answers the same object.',
  'DescribeConfigurationRecorder response.ConfigurationRecorder.AccountId.wire_also: nothing in the facts, "string" in the catalogue':
    'StartConfigurationRecorder answers the same object, and its page prints the id in quotes.',
  'PutConfigurationRecorder response.ConfigurationRecorder.AccountId.fmt: nothing in the facts, "account-id" in the catalogue':
    'As in StartConfigurationRecorder, of whose object it answers a part.',
  'PutConfigurationRecorder response.ConfigurationRecorder.AccountId.wire_also: nothing in the facts, "string" in the catalogue':
    'StartConfigurationRecorder answers the same field, and its page prints the id in quotes.',
  'DescribeDiscoveredResource parameters.Region.required: "uncertain: required by the page, optional in the metadata" in the facts, true in the catalogue':
    'Sent always, it is right by either source.',
  'ListEnrolledAccounts response.EnrolledAccounts.PayerAccountUid.fmt: nothing in the facts, "account-id" in the catalogue':
    'GetEnrolledAccount answers the same field, and there it is an account id.',
  'GetEnrolledAccount response.Inputs.AccountUid.fmt: nothing in the facts, "account-id" in the catalogue':
    'It echoes the parameter of EnrollAccount, which is an account id.',
  'GetEnrolledAccount response.Inputs.PayerAccountUid.fmt: nothing in the facts, "account-id" in the catalogue':
    'It echoes the parameter of EnrollAccount, which is an account id.',
};

/** The operations whose pages the product started from; their error tables are part of it. */
const rootOperations = [
  catalogue.StartConfigurationRecorder,
  catalogue.GetResourceConfigurationTimeline,
  catalogue.InitResourceDirectory,
  catalogue.EnrollAccount,
] as readonly Operation[];

const cjk = /\p{Script=Han}/u;
const facts = loadFacts();

function factFileOf({ product }: Operation) {
  const file = facts.find(({ product: code, version }) => code === product.code && version === product.version);
  if (!file) throw new Error(`No fact file for ${product.code} ${product.version}.`);
  return file;
}

function factOf(operation: Operation): FactOperation {
  const fact = factFileOf(operation).operations[operation.action];
  if (!fact) throw new Error(`No facts about ${operation.product.code} ${operation.action}.`);
  return fact;
}

const differencesOf = (operation: Operation, fact = factOf(operation)) =>
  compare(operation, fact).map((difference) => toLine(operation.action, difference));

const eachOperation = operations.map((operation) => [operation.action, operation] as const);

describe('the catalogue and the facts', () => {
  it('differ only where a reason is listed', () => {
    const found = operations.flatMap((operation) => differencesOf(operation));

    expect(found.sort()).toEqual(Object.keys(intendedDifferences).sort());
  });

  it('agree on products, versions and hosts', () => {
    const products = operations.map((operation) => ({ product: operation.product, file: factFileOf(operation) }));

    expect(products.flatMap(({ product, file }) => compareProduct(product, file))).toEqual([]);
    expect(products.flatMap(({ product, file }) => compareProduct(product, { ...file, version: '1' }))).not.toEqual([]);
  });
});

/** Keys below which a fact file holds prose, or values that `compare` is right not to look at. */
const prose = new Set('desc note default_note max_note when uncertain source end'.split(' '));
const compared = 'http effect async retry quota pagination params response errors'.split(' ');

/** One change to a fact, made on a copy. */
interface Mutation {
  readonly change: string;
  readonly mutate: (fact: FactOperation) => void;
}

const otherValue = (value: unknown) =>
  typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${String(value)}!`;

/** A change of every single value, null included, and a removal of every parameter, field, error and method. */
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
      if (typeof value !== 'object' || value === null) return [set];
      const remove: Mutation = {
        change: `${name} removed`,
        mutate: (copy) => {
          const parent = at(copy, path);
          if (Array.isArray(parent)) parent.splice(Number(key), 1);
          else Reflect.deleteProperty(parent, key);
        },
      };
      return path.length === 0 ? walk([...path, key]) : [remove, ...walk([...path, key])];
    });
  return walk([]);
}

describe('the comparison', () => {
  // "optional" is compared one way only: the catalogue may call more fields optional than the facts do.
  const loosened = (change: string) => change.endsWith('.optional changed');
  const mutations = operations.flatMap((operation) =>
    everyMutation(factOf(operation))
      .filter(({ change }) => !loosened(change))
      .map((mutation) => ({ ...mutation, operation })),
  );

  it('sees every value of every fact: changing or removing any one is reported', () => {
    const unseen = mutations.filter(({ operation, mutate }) => {
      const copy = structuredClone(factOf(operation));
      mutate(copy);
      return differencesOf(operation, copy).join() === differencesOf(operation).join();
    });

    expect(unseen.map(({ operation, change }) => `${operation.action} ${change}`)).toEqual([]);
    expect(mutations.length).toBeGreaterThan(1600);
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
      'EnrollAccount errors.Made.Up: "present" in the facts, nothing in the catalogue',
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
});

describe.each(eachOperation)('%s', (_, operation) => {
  it('is filed under its action, in the folder of its service', () => {
    expect(catalogue).toHaveProperty(operation.action, operation);
    expect(operation.source).toContain(`${operation.product.version}, ${operation.action}`);
    expect(operation.summary).toMatch(/^[A-Z].+\.$/);
  });

  it('explains each of its errors in English and in Chinese, in words of our own', () => {
    const flaws = Object.entries(operation.errors).flatMap(([code, { explanation, message }]) => {
      const { en, zh } = explanation;
      return [
        /^[A-Z].+\.$/.test(en) ? [] : `${code}: the English one is no sentence`,
        /^\S.+。$/.test(zh) ? [] : `${code}: the Chinese one is no sentence`,
        cjk.test(en) ? `${code}: Chinese in the English one` : [],
        cjk.test(zh) ? [] : `${code}: no Chinese in the Chinese one`,
        [en, zh].includes(message) ? `${code}: the text of the upstream` : [],
        `${en}${zh}`.includes('%s') ? `${code}: a place to fill in` : [],
      ].flat();
    });

    expect(flaws).toEqual([]);
  });

  it('pages over fields that its answer has', () => {
    const fieldAt = (path: string) =>
      path.split('.').reduce<Shape | undefined>((shape, name) => shape?.fields?.[name], {
        kind: 'object',
        fields: operation.response,
      });
    const { paging, parameters } = operation;
    if (!paging) return;

    const { kind, min, max, default: size, optional } = parameters[paging.limitParameter] ?? {};
    expect(fieldAt(paging.items)?.kind).toBe('list');
    expect({ kind, min, max, size }).toEqual({ kind: 'int32', min: paging.min, max: paging.max, size: paging.default });
    // Without a default, the upstream has to be told.
    expect(optional ?? false).toBe(paging.default !== undefined);
    if (paging.total !== undefined) expect(fieldAt(paging.total)?.kind).toMatch(/^(count|int32)$/);
    if (paging.style === 'token') {
      expect(fieldAt(paging.next)).toMatchObject({ kind: 'text', optional: true });
      expect(parameters[paging.tokenParameter]).toMatchObject({ kind: 'text', optional: true });
    } else {
      expect(paging.total).toBeDefined();
      expect(parameters[paging.pageParameter]).toMatchObject({ kind: 'int32', min: 1 });
    }
  });
});

describe('the four root operations', () => {
  const errorsOf = (operation: Operation) =>
    Object.entries(operation.errors).map(([code, { status, message }]) => ({
      action: operation.action,
      status,
      code,
      message,
    }));

  it('have the 27 errors of their published pages, each with its status and message', () => {
    const published = loadSeedErrors().map(({ language: _, ...row }) => JSON.stringify(row));
    const ours = rootOperations.flatMap(errorsOf).map((row) => JSON.stringify(row));

    expect(ours.sort()).toEqual([...new Set(published)].sort());
    expect(ours).toHaveLength(27);
  });

  it('are read from every edition of their pages, row by row', () => {
    const rows = loadSeedErrors().map(({ action, language }) => `${action} ${language}`);
    const count = (page: string) => rows.filter((row) => row === page).length;

    expect(Object.fromEntries([...new Set(rows)].sort().map((page) => [page, count(page)]))).toEqual({
      'EnrollAccount zh-CN': 11,
      'GetResourceConfigurationTimeline en-US': 4,
      'InitResourceDirectory zh-CN': 6,
      'StartConfigurationRecorder en-US': 6,
      'StartConfigurationRecorder zh-CN': 6,
    });
  });
});

describe('the client reads', () => {
  const isOurs = (action: string): action is keyof typeof catalogue => action in catalogue;
  const answers = [
    ...loadExamples().map((example) => ({ ...example, kind: 'the example' })),
    ...loadSeedAnswers().map((answer) => ({ ...answer, kind: 'the sample of the page' })),
  ].flatMap(({ kind, name, action, text }) => (isOurs(action) ? [[`${kind} ${name}`, catalogue[action], text]] : []));

  it.each(answers as [string, Operation, string][])('%s as the facts mean it', (_, operation, text) => {
    const body = parseJson(text);
    if (!isJsonObject(body)) throw new Error('An answer is an object.');

    expect(readResponse(operation, body, String(body.RequestId))).toEqual(
      meaningOf(factOf(operation).response, JSON.parse(text) as Record<string, unknown>),
    );
  });

  it('has an example or a sample for every operation', () => {
    expect(new Set(answers.map(([, operation]) => operation))).toEqual(new Set(operations));
    expect(answers.map(([name]) => name)).toHaveLength(34 + 5);
  });
});

it('has the status and message of every example error body whose code an operation documents', () => {
  const documented = new Set(operations.flatMap(({ errors }) => Object.keys(errors)));
  const examples = loadErrorExamples().filter(({ code }) => documented.has(code));
  const agrees = ({ status, code, message }: (typeof examples)[number]) =>
    operations.some(({ errors }) => errors[code]?.status === status && errors[code].message === message);

  expect(examples.filter((example) => !agrees(example))).toEqual([]);
  expect(examples).toHaveLength(5);
});

it('keeps one operation in one file, and lists every such file', () => {
  const folder = join(__dirname, '../src/operations');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[A-Z]\w+\.ts$/.test(basename(file)),
  );
  const described = files.filter((file) => !file.endsWith('Record.ts')).map((file) => file.replace(/\.ts$/, ''));

  expect(described.sort()).toEqual(operations.map(({ product, action }) => join(product.service, action)).sort());
  expect([...new Set(files.map(dirname))].sort()).toEqual(
    [...new Set(operations.map((o) => o.product.service))].sort(),
  );
});

it('names every shape of a list or object by what is in it', () => {
  const hollow = (path: string, fields: Fields): string[] =>
    Object.entries(fields).flatMap(([name, shape]) => {
      const here = `${path}.${name}`;
      if (shape.kind === 'list' && !shape.of) return [here];
      if (shape.kind === 'object' && !shape.fields) return [here];
      return hollow(here, shape.fields ?? shape.of?.fields ?? {});
    });

  expect(
    operations.flatMap(({ action, parameters, response }) => hollow(action, { ...parameters, ...response })),
  ).toEqual([]);
});
