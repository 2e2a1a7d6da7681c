import { getIntrospectionQuery } from 'graphql';
import { demoAccounts } from '../../../src/emulator';
import { failureOf, limitExceeded } from '../../support/limitExceeded';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.emulator.calls.clear();
});

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const folders = (levels: number): string =>
  `{ resourceDirectory { rootFolder { ${'children { nodes { '.repeat(levels)} id ${'} }'.repeat(levels)} } } }`;

describe('a document with one too many', () => {
  it.each([
    [
      'token',
      `{ nodes(ids: [${times(3988, () => '1')}]) { id } }`,
      `{ nodes(ids: [${times(3989, () => '1')}]) { id } }`,
      'The document must have at most 4000 tokens, but has more. Select fewer fields, pass values as variables, or split the document. MAX_DOCUMENT_TOKENS raises the limit.',
    ],
    [
      'level',
      `{ currentAccount { folderPath { ${'parent { '.repeat(11)} id ${'}'.repeat(11)} } } }`,
      folders(6),
      'The document must have at most 14 levels of fields, but has 15. Select less deep, or split the document. MAX_DOCUMENT_DEPTH raises the limit.',
    ],
    [
      'alias',
      `{ currentAccount { ${times(60, (index) => `a${index}: id`)} } }`,
      `{ currentAccount { ${times(31, (index) => `a${index}: id`)} ...more } } fragment more on Account { ${times(30, (index) => `b${index}: id`)} }`,
      'The document must have at most 60 aliases, counting a fragment wherever it is spread, but has 61. Use fewer aliases, or split the document. MAX_ALIASES raises the limit.',
    ],
    [
      'root field',
      `{ ${times(30, (index) => `a${index}: __typename`)} }`,
      `query a { ${times(16, (index) => `a${index}: __typename`)} } query b { ...rest } fragment rest on Query { ${times(15, (index) => `b${index}: __typename`)} }`,
      'The document must have at most 30 root fields, counting a fragment wherever it is spread, but has 31. Split the document. MAX_ROOT_FIELDS raises the limit.',
    ],
    [
      'directive',
      `{ currentAccount { ${times(20, (index) => `a${index}: id @skip(if: false)`)} } }`,
      `{ currentAccount { ${times(18, (index) => `a${index}: id @skip(if: false)`)} ...on Account @skip(if: false) { ...more @skip(if: false) } } } fragment more on Account { accountId @skip(if: false) }`,
      'The document must have at most 20 directives, but has 21. Use fewer directives, or split the document. MAX_DIRECTIVES raises the limit.',
    ],
  ])('%s is refused, and one with as many as allowed is not', async (_what, allowed, refused, message) => {
    const { errors } = await failureOf(gateway, allowed);
    const limited = errors?.filter(({ message: told }) => told.includes('raises the limit'));

    expect(limited ?? []).toEqual([]);
    expect(await failureOf(gateway, refused)).toMatchObject(limitExceeded(message));
  });

  it('selection is refused, also if fragments are what makes them many', async () => {
    const fields = ['id', 'accountId', 'displayName', 'status', 'type'];
    const level = (depth: number): string =>
      depth === 0 ? fields.join(' ') : `${fields.join(' ')} configurationRecorder { account { ${level(depth - 1)} } }`;
    const document = (aliases: number) =>
      `{ ${times(aliases, (index) => `a${index}: currentAccount { ...whole }`)} } fragment whole on Account { ${level(4)} }`;

    const strict = await startGateway({ limits: { selections: 350 } });
    const [allowed, refused] = [await strict.ask(document(10)), await strict.ask(document(11))];
    await strict.stop();

    expect(allowed.errors).toBeUndefined();
    expect(refused).toMatchObject(
      limitExceeded(
        'The document must have at most 350 selections, counting a fragment wherever it is spread, but has 385. Select fewer fields, or split the document. MAX_SELECTIONS raises the limit.',
      ),
    );
  });

  it('pair of selections to compare is refused', async () => {
    const pairs = (count: number) => `{ currentAccount { ${times(count, () => 'id')} } }`;

    expect((await failureOf(gateway, pairs(141))).errors).toBeUndefined();
    expect(await failureOf(gateway, pairs(142))).toEqual(
      limitExceeded(
        'The document must have at most 10000 pairs of selections with the same response name or of fragments spread side by side, but has more. Select each field once, and spread fewer fragments side by side. MAX_FIELD_COMPARISONS raises the limit.',
      ),
    );
  });

  it('fragment in another is refused', async () => {
    const chain = (length: number) =>
      `{ ...f0 } ${times(length - 1, (index) => `fragment f${index} on Query { ...f${index + 1} }`)} fragment f${length - 1} on Query { __typename }`;

    expect((await failureOf(gateway, chain(50))).errors).toBeUndefined();
    expect(await failureOf(gateway, chain(51))).toEqual(
      limitExceeded(
        'The fragments of the document must nest at most 50 levels deep, but nest deeper. Spread their fields directly.',
      ),
    );
  });

  it.each([
    ['__schema', '{ queryType { name } }'],
    ['_service', '{ sdl }'],
    ['__type', '(name: "Query") { name }'],
  ])('%s is refused, also in a fragment or in another operation', async (field, rest) => {
    const inFragment = `{ ${field} ${rest} ...more } fragment more on Query { other: ${field} ${rest} }`;
    const inOperation = `query a { ${field} ${rest} } query b { ${field} ${rest} }`;
    const expected = limitExceeded(
      `The document must select ${field} at most once, but selects it 2 times. Select everything in one place.`,
    );

    expect([await failureOf(gateway, inFragment), await failureOf(gateway, inOperation)]).toEqual([expected, expected]);
  });

  it('is refused in Chinese, too, with everything that is too much', async () => {
    const document = `{ ${times(61, (index) => `a${index}: __typename`)} }`;

    const { errors } = await failureOf(gateway, document, {}, { 'accept-language': 'zh' });

    expect(errors?.map(({ message }) => message)).toEqual([
      'GraphQL 文档最多可包含 60 个别名（片段按每次展开计算），但此文档实际为 61。请减少别名或拆分文档。运维人员可通过 MAX_ALIASES 提高上限。',
      'GraphQL 文档最多可包含 30 个根字段（片段按每次展开计算），但此文档实际为 61。请拆分文档。运维人员可通过 MAX_ROOT_FIELDS 提高上限。',
    ]);
  });
});

