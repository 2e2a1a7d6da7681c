import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matrixTable, pageRows } from '../graphql/errors/matrix/page';
import { rows } from '../graphql/errors/matrix/rows';
import { writeRows } from '../graphql/errors/matrix/writeRows';
import { invariants, invariantsTable } from '../ledger/invariants';
import { root } from '../support/transpiled';

const readTest = (file: string): string => readFileSync(join(root, 'test', file), 'utf8');

/** The cells of the table of docs/RELIABILITY.md behind a mark. */
const tableBehind = (mark: string): readonly (readonly string[])[] => {
  const [, behind = ''] = readFileSync(join(root, 'docs', 'RELIABILITY.md'), 'utf8').split(`<!-- ${mark} -->\n`);
  const [table = ''] = behind.trimStart().split('\n\n');
  return table
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter((cells) => !cells.every((cell) => /^-+$/.test(cell)));
};

describe('the fault matrix', () => {
  it('has each row once', () => {
    expect(pageRows.map(({ row }) => row)).toEqual(Array.from({ length: 49 }, (_, index) => index + 1));
  });

  it.each(pageRows)('plays row $row, as a read and as a mutation meet it', ({ row, read, write, tests = [] }) => {
    const isPlayed = tests.map((file) => readTest(file).includes(`row ${row},`));
    expect(isPlayed).not.toContain(false);
    const isInTables = [rows, writeRows].map((table) => table.some((each) => each.row === row));
    if (tests.length === 0) expect(isInTables).toEqual([read !== undefined, write !== undefined]);
  });

  it('is the table of the page', () => {
    expect(tableBehind('the fault matrix')).toEqual(matrixTable);
  });
});

describe('the invariants', () => {
  it.each(invariants)('$id is held by tests of these titles', ({ tests }) => {
    for (const [file, title] of tests) expect(readTest(file)).toContain(title);
  });

  it('are the table of the page', () => {
    expect(tableBehind('the invariants')).toEqual(invariantsTable);
  });
});
