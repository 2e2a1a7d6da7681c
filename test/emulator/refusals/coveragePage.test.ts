import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coveragePage } from './coveragePage';

const page = join(__dirname, '../../../docs/EMULATOR-COVERAGE.md');

it('is what docs/EMULATOR-COVERAGE.md says; UPDATE_PAGES=1 npx jest test/emulator/refusals writes it', () => {
  const content = coveragePage();

  if (process.env.UPDATE_PAGES) writeFileSync(page, content);

  expect(readFileSync(page, 'utf8')).toBe(content);
});
