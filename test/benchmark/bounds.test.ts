import { boundsOf } from './bounds';
import type { Walk } from './walk';

const walk = (changes: Partial<Walk>): Walk => ({
  pages: 51,
  accounts: 5001,
  calls: 5000,
  earlyMs: 1000,
  lateMs: 1000,
  totalMs: 51_000,
  cpuMs: 10_000,
  heapBytes: 50_000_000,
  ...changes,
});
const small = walk({ accounts: 101, earlyMs: 10, lateMs: 30 });

it('holds a large directory to the heap of a small one, and its late pages to its early ones', () => {
  expect(boundsOf(small, walk({ heapBytes: 65_000_000, lateMs: 2000 }))).toEqual([
    {
      holds: true,
      sentence: 'ok  the heap in a directory of 5001 accounts to that of 101: 1.30×, at most 1.3× is allowed',
    },
    {
      holds: true,
      sentence: 'ok  the time of a late page to that of an early one, of 5001 accounts: 2.00×, at most 2× is allowed',
    },
  ]);
});

it.each([
  ['more heap', { heapBytes: 70_000_000 }, [false, true]],
  ['pages that grow slower', { lateMs: 2100 }, [true, false]],
  ['what was not measured', { heapBytes: NaN, lateMs: NaN }, [false, false]],
])('fails for %s, in a line that says what and by how much', (_, changes: Partial<Walk>, expected) => {
  const bounds = boundsOf(small, walk(changes));

  expect(bounds.map(({ holds }) => holds)).toEqual(expected);
  for (const { holds, sentence } of bounds) expect(sentence.startsWith('FAIL  ')).toBe(!holds);
});
