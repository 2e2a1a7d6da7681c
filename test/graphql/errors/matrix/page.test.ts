import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../support/transpiled';
import { matrixTable, pageRows } from './page';
import { rows } from './rows';
import { writeRows } from './writeRows';

const page = join(root, 'docs', 'RELIABILITY.md');

it('has each row once', () => {
  expect(pageRows.map(({ row }) => row)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
});

it.each(pageRows)('plays row $row, as a read and as a mutation meet it', ({ row, read, write, tests = [] }) => {
  const isPlayed = tests.map((file) => readFileSync(join(root, 'test', file), 'utf8').includes(`row ${row},`));

  expect(isPlayed).not.toContain(false);
  const isInTables = [rows, writeRows].map((table) => table.some((each) => each.row === row));
  if (tests.length === 0) expect(isInTables).toEqual([read !== undefined, write !== undefined]);
});

it('is the table in docs/RELIABILITY.md', () => {
  const [, table = ''] = readFileSync(page, 'utf8').split('<!-- the fault matrix -->\n');
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  const cells = lines.map((line) => line.split('|').slice(1, -1)).map((line) => line.map((cell) => cell.trim()));

  expect(cells.filter(([first = '']) => !/^-+$/.test(first))).toEqual(matrixTable);
});
