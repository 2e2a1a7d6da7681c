import { findProse } from '../../../src/tools/prose/findProse';
import { readDescriptions, readMarkdown, readTypeScript } from '../../../src/tools/prose/readPassages';

const lint = (text: string, kind: 'prose' | 'comment' = 'prose') =>
  findProse([{ file: 'page.md', line: 1, text, kind }]).map(({ line, found }) => `${line}: ${found}`);

const linesOf = (passages: readonly { readonly line: number; readonly text: string }[]) =>
  passages.map(({ line, text }) => `${line}: ${text}`);

it.each([
  'The name. Null where the upstream returns none.',
  'Null only where it cannot be read.',
  'The name; where it is\nempty, the ID.',
  'All members, save those of another folder.',
  'A dearer document is refused.',
  'The group tells its members.',
  'The client is told of it.',
  'The upstream was asked before.',
  'Values that are left out match.',
  'It has 16 digits as a rule.',
])('finds a word that our English avoids: %s', (text) => {
  expect(lint(text)).toHaveLength(1);
});

it('finds the same words in comments', () => {
  expect(lint('Null, where none is told, as a rule.', 'comment')).toEqual(['1: where', '1: as a rule', '1: is told']);
});

it('finds a condition at the start of a sentence', () => {
  expect(lint('All good. Where no account is named, the current one is read.')).toEqual(['1: Where']);
});

it.each([
  'The place where wire names become GraphQL names.',
  'The cursor says where the page ends.',
  'Where reading continues.',
  'Where does it stop, and why?',
  'Save the file.',
  'See tellers and teller machines.',
])('accepts words that only look like it: %s', (text) => {
  expect(lint(text)).toEqual([]);
});

it('finds sentences above 30 words, except in comments', () => {
  const long = `Short.\nA ${'word '.repeat(30).trim()}.`;

  expect(lint(`${'word '.repeat(30).trim()}.`)).toEqual([]);
  expect(lint(long)).toEqual(['2: A word word word word word …']);
  expect(lint(long, 'comment')).toEqual([]);
  expect(lint(`${'word '.repeat(30).trim()}。${'上游服务拒绝了请求'.repeat(20)}。`)).toEqual([]);
});

it('reads paragraphs, lists and tables of a page, but no code', () => {
  const page = [
    '# Title',
    '',
    'One line,',
    'with `code where it is` and a [link](https://example.com/where).',
    '',
    '```ts',
    'where',
    '```',
    '',
    '| a | b |',
    '| - | - |',
    '| cell | `where` |',
    '',
    '- item',
  ].join('\n');

  const passages = readMarkdown('page.md', page);

  expect(linesOf(passages)).toEqual([
    '1: Title',
    `3: One line,\nwith ${'x'.repeat(18)} and a link.`,
    '10: a',
    '10: b',
    '12: cell',
    `12: ${'x'.repeat(7)}`,
    '14: item',
  ]);
});

it('reads the descriptions of a schema, with the line where each begins', () => {
  const sdl =
    'type Query {\n  "One."\n  one: Int\n  """\n  Two,\n  and three.\n  """\n  two(a: String = "no"): Int\n}\n';

  expect(linesOf(readDescriptions('schema.graphql', sdl))).toEqual(['2: One.', '5: Two,\nand three.']);
});

it('reads the comments and the English messages of a TypeScript file', () => {
  const source = [
    '/** A type,',
    ' * explained. */',
    'export type A = string; // behind it',
    '// One',
    '// sentence.',
    'const url = "https://example.com";',
    'const message = { en: `Got ${url}.`, zh: "收到" };',
  ].join('\n');

  const passages = readTypeScript('a.ts', source).map(({ line, text, kind }) => [line, text.trim(), kind]);

  expect(passages).toEqual([
    [7, 'Got x.', 'prose'],
    [1, 'A type,\nexplained.', 'comment'],
    [3, 'behind it', 'comment'],
    [4, 'One\nsentence.', 'comment'],
  ]);
});

it('reads the titles of tests, and no other texts in them', () => {
  const source = [
    "describe('the list', () => {",
    "  it('is `null` if it is empty', () => {",
    "    expect(list, 'where').toBe('where');",
    '  });',
    "  it.each(['where'])(`has ${count} %s`, test);",
    "  if (/where/.test('where')) test.each('where');",
    '});',
  ].join('\n');

  expect(linesOf(readTypeScript('a.test.ts', source))).toEqual([
    '1: the list',
    '2: is xxxxxx if it is empty',
    '5: has x %s',
  ]);
});
