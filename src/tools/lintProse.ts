import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProse } from './prose/findProse';
import { readDescriptions, readMarkdown, readTypeScript } from './prose/readPassages';

/**
 * Checks the English of the schema's descriptions, messages, pages and comments: `npm run lint:prose`. Generated pages
 * are read as well, because they show the settings, the errors and the operations as people read them.
 */

const root = join(__dirname, '..', '..');

const filesIn = (folder: string, ending: string, isDeep: boolean): readonly string[] =>
  readdirSync(join(root, folder), { recursive: isDeep, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/(^|[\\/])(node_modules|generated)[\\/]/.test(name))
    .map((name) => join(folder, name))
    .sort();

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...filesIn('docs', '.md', false),
  ...filesIn('docs/examples', '.md', true),
].filter((page) => !page.endsWith('.zh-CN.md'));
const code = ['schema', 'resolvers', 'src', 'test'].flatMap((folder) => filesIn(folder, '.ts', true));

const findings = findProse([
  ...readDescriptions('schema/schema.graphql', read('schema/schema.graphql')),
  ...pages.flatMap((page) => readMarkdown(page, read(page))),
  ...code.flatMap((file) => readTypeScript(file, read(file))),
]);

for (const { file, line, found, instead } of findings) {
  process.stderr.write(`${file}:${line}: "${found.replace(/\s+/g, ' ')}": write ${instead}.\n`);
}
if (findings.length > 0) {
  process.stderr.write(`${findings.length} places to rewrite.\n`);
  process.exitCode = 1;
}
