import fc from 'fast-check';
import { demoAccounts } from '../../src/emulator';
import { runs } from '../support/soak';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterEach(() => {
  gateway.emulator.faults.clear();
});

afterAll(async () => {
  await gateway.stop();
});

/** An escape of half a surrogate pair that is no part of an escaped backslash. */
const halfPair =
  /(?<!\\)(?:\\\\)*\\u(?:d[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2}\\u)d[c-f][0-9a-f]{2})/i;

const post = async (body: string): Promise<string> => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
    body,
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  expect(text).not.toMatch(halfPair);
  expect(response.headers.get('content-length')).toBe(String(bytes.length));
  return text;
};

it('ends a name that the upstream cut inside an emoji in U+FFFD', async () => {
  gateway.emulator.faults.add({ kind: 'cutNames' });

  const answer = await gateway.query<{ account: { displayName: string } }>(
    `{ account(accountId: "${demoAccounts.marketing}") { displayName } }`,
  );

  expect(answer).toEqual({ data: { account: { displayName: 'Marketing Site\ufffd' } } });
});

it('has none but well-formed names in lists, timelines and configurations that an upstream cut', async () => {
  gateway.emulator.faults.add({ kind: 'cutNames' });
  const resource = JSON.stringify(demoResources.bucket).replaceAll(/"(\w+)":/g, '$1:');

  const text = await post(
    JSON.stringify({
      query: `{
        accounts(first: 5) { nodes { displayName } }
        accountEnrollments(first: 5) { nodes { displayName } }
        configurationTimeline(resource: ${resource}) { nodes { resourceName } }
        currentAccount { resources(first: 3) { nodes { id resourceName configuration rawConfiguration } } }
      }`,
    }),
  );

  expect(text).toContain('\ufffd"');
  expect(JSON.parse(text)).not.toHaveProperty('errors');
});

it.each([
  ['cut in a message', 'query Q($v: ID!) { node(id: $v) { id } }', { v: `${'x'.repeat(56)}😀😀` }],
  [
    'cut in a message about a list',
    'query Q($v: [_Any!]!) { _entities(representations: $v) { __typename } }',
    { v: [[`${'x'.repeat(55)}😀😀😀`]] },
  ],
  ['cut in half by the client', 'query Q($v: ID!) { node(id: $v) { id } }', { v: 'x\ud83d' }],
  ['that stands alone in a cursor', 'query Q($v: String!) { accounts(after: $v) { nodes { id } } }', { v: '\ude00' }],
  [
    'cut in half as an enum',
    'query Q($v: AccountStatus!) { accounts(filter: { status: $v }) { nodes { id } } }',
    { v: '\ud83d' },
  ],
  [
    'cut in half as a key',
    'query Q($v: [_Any!]!) { _entities(representations: $v) { __typename } }',
    { v: [{ __typename: '\ud83d', '\ude00': 1 }] },
  ],
])('never returns half a character %s', async (_, query, variables) => {
  const text = await post(JSON.stringify({ query, variables }));

  expect(text).toContain('"errors"');
});

it('never returns half a character of a document that cannot be parsed or validated', async () => {
  await post(JSON.stringify({ query: '{ a\ud83d }' }));
  await post(JSON.stringify({ query: '{ node(id: "\ud83d", nope: "\ude00") { id } }' }));
  await post(JSON.stringify({ query: '{ __typename }', operationName: '\ud83d' }));
});

it('leaves whole characters and written-out escapes alone', async () => {
  const text = await post(
    JSON.stringify({ query: 'query Q($v: ID!) { node(id: $v) { id } }', variables: { v: '😀\\ud83d' } }),
  );

  expect((JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message).toContain(
    JSON.stringify('😀\\ud83d'),
  );
});

it('answers any text of a client in well-formed Unicode', async () => {
  const texts = fc.string({
    unit: fc.constantFrom('x', '"', '\\', '\ud83d', '\ude00', '😀', 'é', '\u0000'),
    maxLength: 90,
  });
  const document =
    'query Q($id: ID!, $of: [_Any!]!) { node(id: $id) { id } _entities(representations: $of) { __typename } }';

  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const id = Buffer.from(JSON.stringify(['CloudResource', '1', text, text, text])).toString('base64url');
      await post(JSON.stringify({ query: document, variables: { id, of: [text, { [text]: text }] } }));
    }),
    runs(100),
  );
});
