import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { underVersion } from '../support/cloudConfigVersion';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { examplesIn, readmes, root, textOf } from './pages';

const page = 'docs/QUERIES.md';

/** A cursor of a timeline carries what Cloud Config 2019-01-08 has counted: under that version it is another text. */
const comparable = (answer: unknown): unknown =>
  underVersion({
    '2019-01-08': JSON.parse(JSON.stringify(answer), (name, value: unknown) =>
      name === 'endCursor' ? null : value,
    ) as unknown,
    '2020-09-07': answer,
  });

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ world: 'demo' });
});

afterAll(() => gateway.stop());

describe.each([page, ...readmes])('%s', (file) => {
  it.each(examplesIn(file))('prints what $name answers', async ({ document, answer }) => {
    expect(comparable(await gateway.query(document))).toEqual(comparable(answer));
  });
});

it('prints the documents of schema/operations, which the explorers open', () => {
  const folder = 'schema/operations';
  const documents = readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => print(parse(textOf(join(folder, file)))));

  expect(examplesIn(page).map(({ document }) => print(parse(document)))).toEqual(expect.arrayContaining(documents));
});

it('prints only documents that are valid, also those without an answer', async () => {
  const documents = [...textOf(page).matchAll(/```graphql\n(.*?)```/gs)].map(([, document = '']) => document);
  const inline = [...textOf(page).matchAll(/`(\{ .*? \})`/g)].map(([, document = '']) => document);

  const invalid: string[] = [];
  for (const document of [...documents, ...inline]) {
    const { errors = [] } = await gateway.ask(document, {}, { 'x-cost-only': 'true' });
    if (errors.length > 0) invalid.push(document);
  }

  expect(invalid).toEqual([]);
  expect(inline).not.toEqual([]);
});
