import { connect } from 'node:net';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { sendRaw } from '../rawHttp';

/*
 * Requests that no client of ours sends. Each is answered by us, in the shape of GraphQL if it has a body, and leaves no
 * internal error and no line in the log that is not JSON.
 */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ publicPath: '/governance', exposure: { allowedOrigins: ['http://app.example'] } });
});
afterAll(() => gateway.stop());

const json = 'Content-Type: application/json\r\n';
const body = '{"query":"{ __typename }"}';

interface Parts {
  readonly headers?: string;
  readonly text?: string;
  readonly host?: string;
}

const request = (line: string, { headers = json, text = '', host = 'Host: localhost\r\n' }: Parts = {}): string =>
  `${line} HTTP/1.1\r\n${host}${headers}${text === '' ? '' : `Content-Length: ${Buffer.byteLength(text)}\r\n`}\r\n${text}`;

const post = (text: string, path = '/graphql'): string => request(`POST ${path}`, { text });
const get = (parameters: Readonly<Record<string, string>>): string =>
  request(
    `GET /graphql?${Object.entries(parameters)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&')}`,
  );

const mutation = 'mutation { startConfigurationRecorder(input: {}) { outcome } }';
const timeline = 'query ($key: CloudResourceKeyInput!) { configurationTimeline(resource: $key) { totalCount } }';

it.each([
  ['a document in one letter of which is written as a code', post(body, '/%67raphql'), 200],
  ['the path with a fragment', post(body, '/graphql#x'), 200],
  ['the path below that of the proxy', post(body, '/governance/graphql'), 200],
  ['the path below that of the proxy twice', post(body, '/governance/governance/graphql'), 404],
  ['a path that leads back', post(body, '/livez/../graphql'), 404],
  ['a path that leads back in codes', post(body, '/livez%2f..%2fgraphql'), 404],
  ['a path with two slashes', post(body, '//graphql'), 404],
  ['a path in capitals', post(body, '/GRAPHQL'), 404],
  ['a path with a null character', post(body, '/graphql%00'), 404],
  ['a path with a semicolon', post(body, '/graphql;x'), 404],
  ['every path', request('POST *', { text: body }), 404],
  ['a path that is no UTF-8', post(body, '/%ff'), 400],
  [
    'the whole address of another host',
    request('POST http://evil.example/graphql', { text: body, host: 'Host: evil.example\r\n' }),
    421,
  ],
  ['no host', request('GET /graphql?query={__typename}', { host: 'Host:\r\n' }), 421],
  ['a host with a user', request('GET /graphql', { host: 'Host: localhost@evil.example\r\n' }), 421],
  ['a mutation by GET', get({ query: mutation }), 405],
  ['PUT', request('PUT /graphql', { text: body }), 405],
  ['TRACE', request('TRACE /graphql'), 405],
  ['a method that HTTP does not have', request('FOO /graphql'), 400],
  ['a preflight without an origin', request('OPTIONS /graphql'), 405],
  [
    'a preflight of another origin',
    request('OPTIONS /graphql', { headers: 'Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n' }),
    403,
  ],
  [
    'a preflight of an origin that is allowed',
    request('OPTIONS /graphql', { headers: 'Origin: http://app.example\r\nAccess-Control-Request-Method: POST\r\n' }),
    204,
  ],
  [
    'a WebSocket',
    request('GET /graphql', {
      headers: 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n',
    }),
    400,
  ],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['two lengths', request('POST /graphql', { headers: `${json}Transfer-Encoding: chunked\r\n`, text: body }), 400],
  ['a negative length', request('POST /graphql', { headers: `${json}Content-Length: -1\r\n` }), 400],
  ['a header in two lines', request('GET /livez', { headers: 'X: a\r\n b\r\n' }), 400],
  ['a request ID with a null character', request('GET /livez', { headers: 'X-Request-Id: a\0b\r\n' }), 400],
  [
    'a trailer that claims an identity',
    `${request('POST /graphql', { headers: `${json}Transfer-Encoding: chunked\r\nTrailer: Authorization\r\n` })}${body.length.toString(16)}\r\n${body}\r\n0\r\nAuthorization: Bearer x\r\n\r\n`,
    200,
  ],
  [
    'a header named like a prototype',
    request('POST /graphql', { headers: `${json}__proto__: x\r\nconstructor: x\r\n`, text: body }),
    200,
  ],
  [
    'a parameter named like a prototype',
    get({ __proto__x: 'x', query: '{ __typename }' }).replace('__proto__x', '__proto__'),
    200,
  ],
  [
    'variables with a prototype, by GET',
    get({ query: '{ __typename }', variables: '{"__proto__":{"polluted":1}}' }),
    200,
  ],
  [
    'an input with a prototype, by GET',
    get({
      query: timeline,
      variables: '{"key":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    }),
    400,
  ],
  [
    'extensions with a prototype, by GET',
    get({ query: '{ __typename }', extensions: '{"__proto__":{"persistedQuery":{"polluted":1}}}' }),
    200,
  ],
  [
    'aliases named like prototypes',
    post('{"query":"{ __proto__: currentAccount { constructor: id toString: accountId } }"}'),
    200,
  ],
  [
    'a fragment named like a method',
    post('{"query":"{ ...toString } fragment toString on Query { hasOwnProperty: __typename }"}'),
    200,
  ],
  [
    'an operation named like a prototype',
    post('{"query":"query __proto__ { __typename }","operationName":"__proto__"}'),
    200,
  ],
  [
    'a hash named like a prototype',
    post('{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"__proto__"}}}'),
    200,
  ],
  ['a document twice', request('GET /graphql?query={__typename}&query={__typename}'), 400],
  ['a document that is a number', post('{"query":1}'), 400],
  ['variables that are a list', post('{"query":"{ __typename }","variables":[]}'), 400],
  ['a body that is null', post('null'), 400],
  [
    'a number beyond all numbers',
    post('{"query":"query ($first: Int) { accounts(first: $first) { totalCount } }","variables":{"first":1e999}}'),
    400,
  ],
  ['a line break in a name', post('{"query":"query\\u2028{ __typename }"}'), 400],
])('answers %s', async (_what, bytes, status) => {
  const answer = await sendRaw(gateway.url, bytes);

  expect(answer.status).toBe(status);
  if (answer.body !== '') expect(Object.keys(JSON.parse(answer.body) as object)[0]).toMatch(/^(?:data|errors)$/);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it('answers each of the requests that a client sends without waiting', async () => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });

  socket.write(
    `${post(body)}${request('FOO /graphql')}`.replace('FOO', 'GET') + request('PUT /graphql', { text: body }),
  );
  await new Promise((resolve) => socket.once('close', resolve));

  expect(received.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400', 'HTTP/1.1 405']);
});

it.each([
  ['a path that there is not', '/nothing', 404],
  ['a path that takes no body', '/livez', 405],
])('refuses %s before its body arrives', async (_what, path, status) => {
  const answer = await sendRaw(
    gateway.url,
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${json}Content-Length: 90000\r\n\r\n[`,
  );

  expect([answer.status, answer.headers.connection]).toEqual([status, 'close']);
});

it('changes nothing upstream by any of them, logs no internal error, and only whole lines', () => {
  const lines = gateway.log.map((line) => JSON.parse(line) as { readonly msg?: string });

  expect(lines.filter(({ msg }) => msg === 'internal error')).toEqual([]);
  expect(gateway.upstreamCalls().filter((action) => !/^(?:Get|List)/.test(action))).toEqual([]);
});
