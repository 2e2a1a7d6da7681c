import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildSubgraph } from '../../src/buildSchema';
import { demoAccounts, seededRandom } from '../../src/emulator';
import { dressDocument } from '../support/dressDocument';
import { exploreWorld } from '../support/exploreWorld';
import { postJson } from '../support/postJson';
import { createRandomDocuments } from '../support/randomDocuments';
import { isSoak } from '../support/soak';
import type { GatewayOptions, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { sendRaw } from './rawHttp';

/*
 * Queries of documents that were validated before go past Fastify and Apollo Server. Two gateways, each with a separate emulator, get
 * the same requests in the same order; one of them has that way closed. `KNOWN_SEED` chooses other documents.
 */

const documentsEach = isSoak ? 400 : 20;
const seed = process.env.KNOWN_SEED ?? 'known documents';

interface Sent {
  readonly body: object;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: object;
  readonly body: unknown;
}

/** Headers that differ between two requests to one gateway. */
const own = new Set(['date', 'x-request-id', 'content-length', 'connection', 'keep-alive']);

const unpack = (bytes: Buffer, encoding: string | undefined): string => {
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  return (encoding === 'gzip' ? gunzipSync(bytes) : bytes).toString();
};

const post = async ({ url }: TestGateway, { body, headers }: Sent): Promise<Answer> => {
  const { status, headers: received, bytes } = await postJson(`${url}/graphql`, body, headers);
  const text = unpack(bytes, received['content-encoding']);
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(received)
        .filter(([name]) => !own.has(name))
        .map(([name, value]) => [name, name === 'retry-after' ? 'a number' : value]),
    ),
    body: JSON.parse(withoutOwn(text)) as unknown,
  };
};

/** So many lists in each other. */
const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** What two upstreams, or two moments, say in their own words. */
const withoutOwn = (text: string): string =>
  text
    .replace(/"retryAfterMs":\d+/g, '"retryAfterMs":0')
    .replace(/"oldestAgeMs":\d+/g, '"oldestAgeMs":0')
    .replace(/"requestId":"[^"]+"/g, '"requestId":""');

/** The log lines of requests, without what differs between two. */
const linesOf = ({ log }: TestGateway): object[] =>
  log
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'request')
    .map(({ requestId, durationMs, time, ...line }) => ({ ...line, bytes: typeof line.bytes }));

let shortened: TestGateway;
let whole: TestGateway;

const start = async (options: GatewayOptions): Promise<void> => {
  [shortened, whole] = await Promise.all([startGateway(options), startGateway({ ...options, answersKnown: false })]);
};

/** Sends a request as often to both, and compares the last answers and the lines of the log. */
const expectSame = async (sent: Sent, times = 2): Promise<Answer> => {
  for (let time = 1; time < times; time += 1) await Promise.all([post(shortened, sent), post(whole, sent)]);
  const [answer, other] = [await post(shortened, sent), await post(whole, sent)];
  expect({ sent, answer }).toEqual({ sent, answer: other });
  return answer;
};

