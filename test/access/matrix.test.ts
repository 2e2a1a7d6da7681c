import { isObjectType } from 'graphql';
import { nodes, references } from '../../resolvers/references';
import { toGlobalId } from '../../schema/relay/globalId';
import { buildSubgraph } from '../../src/buildSchema';
import { demoAccounts } from '../../src/emulator';
import { isSoak } from '../support/soak';
import type { AnswerWithCost, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { withoutMoments } from '../support/withoutMoments';
import type { FieldDocument } from './everyField';
import { everyField, roots, subject } from './everyField';
import { bearer, confusedToken, token, tokenDoor, unsecuredToken } from './tokens';

/*
 * Every field of every type, by everyone who may or may not read it. Documents are made from the schema: a new field is
 * tried as soon as it exists, and a new root field fails until test/access/everyField.ts says what it is about.
 */

const { schema } = buildSubgraph({ relayNodeFields: true });
const documents = everyField(schema);

const everyScope = 'governance:read governance:actors governance:recorder governance:directory governance:enroll';
const all = { scope: everyScope, accounts: '*' };
const stranger = demoAccounts.overseasRetail;

let open: TestGateway;
/** Reads everything anew, so that its calls show what it read. */
let guarded: TestGateway;
/** Remembers what it read. */
let remembering: TestGateway;
beforeAll(async () => {
  const cacheMaxBytes = 10_000_000;
  open = await startGateway({ cacheMaxBytes });
  guarded = await startGateway({ door: await tokenDoor() });
  remembering = await startGateway({ door: await tokenDoor(), cacheMaxBytes });
});
afterAll(() => Promise.all([open.stop(), guarded.stop(), remembering.stop()]));

const ask = (gateway: TestGateway, { document }: FieldDocument, headers: Record<string, string> = {}) =>
  gateway.ask(document, {}, headers);

/** What a gateway without authentication answers to each document. Both tests that compare with it share it. */
const openAnswers = new Map<string, Promise<AnswerWithCost>>();
const askOpen = (one: FieldDocument): Promise<AnswerWithCost> => {
  const answer = openAnswers.get(one.document) ?? ask(open, one);
  openAnswers.set(one.document, answer);
  return answer;
};

/** Global IDs name accounts, too. */
const decoded = (text: string): string =>
  text.replace(/[\w-]{24,}/g, (id) => `${id} ${Buffer.from(id, 'base64url').toString('utf8')}`);

const otherAccounts = Object.values(demoAccounts).filter((accountId) => accountId !== stranger);

/** The accounts that appear in an answer, except one. */
const accountsIn = (data: unknown): string[] => {
  const text = decoded(JSON.stringify(data ?? null));
  return otherAccounts.filter((accountId) => text.includes(accountId));
};

const codesIn = ({ errors = [] }: AnswerWithCost): unknown[] => [
  ...new Set(errors.map(({ extensions }) => extensions?.code)),
];

it('covers every field of the schema', () => {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));

  expect(new Set(documents.map(({ coordinate }) => coordinate))).toEqual(new Set(fields));
  expect(documents.length).toBeGreaterThan(250);
});

it('refuses requests without a valid identity, whatever they ask for', async () => {
  const strangers = {
    anonymous: {},
    'another scheme': { authorization: 'Basic YWxpY2U6c2VjcmV0' },
    'another audience': bearer(await token({ audience: 'another-service', claims: all })),
    'another issuer': bearer(await token({ issuer: 'https://issuer.example/realms/other', claims: all })),
    expired: bearer(await token({ expiresIn: -31, claims: all })),
    'no signature': bearer(unsecuredToken(all)),
    'public key as a secret': bearer(await confusedToken(all)),
    'another key': bearer(await token({ isForeign: true, claims: all })),
    'no subject': bearer(await token({ claims: { ...all, sub: undefined } })),
  };
  const named = Object.entries(strangers);
  for (const [index, [name, headers]] of named.entries()) {
    // `npm test` deals the documents out to the strangers.
    const sent = documents.filter((_, place) => isSoak || place % named.length === index);
    await Promise.all(
      sent.map(async (one) => {
        const { status, data, errors } = await ask(guarded, one, headers);

        expect({
          name,
          of: one.coordinate,
          status,
          data,
          codes: errors?.map(({ extensions }) => extensions?.code),
        }).toEqual({
          name,
          of: one.coordinate,
          status: 401,
          data: undefined,
          codes: ['UNAUTHENTICATED'],
        });
      }),
    );
  }
  expect(guarded.emulator.calls.all()).toEqual([]);
});

