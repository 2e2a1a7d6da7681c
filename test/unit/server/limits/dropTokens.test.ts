import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, Location } from 'graphql';
import { buildSchema, parse, validate, visit } from 'graphql';
import { dropTokens } from '../../../../src/server/limits/dropTokens';
import { documentLimits } from '../../../../src/server/plugins/documentLimits';
import { defaultLimits } from '../../../../src/settings';

const source = `query Q($id: [ID!] = ["1"]) @a(of: { list: [{ b: $id }] }) {
  one: field(id: $id) @skip(if: false) { ...F ... on T { zz } }
}
fragment F on T { zzz(a: 1) }`;

const locationsIn = (text: string, drop: boolean): readonly (Location | undefined)[] => {
  const document = parse(text);
  if (drop) dropTokens(document);
  const found = [document.loc];
  visit(document, {
    enter: ({ loc }) => {
      found.push(loc);
    },
  });
  return found;
};

it('leaves no token in a document, and every position', () => {
  const before = locationsIn(source, false);
  const after = locationsIn(source, true);

  expect(after.length).toBeGreaterThan(30);
  expect(before.every((loc) => loc?.startToken !== undefined)).toBe(true);
  expect(after.filter((loc) => loc?.startToken !== undefined || loc?.endToken !== undefined)).toEqual([]);
  expect(after.map((loc) => [loc?.start, loc?.end])).toEqual(before.map((loc) => [loc?.start, loc?.end]));
});

it('changes nothing of what validation reports', () => {
  const schema = buildSchema('type Query { field(id: [ID!]): T } type T { a: String }');
  const document = parse(source);
  const before = validate(schema, document).map(String);

  dropTokens(document);

  expect(before.length).toBeGreaterThan(2);
  expect(validate(schema, document).map(String)).toEqual(before);
});

it('is done to each document that Apollo Server has parsed, before it is validated', async () => {
  const documents: DocumentNode[] = [];
  const server = new ApolloServer({
    typeDefs: 'type Query { a: String }',
    plugins: [
      documentLimits(defaultLimits).plugin as ApolloServerPlugin,
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document }) => {
            documents.push(document);
          },
        }),
      },
    ],
  });

  await server.executeOperation({ query: '{ a }' });
  await server.stop();

  expect(documents.map(({ loc, definitions }) => [loc?.startToken, definitions[0]?.loc?.endToken])).toEqual([
    [undefined, undefined],
  ]);
});