describe('a document that is no valid one', () => {
  it('is refused for fragments that spread themselves, and for nothing else of it', async () => {
    const document = '{ ...a } fragment a on Query { currentAccount { ...b } } fragment b on Account { id ...b }';

    expect(await failureOf(gateway, document)).toMatchObject({
      status: 400,
      errors: [
        { message: 'Cannot spread fragment "b" within itself.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ],
    });
  });

  it.each([
    ['has several operations and none is named', undefined],
    ['has no operation of that name', 'c'],
  ])('is refused if it %s', async (_, operationName) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'query a { __typename } query b { __typename }', operationName }),
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  });

  it('lists at most five violations', async () => {
    const { errors } = await failureOf(gateway, `{ ${times(20, (index) => `wrong${index}`)} }`);

    expect(errors).toHaveLength(6);
    expect(errors?.at(-1)?.message).toBe('Too many validation errors, error limit reached. Validation aborted.');
  });
});

describe('variables', () => {
  const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const entities = 'query ($all: [_Any!]!) { _entities(representations: $all) { __typename } }';

  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);

  const byGet = async (query: string, variables: unknown) => {
    const url = new URL(`${gateway.url}/graphql`);
    url.searchParams.set('query', query);
    url.searchParams.set('variables', JSON.stringify(variables));
    const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
    const { errors } = (await response.json()) as { errors?: unknown };
    return { status: response.status, errors };
  };

  const deep =
    'A variable must nest at most 10 levels of lists and objects deep, but nests deeper. MAX_VARIABLE_DEPTH raises the limit.';

  it('are refused if they nest too deep, by POST and by GET', async () => {
    const variables = { all: nested(11) };

    expect(await failureOf(gateway, entities, variables)).toEqual(limitExceeded(deep));
    expect(await byGet(entities, variables)).toEqual(limitExceeded(deep));
    expect(await byGet(entities, { all: nested(2000) })).toEqual(limitExceeded(deep));
    expect((await failureOf(gateway, entities, { all: nested(10) })).errors?.[0]?.message).not.toBe(deep);
  });

  it('are refused if they have too many values, whatever their names are', async () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `${index}`);

    expect(await failureOf(gateway, nodes, { ids })).toEqual(
      limitExceeded(
        'The variables must have at most 5000 values, counting every item of a list and every field of an object, but have 5001. Split the request. MAX_VARIABLE_VALUES raises the limit.',
      ),
    );
    expect((await failureOf(gateway, nodes, { ids: ids.slice(1) })).errors?.[0]?.message).toMatch(
      /^ids must be at most 100 IDs/,
    );
  });

  it('are refused if large ones are used again and again, also in a fragment that is spread again and again', async () => {
    const all = Array.from({ length: 90 }, (_, index) => ({ __typename: 'Account', accountId: `${index}` }));
    const select = (index: number) => `a${index}: _entities(representations: $all) { __typename }`;
    const spread = `query ($all: [_Any!]!) { ...x ... on Query { b: __typename ...y } }
      fragment x on Query { ...z } fragment y on Query { ...z } fragment z on Query { ${times(10, select)} }`;
    const expected = limitExceeded(
      'The variables must have at most 5000 values, counting a variable wherever it is used, but have 5400. Use large variables in fewer fields, or split the request. MAX_VARIABLE_VALUES raises the limit.',
    );

    expect(await failureOf(gateway, `query ($all: [_Any!]!) { ${times(20, select)} }`, { all })).toEqual(expected);
    expect(await failureOf(gateway, spread, { all })).toEqual(expected);
    expect((await failureOf(gateway, `query ($all: [_Any!]!) { ${times(18, select)} }`, { all })).errors).not.toEqual(
      expected.errors,
    );
  });

  it('may be small and used everywhere', async () => {
    const select = (index: number) => `a${index}: accounts(first: ${index + 1}, filter: $filter) { nodes { id } }`;

    const { errors } = await failureOf(gateway, `query ($filter: AccountFilter) { ${times(30, select)} }`, {
      filter: { nameContains: 'x', enrollmentStatus: [] },
    });

    expect(errors).toBeUndefined();
  });

  it('are refused if one object has too many fields', async () => {
    const all = [Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, 1]))];

    expect(await failureOf(gateway, entities, { all })).toEqual(
      limitExceeded('An object in a variable must have at most 100 fields, but has 101.'),
    );
  });

  it('are refused in Chinese, too', async () => {
    const { errors } = await failureOf(gateway, entities, { all: nested(11) }, { 'accept-language': 'zh' });

    expect(errors?.[0]?.message).toBe(
      '变量中的列表和对象最多可嵌套 10 层，但此请求嵌套更深。运维人员可通过 MAX_VARIABLE_DEPTH 提高上限。',
    );
  });

  it('with wrong values are reported five times at most', async () => {
    const { status, errors } = await failureOf(gateway, nodes, { ids: Array.from({ length: 4000 }, () => true) });

    expect([status, errors?.length]).toEqual([400, 6]);
    expect(errors?.at(-1)).toEqual({
      message: 'More values of the variables are wrong than are listed here.',
      extensions: { code: 'BAD_USER_INPUT', retryable: false },
    });
  });
});

