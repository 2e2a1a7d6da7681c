import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatorCoveragePage } from '../../../src/tools/emulatorCoverage';

const root = join(__dirname, '../../..');

it('The page of the emulator prints the example that a test runs', () => {
  const page = readFileSync(join(root, 'docs/EMULATOR.md'), 'utf8');
  const example = readFileSync(join(__dirname, 'memberNames.test.ts'), 'utf8');

  expect([...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code)).toContain(example);
});

it('The page of what is covered is the one that the code makes', () => {
  const { path, content } = emulatorCoveragePage();

  expect(readFileSync(join(root, path), 'utf8')).toBe(content);
});
