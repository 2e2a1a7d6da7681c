import fc from 'fast-check';
import { governanceErrorCodes } from '../../src/errors/GovernanceErrorCode';
import { maxBodyBytes } from '../../src/server/limits/fixedLimits';
import { runs } from '../support/soak';
import { noCost, startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';
import { sendRaw } from './rawHttp';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ exposure: { allowedHosts: ['x'] } });
});

afterAll(async () => {
  await gateway.stop();
});

const json = { 'content-type': 'application/json' };
const noPreflight = { 'apollo-require-preflight': 'true' };

interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Every code that a client may meet. */
const codes: ReadonlySet<string> = new Set([
  ...governanceErrorCodes,
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Reads an answer that must be one error in GraphQL's shape, and nothing else. */
const failureIn = (status: number, contentType: string | null | undefined, body: string): Failure => {
  expect(contentType).toMatch(/^application\/json/);
  const answer = JSON.parse(body) as { errors: { message: string; extensions: { code: string } }[] };
  expect(Object.keys(answer)).toEqual(['errors']);
  expect(answer.errors).toHaveLength(1);
  const [{ message, extensions } = { message: '', extensions: { code: '' } }] = answer.errors;
  expect(codes).toContain(extensions.code);
  return { status, code: extensions.code, message };
};

const failure = async (path: string, init: RequestInit): Promise<Failure> => {
  const response = await fetch(`${gateway.url}${path}`, init);
  return failureIn(response.status, response.headers.get('content-type'), await response.text());
};

const post = (body: RequestInit['body'], headers: Record<string, string> = json) =>
  failure('/graphql', { method: 'POST', headers, body });

const postText = JSON.stringify({ query: '{ __typename }' });

describe('a body that is not what it must be', () => {
  const tooLarge = JSON.stringify({ query: '{ __typename }', variables: { filler: 'x'.repeat(maxBodyBytes) } });

  it('is refused above 100 kB, by the length it announces', async () => {
    expect(await post(tooLarge)).toEqual({
      status: 413,
      code: 'LIMIT_EXCEEDED',
      message: `The request body must be at most 100 kB, but got ${tooLarge.length} bytes.`,
    });
  });

  it('is refused above 100 kB if it announces no length', async () => {
    const chunk = tooLarge.slice(0, 60_000);
    const chunked = `${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(2);
    const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked';

    const { status, headers, body } = await sendRaw(gateway.url, `${head}\r\n\r\n${chunked}0\r\n\r\n`);

    expect(failureIn(status, headers['content-type'], body)).toEqual({
      status: 413,
      code: 'LIMIT_EXCEEDED',
      message: 'The request body must be at most 100 kB, but got more.',
    });
  });

  it('is taken up to 100 kB exactly', async () => {
    const room = maxBodyBytes - JSON.stringify({ query: '{ __typename }', variables: { filler: '' } }).length;
    const body = JSON.stringify({ query: '{ __typename }', variables: { filler: 'x'.repeat(room) } });

    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: json, body });

    expect(body).toHaveLength(maxBodyBytes);
    expect(await response.json()).toEqual({ data: { __typename: 'Query' }, extensions: { cost: noCost } });
  });

  it.each([
    ['text/plain', 'text/plain'],
    ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x', 'multipart/form-data; boundary=x'],
    ['application/graphql', 'application/graphql'],
    ['application/jsonx', 'application/jsonx'],
    ['json', 'json'],
    ['application/json; charset=utf-7', 'application/json; charset=utf-7'],
    ['application/json;charset="latin1"', 'application/json;charset="latin1"'],
  ])('is refused as %s', async (contentType, came) => {
    expect(await post(postText, { 'content-type': contentType })).toEqual({
      status: 415,
      code: 'BAD_REQUEST',
      message: `The content type must be application/json in UTF-8 and not compressed, but got ${came}.`,
    });
  });

  it('is refused without a content type', async () => {
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: ${postText.length}`;

    const { status, headers, body } = await sendRaw(gateway.url, `${head}\r\n\r\n${postText}`);

    expect(failureIn(status, headers['content-type'], body)).toEqual({
      status: 415,
      code: 'BAD_REQUEST',
      message: 'The content type must be application/json in UTF-8 and not compressed, but got none.',
    });
  });

  it('is refused if it is compressed', async () => {
    expect(await post(postText, { ...json, 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      message: expect.stringContaining('but got application/json in gzip.') as string,
    });
  });

  it.each(['application/json', 'Application/JSON; Charset=UTF-8', 'application/json;charset="utf8"'])(
    'is taken as %s',
    async (contentType) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: postText,
      });

      expect(await response.json()).toEqual({ data: { __typename: 'Query' }, extensions: { cost: noCost } });
    },
  );

  const unreadable = {
    status: 400,
    code: 'BAD_REQUEST',
    message:
      'The request body must be valid JSON in UTF-8; keys named __proto__ or constructor.prototype are refused, too.',
  };

  it.each([
    ['broken off', '{"query":"{ __typename }"'],
    ['with a trailing comma', '{"query":"{ __typename }",}'],
    ['that is not JSON', 'query { __typename }'],
    ['with a __proto__ key', '{"query":"{ __typename }","__proto__":{"admin":true}}'],
    ['with a __proto__ key in its variables', '{"query":"{ __typename }","variables":{"a":{"__proto__":{}}}}'],
    ['with an escaped __proto__ key', '{"query":"{ __typename }","\\u005f_proto__":{}}'],
    ['with a constructor.prototype key', '{"query":"{ __typename }","variables":{"constructor":{"prototype":{}}}}'],
  ])('is refused %s', async (_how, body) => {
    expect(await post(body)).toEqual(unreadable);
  });

  it('is refused in bytes that are not UTF-8', async () => {
    const body = Buffer.from('{"query":"{ __typename # \u00e9 }"}', 'latin1');

    expect(await post(body)).toEqual(unreadable);
  });

  it.each([
    ['empty', '', 'The request body must be a JSON object with a query, but it is empty.'],
    ['an empty object', '{}', expect.stringContaining('JSON object has no keys')],
    ['null', 'null', expect.stringContaining('JSON object has no keys')],
    ['a batch', `[${postText},${postText}]`, expect.stringContaining('but got a list of 2. Send each operation')],
    ['without a query', '{"variables":{}}', expect.stringContaining('non-empty `query`')],
    ['with a query that is no text', '{"query":1}', 'GraphQL queries must be strings.'],
    ['with variables that are a list', '{"query":"{ a }","variables":[]}', expect.stringContaining('`variables`')],
    ['with extensions that are a text', '{"query":"{ a }","extensions":"x"}', expect.stringContaining('`extensions`')],
  ])('is refused if it is %s', async (_what, body, message) => {
    expect(await post(body)).toEqual({ status: 400, code: 'BAD_REQUEST', message: message as string });
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('is refused if its %s nest deeper than a hundred levels', async (_what, open, close) => {
    const nested = (depth: number) => post(`{"query":1,"extensions":${open.repeat(depth)}null${close.repeat(depth)}}`);

    expect(await nested(99)).toMatchObject({ message: 'GraphQL queries must be strings.' });
    expect(await nested(100)).toEqual({
      status: 400,
      code: 'LIMIT_EXCEEDED',
      message: 'The request body must nest at most 100 levels deep, but nests deeper.',
    });
    expect(await nested(12_000)).toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  it('leaves a key named constructor alone: only its prototype is a danger', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: json,
      body: '{"query":"{ __typename }","variables":{"constructor":{"name":"x"}}}',
    });

    expect(await response.json()).toEqual({ data: { __typename: 'Query' }, extensions: { cost: noCost } });
  });
});

describe('a request by another way', () => {
  it('is refused as GET if a browser could send it from any page', async () => {
    expect(await failure('/graphql?query={__typename}', {})).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: expect.stringContaining('Cross-Site Request Forgery') as string,
    });
  });

  it('is answered as GET with a header that a page needs leave for', async () => {
    const response = await fetch(`${gateway.url}/graphql?query={__typename}`, { headers: noPreflight });

    expect(await response.json()).toEqual({ data: { __typename: 'Query' }, extensions: { cost: noCost } });
  });

  it('is refused as a mutation by GET, and nothing is called', async () => {
    const query = encodeURIComponent('mutation { startConfigurationRecorder(input: {}) { outcome } }');

    expect(await failure(`/graphql?query=${query}`, { headers: noPreflight })).toEqual({
      status: 405,
      code: 'BAD_REQUEST',
      message: 'GET requests only support query operations, not mutation operations',
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('is refused as %s, and told what would do', async (method) => {
    const response = await fetch(`${gateway.url}/graphql`, { method, headers: json, body: postText });

    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(failureIn(response.status, response.headers.get('content-type'), await response.text())).toEqual({
      status: 405,
      code: 'BAD_REQUEST',
      message: `/graphql takes GET, HEAD, POST, but got ${method}.`,
    });
  });

  it('is refused as POST if there is only something to read', async () => {
    expect(await failure('/livez', { method: 'POST', headers: json, body: '{}' })).toEqual({
      status: 405,
      code: 'BAD_REQUEST',
      message: '/livez takes GET, HEAD, but got POST.',
    });
  });

  it.each(['/nothing', '/graphql/', '/graphql/deeper', '/constructor'])('finds nothing at %s', async (path) => {
    expect(await failure(path, { method: 'POST', headers: json, body: postText })).toEqual({
      status: 404,
      code: 'NOT_FOUND',
      message: 'There is nothing here: send GraphQL as POST to /graphql.',
    });
  });

  it.each(['/%ff', '/%zz', '/graphql%e0'])('cannot read the path %s', async (path) => {
    const { status, headers, body } = await sendRaw(gateway.url, `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);

    expect(failureIn(status, headers['content-type'], body)).toEqual({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'The path must be percent-encoded UTF-8, and is not.',
    });
  });

  it('is refused if it accepts no JSON', async () => {
    expect(await post(postText, { ...json, accept: 'image/png' })).toMatchObject({ status: 406, code: 'BAD_REQUEST' });
  });

  it.each([['subscription { __typename }'], ['subscription S { configurationTimeline(resource: {}) { totalCount } }']])(
    'is refused as %s',
    async (query) => {
      const answer = await post(JSON.stringify({ query }));

      expect(answer).toMatchObject({ status: 400 });
      expect(answer.message).toBe('The operation must be a query or a mutation, but got a subscription.');
    },
  );

  it('keeps no persisted queries, and says so in the code that clients fall back by', async () => {
    const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab'.repeat(32) } } });

    expect(await post(body)).toMatchObject({ code: 'PERSISTED_QUERY_NOT_SUPPORTED' });
  });
});

describe('bytes that are no request', () => {
  const head = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

  it.each([
    [
      'headers above 16 kB',
      `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'LIMIT_EXCEEDED',
    ],
    ['no HTTP at all', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    ['an unknown method', 'FETCH /graphql HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'a length and chunks at once',
      `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'BAD_REQUEST',
    ],
    ['more than the length says', `${head}Content-Length: 5\r\n\r\n${postText}`, 400, 'BAD_REQUEST'],
  ])('are refused in GraphQL’s shape: %s', async (_what, bytes, status, code) => {
    const answer = await sendRaw(gateway.url, bytes);

    expect(failureIn(answer.status, answer.headers['content-type'], answer.body)).toMatchObject({ status, code });
  });

  it('are refused in GraphQL’s shape: less than the length says, and then the end', async () => {
    const answer = await sendRaw(gateway.url, `${head}Content-Length: 500\r\n\r\n${postText}`, { end: true });

    expect(failureIn(answer.status, answer.headers['content-type'], answer.body)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });
});

describe('any body whatever', () => {
  const bodies = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json(),
    fc.jsonValue().map((query) => JSON.stringify({ query })),
    fc.string({ maxLength: 80 }).map((query) => JSON.stringify({ query })),
    fc.jsonValue().map((variables) => JSON.stringify({ query: 'query($a: JSON) { __typename }', variables })),
    fc
      .tuple(fc.jsonValue(), fc.jsonValue())
      .map(([operationName, extensions]) => JSON.stringify({ query: '{ __typename }', operationName, extensions })),
    fc
      .constantFrom('{', '[', '"', '{"query":')
      .chain((open) => fc.integer({ min: 1, max: 30_000 }).map((times) => open.repeat(times))),
    fc
      .constantFrom('{a', '[', '{a(b:[', '"""', '...on A{')
      .chain((open) =>
        fc.integer({ min: 1, max: 10_000 }).map((times) => JSON.stringify({ query: open.repeat(times) })),
      ),
  );

  it('is answered with data or with errors that have a code, and never with a failure of our own', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: json, body });
        const answer = (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };

        expect(response.status).toBeLessThan(500);
        for (const { extensions } of answer.errors ?? []) {
          expect(codes).toContain(extensions.code);
          expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
        }
        expect(answer.errors ?? answer.data).toBeDefined();
      }),
      runs(300),
    );
    expect(gateway.log.filter((line) => line.includes('internal error'))).toEqual([]);
  });

  const tooDeep = {
    status: 400,
    code: 'LIMIT_EXCEEDED',
    message: 'The document must nest at most 100 levels deep, but nests deeper.',
  };

  it.each(['{a', '[', '{a(b:[', '{a(b:{c:', '...on A{', 'query($a:[', '{a@b(c:['])(
    'is refused if it nests deeper than a hundred levels: %s',
    async (open) => {
      const nested = (bytes: number) => post(JSON.stringify({ query: open.repeat(Math.ceil(bytes / open.length)) }));

      expect(await nested(101 * open.length)).toEqual(tooDeep);
      expect(await nested(90_000)).toEqual(tooDeep);
    },
  );

  it('is refused as well if it nests as deep as that by GET, and if it is complete', async () => {
    const query = `${'{a'.repeat(101)}${'}'.repeat(101)}`;

    expect(await post(JSON.stringify({ query }))).toEqual(tooDeep);
    expect(await failure(`/graphql?query=${encodeURIComponent(query)}`, { headers: json })).toEqual(tooDeep);
  });

  it('is as deep as its brackets are, those in strings and comments apart', async () => {
    const deep = '[{('.repeat(50);
    const nested = `${'{ a '.repeat(100)}${'}'.repeat(100)}`;
    const query = `# ${deep}
      { currentAccount { ${'... on Account { id } '.repeat(110)} }
        account(accountId: "${deep}\\"{") { accountId }
        folder(folderId: """${deep}\\"""
          ${deep}""") { folderId } }`;

    expect((await post(JSON.stringify({ query: nested }))).message).toContain('14 levels of fields, but has 100');
    expect((await gateway.query(query)).data).toMatchObject({ currentAccount: { id: expect.any(String) as string } });
  });
});
