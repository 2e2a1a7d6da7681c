import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GraphQLObjectType } from 'graphql';
import { buildSchema, getNamedType, isObjectType } from 'graphql';
import { resolvers } from '../resolvers';
import { costsOf } from '../schema/costs';
import { buildSubgraph } from '../src/buildSchema';

/*
 * Rows of the recipe in ARCHITECTURE.md that nothing else notices if they are forgotten. Each message names the file to
 * edit.
 */

const root = join(__dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

const { schema } = buildSubgraph({ relayNodeFields: true });
const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('_'),
);
const fields = types
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ ...field, owner: type.name })))
  .filter(({ name }) => !name.startsWith('_'));

it('registers every resolver class', () => {
  const files = filesIn('resolvers', 'Resolver.ts');
  const registered = resolvers.map(({ name }) => name);

  const forgotten = files.filter((file) => !registered.includes(basename(file, '.ts')));

  expect(files.length).toBeGreaterThan(10);
  expect(forgotten.map((file) => `resolvers/index.ts lacks the class of ${file}`)).toEqual([]);
});

it('keeps every resolver class in a file of its name', () => {
  const declared = filesIn('resolvers', '.ts').flatMap((file) =>
    [...textOf(file).matchAll(/^@Resolver\([^)]*\)?[^]*?^export class (\w+)/gm)].map(([, name = '']) => [file, name]),
  );

  expect(declared.map(([, name]) => name).sort()).toEqual(resolvers.map(({ name }) => name).sort());
  expect(declared.filter(([file = '', name]) => basename(file, '.ts') !== name)).toEqual([]);
});

it('declares the cost of every page', () => {
  const free = fields.filter((field) => getNamedType(field.type).name.endsWith('Connection') && !costsOf(field));

  expect(free.map(({ owner, name }) => `${owner}.${name} has no @Costs at its resolver`)).toEqual([]);
});

it('selects every field in a test', () => {
  const tests = filesIn('test/graphql', '.ts').map(textOf).join('\n');

  const untested = fields.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(tests));

  expect(untested.map(({ owner, name }) => `${owner}.${name} is in no test under test/graphql`)).toEqual([]);
});

it('announces every field that a released type gains', () => {
  const released = buildSchema(textOf('schema/released.graphql'), { assumeValidSDL: true });
  const [, news = ''] = textOf('CHANGELOG.md').split(/^## /m);
  const isReleased = (owner: string, name?: string): boolean => {
    const type = released.getType(owner);
    return isObjectType(type) && (name === undefined || Object.hasOwn(type.getFields(), name));
  };

  const gained = fields.filter(({ owner, name }) => isReleased(owner) && !isReleased(owner, name));
  const unannounced = gained.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(news));

  expect(unannounced.map(({ owner, name }) => `${owner}.${name} is not in CHANGELOG.md`)).toEqual([]);
});