it('refuses tokens without the scope that a root field needs, and calls nothing for them', async () => {
  const headers = bearer(await token({ claims: { accounts: '*', scope: 'openid profile governance' } }));
  const before = guarded.upstreamCalls().length;
  for (const one of documents.filter(({ about }) => about !== 'public')) {
    const answer = await ask(guarded, one, headers);

    expect([one.coordinate, codesIn(answer), accountsIn(answer.data)]).toEqual([one.coordinate, ['FORBIDDEN'], []]);
  }
  expect(guarded.upstreamCalls()).toHaveLength(before);
});

it('shows nothing of other accounts, in no field and by no way, and calls nothing for them', async () => {
  const headers = bearer(await token({ claims: { scope: everyScope, accounts: [stranger] } }));
  await guarded.query('{ accounts { nodes { accountId } } }', {}, headers);
  for (const one of documents) {
    const before = guarded.emulator.calls.total;
    const { data, ...answer } = await ask(guarded, one, headers);

    expect([one.coordinate, one.document, accountsIn(data)]).toEqual([one.coordinate, one.document, []]);
    if (one.about === 'subject' || one.about === 'own') {
      expect([one.coordinate, codesIn({ ...answer, data })]).toEqual([one.coordinate, ['FORBIDDEN']]);
      expect(
        Object.values(data ?? {})
          .flat()
          .filter((value) => value !== null),
      ).toEqual([]);
      // Which account that is has to be read first.
      if (one.root !== 'currentAccount') {
        expect([one.coordinate, guarded.emulator.calls.total]).toEqual([one.coordinate, before]);
      }
    }
  }
});

it('answers those who may do everything as a gateway without authentication does', async () => {
  const headers = bearer(await token({ claims: all }));
  // What is about one account is in the next test, too.
  const sent = documents.filter(({ about }, place) => isSoak || about !== 'subject' || place % 4 === 0);
  for (const one of sent) {
    const [expected, answer] = [await askOpen(one), await ask(remembering, one, headers)];

    expect([one.coordinate, withoutMoments(answer.data), codesIn(answer)]).toEqual([
      one.coordinate,
      withoutMoments(expected.data),
      codesIn(expected),
    ]);
    expect(codesIn(answer)).not.toContain('UNAUTHENTICATED');
  }
});

it('answers those who may see one account all that is about it alone', async () => {
  const headers = bearer(await token({ claims: { scope: everyScope, accounts: [subject] } }));
  let answered = 0;
  for (const one of documents.filter(({ about }) => about === 'subject')) {
    const [expected, answer] = [await askOpen(one), await ask(remembering, one, headers)];
    if (accountsIn(expected.data).some((accountId) => accountId !== subject)) continue;

    expect([one.coordinate, answer.data]).toEqual([one.coordinate, expected.data]);
    answered += 1;
  }
  expect(answered).toBeGreaterThan(100);
});

it.each(Object.keys(nodes))(
  'shows a %s of another account neither by its key nor by its global ID',
  async (typeName) => {
    const headers = bearer(await token({ claims: { scope: everyScope, accounts: [stranger] } }));
    const { keyFields = [] } = nodes[typeName] ?? {};
    const key = keyFields.map((name) => (name === 'accountId' ? subject : 'x'));
    const representation = {
      __typename: typeName,
      ...Object.fromEntries(keyFields.map((name, index) => [name, key[index]])),
    };
    const answer = await guarded.ask(
      `query ($id: ID!, $of: [_Any!]!) { node(id: $id) { id } nodes(ids: [$id]) { id } _entities(representations: $of) { __typename } }`,
      { id: toGlobalId(typeName, ...key), of: typeName in references ? [representation] : [] },
      headers,
    );

    const isOfAccount = keyFields.includes('accountId');
    expect(answer.data).toEqual({ node: null, nodes: [null], _entities: typeName in references ? [null] : [] });
    if (isOfAccount) expect(codesIn(answer)).toEqual(['FORBIDDEN']);
    else expect(codesIn(answer)).not.toContain('FORBIDDEN');
  },
);

it('has a row for each root field, and none for others', () => {
  const names = documents
    .filter(({ coordinate }) => /^(Query|Mutation)\./.test(coordinate))
    .map(({ coordinate }) => coordinate);

  expect(Object.keys(roots).sort()).toEqual([...new Set(names)].sort());
});
