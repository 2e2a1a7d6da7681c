import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '../..');

/** The text of a file, by its path from the root of the repository. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The files below a folder, without what npm and builds write there. */
export const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist', 'generated', '__generated__'].includes(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));

/** Every page of the documentation. */
export const pages = [...readdirSync(root), ...filesIn('docs')].filter((file) => file.endsWith('.md'));

/** The README in every language. */
export const readmes = pages.filter((page) => /^README(\.[\w-]+)?\.md$/.test(page));

/** A document of a page, and the answer that stands behind it. */
export interface Example {
  readonly name: string;
  readonly document: string;
  readonly answer: unknown;
}

/** The named documents of a page that stand before their answers. */
export const examplesIn = (page: string): Example[] =>
  [...textOf(page).matchAll(/```graphql\n((?:query|mutation) (\w+).*?)```\s+```json\n(.*?)```/gs)].map(
    ([, document = '', name = '', answer = '']) => ({ name, document, answer: JSON.parse(answer) as unknown }),
  );

/** The words in code marks of a text. */
export const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
