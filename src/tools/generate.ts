import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generatedFiles';

/** `npm run generate` writes every generated file that is committed; with `--check` it compares, and fails. */

const root = join(__dirname, '..', '..');

const stale = generatedFiles().filter(({ path, content }) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, 'utf8') !== content;
});

if (process.argv.includes('--check')) {
  for (const { path } of stale) process.stderr.write(`${path} is not what the code says: run npm run generate.\n`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const { path, content } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    process.stdout.write(`${path}\n`);
  }
}
