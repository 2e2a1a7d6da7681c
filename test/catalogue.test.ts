import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gatewayErrors } from '../src/emulator';
import { hashParameters } from '../src/json/hashParameters';
import type { JsonObject } from '../src/json/jsonObject';
import { isJsonObject } from '../src/json/jsonObject';
import { parseJson } from '../src/json/parseJson';
import { catalogue, operations } from '../src/operations';
import type { Operation } from '../src/operations/operation';
import type { Fields, Shape } from '../src/operations/shapes';
import { readResponse } from '../src/rpc/readResponse';
import { compareProduct, differencesOf } from './facts/compare';
import { factFileOf, factOf } from './facts/factOf';
import { loadErrorExamples, loadExamples, loadSeedAnswers } from './facts/load';
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
  'LookupEvents paging.limit_required: false in the facts, true in the catalogue':
    'Its default is not published: the page size is sent always.',
  'LookupEvents parameters.MaxResults.required: false in the facts, true in the catalogue':
    'As its paging: sent always, it is right by any default.',
  ...Object.fromEntries(
    [
      [
        'InvalidParameter.SerialNumber: "400 The parameter SerialNumber is wrongly formed."',
        'Of a parameter that the same page does not list: the gateway never sends it.',
      ],
      [
        'InvalidParameter.TokenCode: "400 The parameter TokenCode is wrongly formed."',
        'As InvalidParameter.SerialNumber.',
      ],
      [
        'InvalidParameter.ContentType: "400 The ContentType request header must be either \\"application/json\\" or \\"application/x-www-form-urlencoded\\"."',
        'The client always sends one of the types that the message lists.',
      ],
      [
        'AuthenticationFail.ApiUsername: "403 The specified api username is not legal."',
        'Of another way to authenticate than by signature.',
      ],
      [
        'AuthenticationFail.ApiPassword: "403 The specified api password is not legal."',
        'As AuthenticationFail.ApiUsername.',
      ],
    ].map(([error = '', reason = '']) => [`AssumeRole errors.${error} in the facts, nothing in the catalogue`, reason]),
  ),
};

/** The operations whose pages the product started from; their error tables are part of it. */
const rootOperations = [
  catalogue.StartConfigurationRecorder,
  catalogue.GetResourceConfigurationTimeline,
  catalogue.InitResourceDirectory,
  catalogue.EnrollAccount,
] as readonly Operation[];

const cjk = /\p{Script=Han}/u;

const eachOperation = Object.entries(catalogue).map(
  ([name, operation]: [string, Operation]) => [name, operation] as const,
);
const earlierVersionHas = ({ action, product }: Operation) =>
  operations.some((other) => other.action === action && other.product.version < product.version);

describe('the catalogue and the facts', () => {
  it('differ only if a reason is listed', () => {
    const found = operations.flatMap((operation) => differencesOf(operation));

    expect(found.sort()).toEqual(Object.keys(intendedDifferences).sort());
  });

  it('agree on products, versions and hosts', () => {
    const products = operations.map((operation) => ({ product: operation.product, file: factFileOf(operation) }));

    expect(products.flatMap(({ product, file }) => compareProduct(product, file))).toEqual([]);
    expect(products.flatMap(({ product, file }) => compareProduct(product, { ...file, version: '1' }))).not.toEqual([]);
  });
});

