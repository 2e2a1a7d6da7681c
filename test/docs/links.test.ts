import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesIn, pages, root, textOf } from './pages';

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

it('The table of contents has every page of docs', () => {
  const listed = linksOf('docs/README.md').map((link) => resolveLink('docs/README.md', link).path);
  const there = pages.filter((page) => /^docs\/[\w-]+\.md$/.test(page) && page !== 'docs/README.md');

  expect(there.filter((page) => !listed.includes(page))).toEqual([]);
});

it('The code names pages and headings that exist', () => {
  const files = ['src', 'schema', 'resolvers', '.ci'].flatMap(filesIn);
  const named = files.flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:docs\/[\w./-]+|README|ARCHITECTURE|CHANGELOG)\.md(?:#[\w-]+)?/g)].map(([link]) => ({
      file,
      ...resolveLink('README.md', link),
    })),
  );

  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(leadsNowhere)).toEqual([]);
});
