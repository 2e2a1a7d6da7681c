import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const page = readFileSync(join(root, 'docs/SECURITY-MODEL.md'), 'utf8');

/** The cells of each threat: number, threat, control, tests, what is left. */
const threats = page
  .split('\n')
  .filter((line) => /^\| T\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const testsIn = (text = ''): readonly string[] => [...text.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);

it('numbers its threats without a gap, those of the threat model among them', () => {
  expect(threats.map(([, number]) => number)).toEqual(threats.map((_, index) => `T${index + 1}`));
  expect(threats.length).toBeGreaterThanOrEqual(25);
});

it.each(threats.map((cells) => [cells[1], cells] as const))(
  'has a test for %s, or says that it is later work',
  (_, cells) => {
    const [, , threat, control, tests, left] = cells;

    expect([threat, control].every((cell) => cell !== undefined && cell !== '')).toBe(true);
    expect(testsIn(tests).length > 0 || /later work/i.test(left ?? '')).toBe(true);
  },
);

it('names only files that exist', () => {
  expect(testsIn(page).filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
