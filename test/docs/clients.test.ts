import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { codeIn, examplesIn, root, textOf } from './pages';

const pages = readdirSync(join(root, 'docs'))
  .filter((file) => /^CLIENTS(\.[\w-]+)?\.md$/.test(file))
  .map((file) => `docs/${file}`);

/** The code blocks of a page that name their file in the first line, as `// docs/examples/…`. */
const quotesIn = (page: string) =>
  [...textOf(page).matchAll(/```\w+\n(?:\/\/|#) (docs\/examples\/\S+)\n(.*?)```/gs)].map(
    ([, file = '', code = '']) => ({ file, code }),
  );

/** An answer without what differs from run to run. */
const comparable = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (name, value: unknown) =>
      name === 'requestId' ? '…' : name === 'locations' ? undefined : value,
    ),
  );

/** Every entity with its natural key, as routers read it. */
const naturalKeys = [...textOf('schema/schema.graphql').matchAll(/^type (\w+) .*?@key\(fields: "([^"]+)"\)/gm)].map(
  ([, type = '', fields = '']) => ({ type, fields: fields.split(' ') }),
);

/** The words in code marks of the first two cells of each table row. */
const rowsIn = (page: string) =>
  [...textOf(page).matchAll(/^\|([^|]*)\|([^|]*)\|/gm)].map(([, first = '', second = '']) => ({
    types: codeIn(first),
    fields: codeIn(second),
  }));

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.stop());

describe.each(pages)('%s', (page) => {
  it('quotes the examples as they are', () => {
    const quotes = quotesIn(page);

    expect(quotes.filter(({ file, code }) => !textOf(file).includes(code))).toEqual([]);
    for (const example of ['apollo-client', 'urql', 'relay'])
      expect(quotes.map(({ file }) => file).join()).toContain(`docs/examples/${example}/src/`);
  });

  it('quotes what docs/CLIENTS.md quotes', () => {
    expect(quotesIn(page)).toEqual(quotesIn('docs/CLIENTS.md'));
    expect(examplesIn(page)).toEqual(examplesIn('docs/CLIENTS.md'));
  });

  it('prints what its documents answer', async () => {
    const examples = examplesIn(page);

    expect(examples.length).toBeGreaterThan(0);
    for (const { document, answer } of examples)
      expect(comparable(await gateway.query(document))).toEqual(comparable(answer));
  });

  it('prints the cost of the document that it asks the cost of', async () => {
    const text = textOf(page);
    const [, body = ''] = /x-cost-only.*?-d '(.*?)'/s.exec(text) ?? [];
    const [, printed = ''] = /x-cost-only: true' .*?```json\n(.*?)```/s.exec(text) ?? [];
    const { query } = JSON.parse(body) as { query: string };

    const { data, extensions } = await gateway.ask(query, {}, { 'x-cost-only': 'true' });

    expect({ data, extensions }).toEqual(JSON.parse(printed));
  });
});

it.each([...pages, 'docs/FEDERATION.md'])('%s lists the natural keys of all entities', (page) => {
  const listed = naturalKeys.map(({ type }) => ({
    type,
    fields: rowsIn(page).find(({ types }) => types.includes(type))?.fields,
  }));

  expect(listed).toEqual(naturalKeys);
  expect(naturalKeys).not.toEqual([]);
});

describe('the package', () => {
  it('brings the schemas along, and no example', () => {
    const { files } = JSON.parse(textOf('package.json')) as { files: string[] };

    expect(files).toEqual(
      expect.arrayContaining(['schema/api.graphql', 'schema/schema.graphql', 'docs/', '!docs/examples/**']),
    );
  });
});
