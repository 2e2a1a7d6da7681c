import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import type { Server } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { developmentExposure } from '../../src/settings';
import { emulatorUpstream } from '../../src/upstream';
import type { GraphQLAnswer } from '../support/startGateway';
import { noCost } from '../support/startGateway';

/** A detail that must reach the log, and nobody outside. */
const detail = 'cannot open /etc/gateway/clock.sock';

class ClockBroken extends Error {
  override readonly name = 'ClockBroken';
}

const broken = new ClockBroken(detail);
let failure: Error;
let emulator: Emulator;
let server: Server;
let log: string[];

beforeAll(async () => {
  emulator = await startEmulator({ quotas: false });
  const upstream = emulatorUpstream({ url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' });
  server = await startServer({
    upstream: {
      ...upstream,
      now: () => {
        throw failure;
      },
    },
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    host: '127.0.0.1',
    port: 0,
    mutations: true,
    relayNodeFields: true,
    cloudConfigVersion: '2019-01-08',
    maxUpstreamCalls: 600,
    exposure: developmentExposure,
  });
});

beforeEach(() => {
  failure = broken;
  log = [];
});

afterAll(async () => {
  await server.stop();
  await emulator.close();
});

const ask = async (query: string, variables: object = {}, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { text, answer: JSON.parse(text) as GraphQLAnswer<unknown> };
};

/** Without a range, a timeline ends at the upstream's present time, and here that clock is broken. */
const timeline = (name: string) => `${name}: configurationTimeline(
  resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "${name}" }
) { nodes { capturedAt } }`;

const internalErrors = () =>
  log
    .map((line) => JSON.parse(line) as { msg: string; error?: { name: string; message: string; stack: string } })
    .filter(({ msg }) => msg === 'internal error');

describe('a mistake of our own', () => {
  it.each([
    ['en', 'The gateway failed. The error was logged.'],
    ['zh-CN', '网关内部错误，已记录日志。'],
  ])('is reported without a detail in the language %s', async (language, message) => {
    const { answer } = await ask(`{ ${timeline('one')} }`, {}, { 'accept-language': language });

    expect(answer).toEqual({
      data: { one: null },
      errors: [
        {
          message,
          locations: [{ line: 1, column: 3 }],
          path: ['one'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', retryable: false },
        },
      ],
      extensions: { cost: { ...noCost, estimatedCalls: 4 } },
    });
  });

  it.each(['BAD_USER_INPUT', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED', 'PERSISTED_QUERY_NOT_FOUND'])(
    'is reported without a detail, and is logged, if a resolver throws an error of GraphQL with the code %s',
    async (code) => {
      failure = new GraphQLError(detail, { extensions: { code, detail } });

      const { text, answer } = await ask(`{ ${timeline('one')} }`);

      expect(answer.errors).toMatchObject([{ path: ['one'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
      expect(text).not.toContain(detail);
      expect(internalErrors()).toMatchObject([{ error: { name: 'GraphQLError', message: detail } }]);
    },
  );

  it('is logged with its stack, once however many fields it breaks', async () => {
    const { answer } = await ask(`query Broken { ${timeline('one')} ${timeline('two')} ${timeline('three')} }`);

    expect(answer.errors).toHaveLength(3);
    const [logged, ...more] = internalErrors();
    expect(more).toEqual([]);
    expect(logged).toMatchObject({
      operationName: 'Broken',
      path: ['one'],
      error: { name: 'ClockBroken', message: detail, stack: expect.stringContaining(__filename) as string },
    });
  });

  it('leaves no class name, path or stack in the answer', async () => {
    const { text } = await ask(`{ ${timeline('one')} }`, {}, { 'apollo-federation-include-trace': 'ftv1' });
    const { extensions } = JSON.parse(text) as { extensions: { ftv1: string } };

    const seen = text + Buffer.from(extensions.ftv1, 'base64').toString('latin1');
    expect(seen).toContain('<masked>');
    expect(seen).not.toMatch(/ClockBroken|clock\.sock|stacktrace|\.ts|node_modules|\bat /);
  });
});

describe('a mistake of the client', () => {
  it.each([
    ['a document that cannot be parsed', '{ currentAccount {', {}, 'Syntax Error: Expected Name, found <EOF>.'],
    ['an unknown field', '{ nothing }', {}, 'Cannot query field "nothing" on type "Query".'],
    [
      'a variable of the wrong type',
      'query ($first: Int!) { __typename @include(if: true) x: configurationTimeline(first: $first, resource: { region: "a", resourceType: "ACS::A::B", resourceId: "c" }) { totalCount } }',
      { first: 'ten' },
      'Variable "$first" got invalid value "ten"; Int cannot represent non-integer value: "ten". Expected a whole number of 32 bits.',
    ],
    [
      'a literal of the wrong type',
      '{ node(id: { a: 1 }) { id } }',
      {},
      'ID cannot represent a non-string and non-integer value: {a: 1}. Expected a string.',
    ],
    [
      'an argument out of range',
      `{ configurationTimeline(first: 0, resource: { region: "a", resourceType: "ACS::A::B", resourceId: "c" }) { totalCount } }`,
      {},
      'first must be 1 to 100, but got 0.',
    ],
  ])('keeps its text and is not logged as ours: %s', async (_what, query, variables, message) => {
    const { answer } = await ask(query, variables);

    expect(answer.errors?.map((error) => error.message)).toEqual([message]);
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty('stacktrace');
    expect(internalErrors()).toEqual([]);
  });
});
