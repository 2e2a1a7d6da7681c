import { demoAccounts } from '../../src/emulator';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

beforeEach(() => {
  gateway.emulator.calls.clear();
});

afterAll(async () => {
  await gateway.stop();
});

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** Sends JSON as it is written here: no number of it has been through a double. */
const post = async (query: string, variables = '{}', headers: Record<string, string> = {}) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  return { status: response.status, answer: (await response.json()) as Answer };
};

const get = async (query: string, variables = '{}') => {
  const url = new URL(`${gateway.url}/graphql`);
  url.search = new URLSearchParams({ query, variables }).toString();
  const response = await fetch(url, { headers: { 'apollo-require-preflight': 'true' } });
  return { status: response.status, answer: (await response.json()) as Answer };
};

const account = 'query Of($accountId: ID!) { account(accountId: $accountId) { accountId } }';

const refusalOf = (field: string, literal: string) => ({
  status: 400,
  answer: {
    errors: [
      {
        message: `${field} must be a number that JSON can represent exactly, but got ${literal}. Send it as a string.`,
        extensions: { code: 'BAD_USER_INPUT', retryable: false, field: field.split('.') },
      },
    ],
  },
});

const dry = `mutation Enroll($config: JSON) {
  enrollAccount(
    input: { accountId: "${demoAccounts.paymentsTest}", baselineItems: [{ name: "ACS-BP_ACCOUNT_FACTORY_VPC", config: $config }], dryRun: true }
  ) { outcome errors { message } }
}`;

describe('a number that a double cannot hold', () => {
  it.each([
    ['an ID', account, '{"accountId":12345678901234567}', 'variables.accountId', '12345678901234567'],
    [
      'one of several IDs',
      'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      '{"ids":["a",-9007199254740993]}',
      'variables.ids.1',
      '-9007199254740993',
    ],
    [
      'an argument of type Int',
      'query A($first: Int) { accounts(first: $first) { nodes { accountId } } }',
      '{"first":100000000000000001}',
      'variables.first',
      '100000000000000001',
    ],
    ['an integer inside JSON', dry, '{"config":{"a":[9007199254740993]}}', 'variables.config.a.0', '9007199254740993'],
    ['a number beyond all doubles', dry, '{"config":1e400}', 'variables.config', '1e400'],
    ['a number too close to zero', dry, '{"config":-1E-400}', 'variables.config', '-1E-400'],
    [
      'a fraction with more digits than a double has',
      dry,
      '{"config":0.12345678901234567891}',
      'variables.config',
      '0.12345678901234567891',
    ],
    [
      'a variable that nobody reads',
      '{ __typename }',
      '{"unused":12345678901234567}',
      'variables.unused',
      '12345678901234567',
    ],
    [
      'a fraction in a representation',
      'query E($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
      '{"of":[{"__typename":"Account","accountId":1.00000000000000001}]}',
      'variables.of.0.accountId',
      '1.00000000000000001',
    ],
  ])('is refused in a variable, by POST and GET alike: %s', async (_, query, variables, field, literal) => {
    expect(await post(query, variables)).toMatchObject(refusalOf(field, literal));
    if (!query.startsWith('mutation')) expect(await get(query, variables)).toMatchObject(refusalOf(field, literal));
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('is refused in extensions', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }","extensions":{"trace":12345678901234567}}',
    });

    expect({ status: response.status, answer: (await response.json()) as Answer }).toMatchObject(
      refusalOf('extensions.trace', '12345678901234567'),
    );
  });

  it.each([
    [
      'inside JSON',
      dry.replace('$config }', '{ size: [1, 9007199254740993] } }').replace('($config: JSON)', ''),
      'input.baselineItems.0.config.size.1',
      '9007199254740993',
    ],
    ['as a default', dry.replace('$config: JSON', '$config: JSON = 1e400'), 'config', '1e400'],
    [
      'in a representation',
      '{ _entities(representations: [{ __typename: "Account", accountId: 12345678901234567 }]) { __typename } }',
      'representations.0.accountId',
      '12345678901234567',
    ],
  ])('is refused in the document %s', async (_, document, field, literal) => {
    expect(await post(document)).toMatchObject(refusalOf(field, literal));
  });

  it('is refused in Chinese, too', async () => {
    const { answer } = await post(account, '{"accountId":12345678901234567}', { 'accept-language': 'zh' });

    expect(answer.errors?.[0]?.message).toBe(
      'variables.accountId 应为 JSON 能够精确传递的数字，但收到 12345678901234567：请以字符串传递。',
    );
  });

  it('is repeated in the message only so far', async () => {
    const { answer } = await post(account, `{"accountId":${'9'.repeat(5000)}}`);

    expect(answer.errors?.[0]?.message).toContain(`but got ${'9'.repeat(59)}…. Send it`);
  });
});

describe('a number that is carried exactly', () => {
  it('passes as an ID in a variable, and with all its digits in the document', async () => {
    const { answer } = await post(account, `{"accountId":${demoAccounts.management}}`);
    const literal = await post('{ account(accountId: 12345678901234567) { accountId } }');

    expect(answer.data).toEqual({ account: { accountId: demoAccounts.management } });
    expect(literal.answer.data).toEqual({ account: null });
  });

  it.each(['9007199254740991', '0.1', '1e3', '-1.5', '"12345678901234567"', '"1e400"'])(
    'passes inside JSON: %s',
    async (config) => {
      const { answer } = await post(dry, `{"config":{"value":${config}}}`);

      expect(answer.data).toEqual({ enrollAccount: { outcome: 'VALIDATED', errors: [] } });
    },
  );

  it('passes as a string that looks like one, with escapes and colons around it', async () => {
    const { status } = await post('query Q($s: ID!) { node(id: $s) { id } }', '{"s":"\\": 12345678901234567, [1e400"}');

    expect(status).toBe(200);
  });
});