describe('what clients and routers send passes', () => {
  it('a page of Relay over accounts, resources, timelines and changes', async () => {
    const document = `
      query Page($first: Int!, $after: String) { ...Accounts }
      fragment Accounts on Query {
        accounts(first: $first, after: $after) { edges { cursor node { id __typename ...Account } } pageInfo { hasNextPage endCursor } }
      }
      fragment Account on Account {
        id accountId displayName configurationRecorder { id status }
        resources(first: 1) { edges { cursor node { id __typename ...Resource } } pageInfo { hasNextPage endCursor } }
      }
      fragment Resource on CloudResource {
        id resourceId
        configurationTimeline(first: 2) { edges { cursor node { id __typename ...Change } } pageInfo { hasNextPage endCursor } }
      }
      fragment Change on ConfigurationChange { id eventType changes { path before after } }`;

    const { data, errors } = await gateway.query(document, { first: 3 });

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ accounts: { edges: expect.anything() as unknown } });
  });

  it('the representations that a router gathers of a page of its own', async () => {
    const document = `query Dashboard__governance__1($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Account { __typename displayName configurationRecorder { __typename id status } }
        ... on ResourceDirectoryFolder { __typename name }
      }
    }`;
    const representations = Array.from({ length: 1000 }, (_, index) => ({
      __typename: 'Account',
      accountId: index % 2 === 0 ? demoAccounts.management : demoAccounts.sandbox,
    }));

    const { data, errors } = await gateway.query<{ _entities: unknown[] }>(document, { representations });

    expect([errors, data?._entities.length]).toEqual([undefined, 1000]);
  });

  const options = [
    'descriptions',
    'specifiedByUrl',
    'directiveIsRepeatable',
    'schemaDescription',
    'inputValueDeprecation',
    'oneOf',
  ];

  it('every introspection query of graphql-js, which GraphiQL, the Sandbox and code generators send', async () => {
    for (let chosen = 0; chosen < 2 ** options.length; chosen += 1) {
      const query = getIntrospectionQuery(
        Object.fromEntries(options.map((name, index) => [name, (chosen & (2 ** index)) !== 0])),
      );
      const { data, errors } = await gateway.query(query);

      expect([errors, Object.keys(data ?? {})]).toEqual([undefined, ['__schema']]);
    }
  });

  it('what composition and code generators ask for the subgraph', async () => {
    const { data } = await gateway.query('query SubgraphIntrospectQuery { _service { sdl } }');

    expect(data).toEqual({ _service: { sdl: expect.stringContaining('type Query') as string } });
  });
});