describe.each(eachOperation)('%s', (name, operation) => {
  it('is named by its action, and by its year too if an earlier version has that action', () => {
    const year = operation.product.version.slice(0, 4);
    expect(name).toBe(earlierVersionHas(operation) ? operation.action + year : operation.action);
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
    // Without a default, a request must name it.
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

/** What is kept of an answer by the catalogue: nothing that is never read, and of some values only a trace. */
function keptOf(fields: Fields, answer: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) => {
      const shape = fields[name];
      return shape?.unread ? [] : [[name, shape ? traceOf(shape, value) : value]];
    }),
  );
}

function traceOf({ kind, fields, of }: Shape, value: unknown): unknown {
  if (kind === 'presence') return value !== '';
  if (kind === 'json') return JSON.stringify(value);
  if (kind === 'hashes') return hashParameters(value as JsonObject);
  if (Array.isArray(value)) return value.map((item: unknown) => (of ? traceOf(of, item) : item));
  return fields && isJsonObject(value) ? keptOf(fields, value) : value;
}

describe('the client reads', () => {
  const fileOf = ({ product }: Operation) => `${product.code.toLowerCase()}-${product.version}`;
  /** Which operation answers so: by the folder of an example; the pages are those of the root operations. */
  const answeredBy = (action: string, file?: string) =>
    file === undefined
      ? rootOperations.find((one) => one.action === action)
      : operations.find((one) => one.action === action && fileOf(one) === file);
  const answers = [
    ...loadExamples().map((example) => ({ ...example, kind: 'the example' })),
    ...loadSeedAnswers().map((answer) => ({ ...answer, kind: 'the sample of the page' })),
  ].flatMap(({ kind, name, action, file, text }): [string, Operation, string][] => {
    const operation = answeredBy(action, file);
    return operation ? [[`${kind} ${file ?? ''} ${name}`, operation, text]] : [];
  });

  it.each(answers)('%s as the facts mean it', (_, operation, text) => {
    const body = parseJson(text);
    if (!isJsonObject(body)) throw new Error('An answer is an object.');

    const meaning = meaningOf(factOf(operation).response, JSON.parse(text) as Record<string, unknown>);
    expect(readResponse(operation, body, String(body.RequestId))).toEqual(keptOf(operation.response, meaning));
  });

  it('has an example or a sample for every operation', () => {
    const answered = new Set(answers.map(([, operation]) => operation));
    const pages = answers.filter(([name]) => name.startsWith('the sample of the page'));

    expect(operations.filter((operation) => !answered.has(operation)).map(({ source }) => source)).toEqual([]);
    expect(pages).toHaveLength(loadSeedAnswers().length);
  });
});

it('has the status and message of every example error body, those of the API gateway excepted', () => {
  const documenting = ({ code, host }: ReturnType<typeof loadErrorExamples>[number]) =>
    operations.filter(({ errors, product }) => code in errors && product.hosts.china === host);
  const hosts = new Set(operations.map(({ product }) => product.hosts.china));
  const isOfGateway = (code: string) => code in gatewayErrors || code.startsWith('Missing');
  const examples = loadErrorExamples().filter(({ code, host }) => hosts.has(host) && !isOfGateway(code));
  const ofProduct = ({ host, code }: (typeof examples)[number]) =>
    operations
      .filter(({ product }) => product.hosts.china === host)
      .flatMap((operation) => factFileOf(operation).shared_errors ?? [])
      .filter((shared) => shared.code === code)
      .map(({ http: status, message }) => ({ errors: { [code]: { status, message } } }));
  const agrees = (example: (typeof examples)[number]) =>
    [...documenting(example), ...ofProduct(example)].some(({ errors }) => {
      const { status, message } = errors[example.code] ?? {};
      return status === example.status && message === example.message;
    });

  expect(examples).not.toEqual([]);
  expect(examples.filter((example) => !agrees(example))).toEqual([]);
});

it('is in one order on every runtime', () => {
  const places = operations.map(({ product, action }) => `${product.service} ${product.version} ${action}`);

  expect(places).toEqual([...places].sort());
  expect(Object.values<Operation>(catalogue)).toEqual(operations);
});

it('keeps one operation in one file, and lists every such file', () => {
  const folder = join(__dirname, '../src/operations');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[A-Z]\w+\.ts$/.test(basename(file)),
  );
  const described = files.filter((file) => !file.endsWith('Record.ts')).map((file) => file.replace(/\.ts$/, ''));
  // A later version of a product has a folder of its own in that of the service.
  const isLater = ({ product }: Operation) =>
    operations.some((other) => other.product.service === product.service && other.product.version < product.version);
  const folderOf = (one: Operation) =>
    isLater(one) ? join(one.product.service, one.product.version) : one.product.service;

  const listed = operations.map((one) => join(folderOf(one), one.action));
  const forgotten = described.filter((file) => !listed.includes(file));

  expect(forgotten.map((file) => `${file}.ts is not in src/operations/catalogue.ts`)).toEqual([]);
  expect(listed.filter((file) => !described.includes(file)).map((file) => `${file}.ts is missing`)).toEqual([]);
  expect([...new Set(files.map(dirname))].sort()).toEqual([...new Set(operations.map(folderOf))].sort());
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