describe('a query that was sent before', () => {
  beforeAll(() => start({ maxUpstreamCalls: 600, relayNodeFields: true }));
  afterAll(() => Promise.all([shortened.stop(), whole.stop()]));

  it('gets the answer that Apollo Server gives, whatever it selects', async () => {
    const { schema } = buildSubgraph({ relayNodeFields: true });
    const world = await exploreWorld(shortened, Object.values(demoAccounts));
    await exploreWorld(whole, Object.values(demoAccounts));
    const random = seededRandom(seed);
    const next = createRandomDocuments(schema, world, random, [1, 2, 3, 10, 100]);
    for (let index = 0; index < documentsEach; index += 1) {
      const { document: query, variables } = dressDocument(next(), random);
      await expectSame({ body: { query, variables }, headers: { 'cache-control': 'no-cache' } });
    }
    expect(linesOf(shortened)).toEqual(linesOf(whole));
  }, 120_000);

  it.each(['AccountsInFolder', 'RecentChanges', 'Enrollments', 'WhoAmI'])('gets the answer of %s', async (name) => {
    const folder = join(__dirname, '../../schema/operations');
    const query = readFileSync(join(folder, `${name}.graphql`), 'utf8');
    const variables =
      name === 'RecentChanges'
        ? (JSON.parse(readFileSync(join(folder, 'RecentChanges.json'), 'utf8')) as object)
        : { folderId: 'r-nope' };

    const { status } = await expectSame({ body: { query, variables, operationName: name } }, 3);

    expect(status).toBe(200);
  });

  const failing = `{ account(accountId: "1") { displayName } currentAccount { id } }`;
  const paged = 'query Page($first: Int!) { accounts(first: $first) { nodes { id } } }';
  const several = 'query A { __typename } query B { currentAccount { accountId } }';

  it.each<[string, Sent, number]>([
    ['errors', { body: { query: failing } }, 200],
    ['errors in Chinese', { body: { query: failing }, headers: { 'accept-language': 'zh-CN' } }, 200],
    ['a variable of a wrong type', { body: { query: paged, variables: { first: 'x' } } }, 400],
    ['a variable that is missing', { body: { query: paged } }, 400],
    ['variables that fit', { body: { query: paged, variables: { first: 2 } } }, 200],
    ['an operation that is named', { body: { query: several, operationName: 'B' } }, 200],
    ['no name where one is needed', { body: { query: several } }, 400],
    ['a name that the document lacks', { body: { query: several, operationName: 'C' } }, 400],
    ['only the cost', { body: { query: paged, variables: { first: 2 } }, headers: { 'x-cost-only': 'true' } }, 200],
    [
      'a mistake in the cost header',
      { body: { query: several, operationName: 'A' }, headers: { 'x-cost-only': '1' } },
      400,
    ],
    [
      'a number that lost digits',
      { body: { query: paged, variables: { first: 12345678901234567890n.toString() } } },
      400,
    ],
    ['another media type', { body: { query: failing }, headers: { accept: 'application/graphql-response+json' } }, 200],
    [
      'a media type by its weight',
      { body: { query: failing }, headers: { accept: 'text/html, application/json;q=0.5' } },
      200,
    ],
    ['a media type that is not offered', { body: { query: failing }, headers: { accept: 'text/csv' } }, 406],
    ['extensions', { body: { query: failing, extensions: { client: 'x' } } }, 200],
    ['variables that are a list', { body: { query: failing, variables: [] } }, 400],
    [
      'a skipped fragment',
      { body: { query: '{ ...A @skip(if: true) __typename } fragment A on Query { accounts { nodes { id } } }' } },
      200,
    ],
    ['a subscription', { body: { query: 'subscription { x }' } }, 400],
    ['a member that is none of GraphQL', { body: { query: failing, id: 1 } }, 200],
    ['a key that is forbidden', { body: { query: failing, variables: JSON.parse('{"__proto__":1}') as object } }, 400],
    ['variables that nest too deep', { body: { query: failing, variables: { deep: nested(30) } } }, 400],
    [
      'a page of the gateway itself',
      { body: { query: failing }, headers: { 'sec-fetch-site': 'same-origin', origin: 'https://x.example' } },
      200,
    ],
    ['a page of another origin', { body: { query: failing }, headers: { origin: 'https://x.example' } }, 403],
    ['another host', { body: { query: failing }, headers: { host: 'x.example' } }, 421],
    ['a compressed body', { body: { query: failing }, headers: { 'content-encoding': 'gzip' } }, 415],
    [
      'another charset',
      { body: { query: failing }, headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
    ],
    ['no JSON', { body: { query: failing }, headers: { 'content-type': 'text/plain' } }, 415],
    ['escaped text', { body: { query: paged, variables: { first: 1, other: '\u{1F600}\ud800' } } }, 200],
  ])('gets the answer to %s', async (_, sent, status) => {
    expect((await expectSame(sent, 3)).status).toBe(status);
  });

  const large = '{ accounts(first: 100) { nodes { id displayName folder { id name } } } }';

  it.each(['br', 'gzip', 'gzip, br', '*', 'br;q=0.5, gzip', 'deflate', 'identity'])(
    'gets a large answer compressed for %s',
    async (accepted) => {
      const sent = { body: { query: large }, headers: { 'accept-encoding': accepted } };

      const { headers } = await expectSame(sent, 2);

      const encoding = accepted === 'deflate' || accepted === 'identity' ? undefined : (expect.any(String) as string);
      expect((headers as Record<string, string>)['content-encoding']).toEqual(encoding);
    },
  );

  const bytes = '{"query":"{ __typename }"}';
  const head = (more: string) =>
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${more}\r\n\r\n`;

  it.each([
    ['as a whole', `${head(`content-length: ${bytes.length}`)}${bytes}`, 200],
    ['in chunks', `${head('transfer-encoding: chunked')}1a\r\n${bytes}\r\n0\r\n\r\n`, 200],
    [
      'with an address that has a query',
      `${head(`content-length: ${bytes.length}`).replace('/graphql', '/graphql?a=b')}${bytes}`,
      200,
    ],
    ['longer than a body may be', head('content-length: 1000000'), 413],
  ])('gets the same answer if its body comes %s', async (_, raw, status) => {
    await expectSame({ body: { query: '{ __typename }' } });

    const [answer, other] = [await sendRaw(shortened.url, raw), await sendRaw(whole.url, raw)];

    expect([answer.status, answer.body]).toEqual([status, other.body]);
  });

  it('is executed every time if it is a mutation', async () => {
    const query = 'mutation { stopConfigurationRecorder(input: {}) { outcome } }';

    const { body } = await expectSame({ body: { query } }, 2);

    expect(body).toMatchObject({ data: { stopConfigurationRecorder: { outcome: 'REJECTED' } } });
  });
});

describe('a query that was sent before, under limits', () => {
  it('is refused by the rate of upstream calls as the first one was', async () => {
    await start({ callers: { upstreamCallsPerMinute: 2 } });
    const sent = { body: { query: '{ currentAccount { displayName } resourceDirectory { id } }' } };

    expect((await expectSame(sent, 1)).status).toBe(200);
    expect((await expectSame(sent, 1)).status).toBe(429);

    await Promise.all([shortened.stop(), whole.stop()]);
  });

  it('keeps its answer below the limit of bytes', async () => {
    await start({ limits: { answerBytes: 700 } });

    const { body } = await expectSame({ body: { query: '{ accounts(first: 100) { nodes { id displayName } } }' } });

    expect(body).toMatchObject({ data: null, errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
    await Promise.all([shortened.stop(), whole.stop()]);
  });

  it('is refused if it costs too much', async () => {
    await start({ maxUpstreamCalls: 2 });
    const query = '{ accounts(first: 100) { nodes { configurationRecorder { status } } } }';

    const { status, body } = await expectSame({ body: { query } }, 3);

    expect([status, body]).toMatchObject([400, { errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] }]);
    await Promise.all([shortened.stop(), whole.stop()]);
  });
});
