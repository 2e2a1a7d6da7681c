import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import MarkdownIt from 'markdown-it';
import { filesIn, pages, root, textOf } from './pages';

interface Parsed {
  /** The anchors that GitHub gives to the headings. */
  readonly anchors: ReadonlySet<string>;
  /** The targets of relative links and pictures. */
  readonly links: readonly string[];
  /** The words in code marks. */
  readonly code: readonly string[];
  /** Lines of text that were meant as rows of a table: people see their bars. */
  readonly strayRows: readonly string[];
}

const parsePage = (page: string): Parsed => {
  const anchors = new Set<string>();
  const links: string[] = [];
  const code: string[] = [];
  const strayRows: string[] = [];
  let isHeading = false;
  for (const { type, children, content } of new MarkdownIt().parse(textOf(page), {})) {
    if (type === 'inline') {
      strayRows.push(...content.split('\n').filter((line) => line.startsWith('|')));
      const parts = children ?? [];
      if (isHeading) anchors.add(anchorOf(parts.map(({ content }) => content).join(''), anchors));
      links.push(...parts.map((part) => String(part.attrGet('href') ?? part.attrGet('src') ?? '')));
      code.push(...parts.filter((part) => part.type === 'code_inline').map(({ content }) => content));
    }
    isHeading = type === 'heading_open';
  }
  return { anchors, links: links.filter((link) => link !== '' && !/^[a-z]+:/.test(link)), code, strayRows };
};

/** The anchor of a heading, as GitHub makes it: a number sets it apart from those before it. */
const anchorOf = (heading: string, taken: ReadonlySet<string>): string => {
  const slug = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
  let anchor = slug;
  for (let count = 1; taken.has(anchor); count += 1) anchor = `${slug}-${count}`;
  return anchor;
};

const parsed = new Map(pages.map((page) => [page, parsePage(page)]));
const linksOf = (page: string) => parsed.get(page)?.links ?? [];

/** Where a relative link leads, from a page: a path from the root, and an anchor. */
const resolveLink = (page: string, link: string) => {
  const [path = '', anchor] = decodeURI(link).split('#');
  return { path: path === '' ? page : normalize(join(dirname(page), path)), anchor };
};

const leadsNowhere = ({ path, anchor }: { path: string; anchor?: string }) =>
  !existsSync(join(root, path)) || (anchor !== undefined && !parsed.get(path)?.anchors.has(anchor));

describe.each(pages)('%s', (page) => {
  it('links to files and headings that exist', () => {
    expect(linksOf(page).filter((link) => leadsNowhere(resolveLink(page, link)))).toEqual([]);
  });

  it('has every row of a table in the table', () => {
    expect(parsed.get(page)?.strayRows).toEqual([]);
  });

  it('calls npm scripts that exist', () => {
    const called = [...textOf(page).matchAll(/npm run (?:-s )?([\w:-]+)(?: --prefix (\S+))?/g)];
    const scriptsOf = (folder: string): object =>
      existsSync(join(root, folder, 'package.json'))
        ? (JSON.parse(textOf(join(folder, 'package.json'))) as { scripts: object }).scripts
        : {};

    const unknown = called.filter(
      ([, script = '', folder]) =>
        ![folder ?? '.', dirname(page)].some((place) => Object.hasOwn(scriptsOf(place), script)),
    );
    expect(unknown.map(([command]) => command)).toEqual([]);
  });
});

it('The pages name files that exist', () => {
  // ADRs are frozen: they may name what is gone.
  const named = pages
    .filter((page) => !page.startsWith('docs/adr/'))
    .flatMap((page) => (parsed.get(page)?.code ?? []).map((path) => ({ page, path })))
    .filter(({ path }) => /^(src|test|schema|resolvers|docs|\.ci)\/[\w./-]+$/.test(path));

  expect(named.length).toBeGreaterThan(10);
  // An example has a package of its own: its pages name files of that.
  const exists = ({ page, path }: { page: string; path: string }) =>
    [root, join(root, dirname(page))].some((folder) => existsSync(join(folder, path)));
  expect(named.filter((each) => !exists(each))).toEqual([]);
});

it('Each decision has a number that no other has, in its name and its title', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/adr/')).sort();
  const numbered = decisions.map(
    (page, index) => [page, String(index + 1).padStart(4, '0'), `# ${index + 1}. `] as const,
  );

  expect(numbered.length).toBeGreaterThan(20);
  expect(
    numbered.filter(
      ([page, number, title]) => !page.startsWith(`docs/adr/${number}-`) || !textOf(page).startsWith(title),
    ),
  ).toEqual([]);
});

it('The table of contents has every page of docs', () => {
  const listed = linksOf('docs/README.md').map((link) => resolveLink('docs/README.md', link).path);
  const there = pages.filter((page) => /^docs\/[\w-]+\.md$/.test(page) && page !== 'docs/README.md');

  expect(there.length).toBeGreaterThan(10);
  expect(there.filter((page) => !listed.includes(page))).toEqual([]);
});

describe('The code', () => {
  const files = ['src', 'schema', 'resolvers', '.ci'].flatMap(filesIn);

  it('names headings by their anchors, which can be checked', () => {
    expect(files.filter((file) => /[”"] in [\w./-]+\.md/.test(textOf(file)))).toEqual([]);
  });

  it('names pages and headings that exist', () => {
    const named = files.flatMap((file) =>
      [...textOf(file).matchAll(/\b(?:docs\/[\w./-]+|README|ARCHITECTURE|CHANGELOG)\.md(?:#[\w-]+)?/g)].map(
        ([link]) => ({ file, ...resolveLink('README.md', link) }),
      ),
    );

    expect(named.length).toBeGreaterThan(10);
    expect(named.filter(leadsNowhere)).toEqual([]);
  });
});
