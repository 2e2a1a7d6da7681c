import { productionExposure } from '../../src/settings';
import type { GraphQLAnswer, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/*
 * The checks of graphql-cop, each sent as that tool sends it. A gateway with the settings of production fails none. What only
 * development shows is found there, so that a check that finds nothing is known to look.
 */

let production: TestGateway;
let development: TestGateway;
beforeAll(async () => {
  production = await startGateway({ exposure: productionExposure });
  development = await startGateway();
});
afterAll(() => Promise.all([production.stop(), development.stop()]));

interface Reply extends GraphQLAnswer<Record<string, unknown>> {
  readonly status: number;
  readonly text: string;
}

interface Request {
  readonly path?: string;
  readonly init: RequestInit;
}

interface Check extends Request {
  /** Whether the gateway has the weakness. */
  readonly finds: (reply: Reply) => boolean;
  /** The whole answer of production. */
  readonly expected: { readonly status: number; readonly message: RegExp };
}

const json = { 'content-type': 'application/json' };

const post = (query: string): RequestInit => ({ method: 'POST', headers: json, body: JSON.stringify({ query }) });

const search = (query: string): string => `/graphql?${String(new URLSearchParams({ query }))}`;

const html: RequestInit = { headers: { accept: 'text/html' } };

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const answers = ({ data }: Reply): boolean => data !== undefined && data !== null;

const csrf = /^This operation has been blocked as a potential Cross-Site Request Forgery/;
const noIntrospection = /^GraphQL introspection has been disabled/;

const deep = (levels: number): string => (levels === 0 ? 'name' : `name fields { name type { ${deep(levels - 1)} } }`);

const checks: Readonly<Record<string, Check>> = {
  'alias overloading': {
    init: post(`query cop { ${times(101, (index) => `alias${index}: __typename`)} }`),
    finds: answers,
    expected: { status: 400, message: /^The document must have at most 60 aliases, .* but has 101\./ },
  },
  'array-based queries': {
    init: {
      method: 'POST',
      headers: json,
      body: JSON.stringify(Array(10).fill({ query: 'query cop { __typename }' })),
    },
    finds: ({ text }) => text.startsWith('['),
    expected: {
      status: 400,
      message: /^The request body must be one JSON object with a query, but got a list of 10\./,
    },
  },
  'directive overloading': {
    init: post(`query cop { __typename ${'@aa'.repeat(50)} }`),
    finds: ({ errors = [] }) => errors.length > 5,
    expected: { status: 400, message: /^The document must have at most 20 directives, but has 50\./ },
  },
  'field duplication': {
    init: post(`query cop { ${times(500, () => '__typename')} }`),
    finds: answers,
    expected: { status: 400, message: /root fields/ },
  },
  'circular introspection': {
    init: post(`query cop { __schema { types { ${deep(3)} } } }`),
    finds: answers,
    expected: { status: 400, message: /^Maximum introspection depth exceeded$/ },
  },
  introspection: {
    init: post('query cop { __schema { types { name fields { name } } } }'),
    finds: answers,
    expected: { status: 400, message: noIntrospection },
  },
  'field suggestions': {
    init: post('query cop { __schema { directive } currentAccout }'),
    finds: ({ text }) => text.includes('Did you mean'),
    expected: { status: 400, message: noIntrospection },
  },
  'queries by GET': {
    path: search('query cop { __typename }'),
    init: {},
    finds: answers,
    expected: { status: 400, message: csrf },
  },
  'mutations by GET': {
    path: search('mutation cop { __typename }'),
    init: {},
    finds: answers,
    expected: { status: 400, message: csrf },
  },
  'mutations by GET that no browser sends across origins': {
    path: search('mutation cop { __typename }'),
    init: { headers: json },
    finds: answers,
    expected: { status: 405, message: /^GET requests only support query operations, not mutation operations$/ },
  },
  'url-encoded bodies': {
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams({ query: 'query cop { __typename }' })),
    },
    finds: answers,
    expected: { status: 415, message: /^The content type must be application\/json/ },
  },
  'bodies in plain text': {
    init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' },
    finds: answers,
    expected: { status: 415, message: /^The content type must be application\/json/ },
  },
  'an IDE: GraphiQL': {
    path: '/graphiql',
    init: html,
    finds: ({ text }) => /graphiql/i.test(text),
    expected: { status: 404, message: /^There is nothing here: send GraphQL as POST to \/graphql\.$/ },
  },
  'an IDE: the Sandbox': {
    path: '/graphql',
    init: html,
    finds: ({ text }) => /sandbox/i.test(text),
    expected: { status: 400, message: csrf },
  },
  'an IDE: the page at /': {
    path: '/',
    init: { ...html, redirect: 'manual' },
    finds: ({ status }) => status < 400,
    expected: { status: 404, message: /^There is nothing here: send GraphQL as POST to \/graphql\.$/ },
  },
  'unhandled errors': {
    init: post('qwerty cop { abc }'),
    finds: ({ text }) => /exception|stacktrace|node_modules|at \w+ \(/.test(text),
    expected: { status: 400, message: /^Syntax Error: Unexpected Name "qwerty"\.$/ },
  },
};

const send = async (gateway: TestGateway, { path = '/graphql', init }: Request): Promise<Reply> => {
  const response = await fetch(`${gateway.url}${path}`, init);
  const text = await response.text();
  const answer = text.startsWith('{') ? (JSON.parse(text) as GraphQLAnswer<Record<string, unknown>>) : {};
  return { ...answer, status: response.status, text };
};

it.each(Object.entries(checks))('in production there is nothing for the check of %s to find', async (_, check) => {
  const reply = await send(production, check);

  expect(check.finds(reply)).toBe(false);
  expect(reply.status).toBe(check.expected.status);
  expect(reply.errors?.[0]?.message).toMatch(check.expected.message);
  expect(production.emulator.calls.all()).toEqual([]);
});

it('no answer has a trace, even if the request asks for one in the ways of Apollo Tracing', async () => {
  const tracing = { ...json, 'x-apollo-tracing': '1', 'x-enable-tracing': 'true' };
  const { text } = await send(production, { init: { ...post('query cop { __typename }'), headers: tracing } });

  expect(JSON.parse(text)).toEqual({
    data: { __typename: 'Query' },
    extensions: { cost: expect.any(Object) as object },
  });
});

it.each(['introspection', 'field suggestions', 'an IDE: GraphiQL', 'an IDE: the Sandbox', 'an IDE: the page at /'])(
  'development has what the check of %s finds',
  async (name) => {
    const check = checks[name];
    if (check === undefined) throw new Error(`There is no check ${name}.`);

    expect(check.finds(await send(development, check))).toBe(true);
  },
);
