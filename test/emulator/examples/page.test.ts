import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

it('The page of the emulator prints the example that a test runs', () => {
  const page = readFileSync(join(root, 'docs/EMULATOR.md'), 'utf8');
  const example = readFileSync(join(__dirname, 'memberNames.test.ts'), 'utf8');

  expect([...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code)).toContain(example);
});
