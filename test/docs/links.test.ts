import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { codeIn, filesIn, pages, root, textOf } from './pages';

/** A page without its code: no link and no heading is in there. */
const proseOf = (page: string) => textOf(page).replace(/^ *```.*?^ *```/gms, '');

/** The anchors that GitHub gives to the headings of a page. */
const anchorsOf = (page: string): Set<string> => {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#+ (.*)$/gm)) {
    const shown = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
    const slug = shown
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let anchor = slug;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${slug}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
};

/** Where a relative link leads, from a page: a path from the root, and an anchor. */
const resolveLink = (page: string, link: string) => {
  const [path = '', anchor] = link.split('#');
  return { path: path === '' ? page : normalize(join(dirname(page), decodeURI(path))), anchor };
};

const leadsNowhere = ({ path, anchor }: { path: string; anchor?: string }) =>
  !existsSync(join(root, path)) || (anchor !== undefined && !anchorsOf(path).has(decodeURIComponent(anchor)));

const linksOf = (page: string) =>
  [
    ...proseOf(page)
      .replace(/`[^`]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g),
  ]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link));

describe.each(pages)('%s', (page) => {
  it('links to files and headings that exist', () => {
    expect(linksOf(page).filter((link) => leadsNowhere(resolveLink(page, link)))).toEqual([]);
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
    .flatMap((page) => codeIn(proseOf(page)).map((path) => ({ page, path })))
    .filter(({ path }) => /^(src|test|schema|resolvers|docs|\.ci)\/[\w./-]+$/.test(path));

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});

it('The table of contents has every page of docs', () => {
  const listed = linksOf('docs/README.md').map((link) => resolveLink('docs/README.md', link).path);
  const there = pages.filter((page) => /^docs\/[\w-]+\.md$/.test(page) && page !== 'docs/README.md');

  expect(there.filter((page) => !listed.includes(page))).toEqual([]);
});

const codeFiles = ['src', 'schema', 'resolvers', '.ci'].flatMap(filesIn);

it('The code names headings by their anchors, which can be checked', () => {
  expect(codeFiles.filter((file) => /[”"] in [\w./-]+\.md/.test(textOf(file)))).toEqual([]);
});

it('The code names pages and headings that exist', () => {
  const named = codeFiles.flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:docs\/[\w./-]+|README|ARCHITECTURE|CHANGELOG)\.md(?:#[\w-]+)?/g)].map(([link]) => ({
      file,
      ...resolveLink('README.md', link),
    })),
  );

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(leadsNowhere)).toEqual([]);
});
