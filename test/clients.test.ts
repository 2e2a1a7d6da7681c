import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestGateway } from './support/startGateway';
import { startGateway } from './support/startGateway';

const root = join(__dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = readdirSync(join(root, 'docs')).filter((file) => /^CLIENTS(\.[\w-]+)?\.md$/.test(file));

/** The code blocks of a page that name their file in the first line, as `// docs/examples/…`. */
const quotesIn = (page: string) =>
  [...textOf(`docs/${page}`).matchAll(/```\w+\n(?:\/\/|#) (docs\/examples\/\S+)\n(.*?)```/gs)].map(
    ([, file = '', code = '']) => ({ file, code }),
  );

/** The documents of a page that stand before their answers. */
const examplesIn = (page: string) =>
  [...textOf(`docs/${page}`).matchAll(/```graphql\n((?:query|mutation) .*?)```\s+```json\n(.*?)```/gs)].map(
    ([, document = '', answer = '']) => ({ document, answer: JSON.parse(answer) as unknown }),
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
  [...textOf(`docs/${page}`).matchAll(/^\|([^|]*)\|([^|]*)\|/gm)].map(([, first = '', second = '']) => ({
    types: codeIn(first),
    fields: codeIn(second),
  }));

const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.stop());

describe.each(pages)('docs/%s', (page) => {
  it('quotes the examples as they are', () => {
    const quotes = quotesIn(page);

    expect(quotes.filter(({ file, code }) => !textOf(file).includes(code))).toEqual([]);
    for (const example of ['apollo-client', 'urql', 'relay'])
      expect(quotes.map(({ file }) => file).join()).toContain(`docs/examples/${example}/src/`);
  });

  it('quotes what docs/CLIENTS.md quotes', () => {
    expect(quotesIn(page)).toEqual(quotesIn('CLIENTS.md'));
    expect(examplesIn(page)).toEqual(examplesIn('CLIENTS.md'));
  });

  it('prints what its documents answer', async () => {
    const examples = examplesIn(page);

    expect(examples.length).toBeGreaterThan(0);
    for (const { document, answer } of examples)
      expect(comparable(await gateway.query(document))).toEqual(comparable(answer));
  });

  it('prints the cost of the document that it asks the cost of', async () => {
    const text = textOf(`docs/${page}`);
    const [, body = ''] = /x-cost-only.*?-d '(.*?)'/s.exec(text) ?? [];
    const [, printed = ''] = /x-cost-only: true' .*?```json\n(.*?)```/s.exec(text) ?? [];
    const { query } = JSON.parse(body) as { query: string };

    const { data, extensions } = await gateway.ask(query, {}, { 'x-cost-only': 'true' });

    expect({ data, extensions }).toEqual(JSON.parse(printed));
  });

  it('lists the natural keys of all entities', () => {
    const listed = naturalKeys.map(({ type }) => ({
      type,
      fields: rowsIn(page).find(({ types }) => types.includes(type))?.fields,
    }));

    expect(listed).toEqual(naturalKeys);
    expect(naturalKeys).not.toEqual([]);
  });

  it('links to files that exist', () => {
    const links = [...textOf(`docs/${page}`).matchAll(/\]\(([\w./-]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([]);
  });
});

describe('the package', () => {
  it('brings the schemas along, and no example', () => {
    const { files } = JSON.parse(textOf('package.json')) as { files: string[] };

    expect(files).toEqual(
      expect.arrayContaining(['schema/api.graphql', 'schema/schema.graphql', 'docs/', '!docs/examples/**']),
    );
  });
});
