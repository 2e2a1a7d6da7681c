import { compareMicro } from './compareMicro';

it('prints medians, with their ratios to earlier ones', () => {
  const { lines, slower } = compareMicro({ signing: 10 }, { signing: 12, parsing: 100 });

  expect(lines).toEqual(['      12.0 µs  1.20×  signing', '     100.0 µs         parsing']);
  expect(slower).toEqual([]);
});

it.each([
  [{ signing: 16 }, ['signing takes 1.60× as long as before']],
  [{ signing: NaN }, ['signing takes NaN× as long as before']],
  [{ hashing: 1 }, ['signing was measured before, and is not any more']],
])('fails for %j after { signing: 10 }', (now, expected) => {
  expect(compareMicro({ signing: 10 }, now as Readonly<Record<string, number>>).slower).toEqual(expected);
});
