import type { Contest, Round } from './compare';
import { baseline } from './servers';
import { spreadOf } from './spread';
import { problemsOf, summarize } from './summary';

const round = (requestsPerSecond: number, cpuMicros: number): Round => ({
  requestsPerSecond,
  cpuMicros,
  p50Ms: 1,
  p99Ms: 2,
  callsPerRequest: 1,
  restLoad: 0.5,
});
const contest = (server: string, changes: Partial<Contest>): Contest => ({
  scenario: 'B1',
  server,
  rounds: [],
  memoryBytes: 1,
  startMs: 900,
  calm: { p50Ms: 1, p99Ms: 2 },
  badSignatures: 0,
  refusedCalls: 0,
  mismatches: 0,
  failures: 0,
  differences: [],
  ...changes,
});

it.each([
  [[3, 1, 2], { median: 2, low: 1, high: 3 }],
  [[4, 1, 2, 3], { median: 2.5, low: 1, high: 4 }],
  [[], { median: NaN, low: NaN, high: NaN }],
])('the median of %j, with its spread', (values, expected) => {
  expect(spreadOf(values)).toEqual(expected);
});

it('compares each round with the round of the baseline beside it, so that a slow minute counts for both', () => {
  const [, other] = summarize([
    contest(baseline, { rounds: [round(100, 1000), round(10, 1000), round(100, 1000)] }),
    contest('other', { rounds: [round(200, 500), round(20, 500), round(200, 250)] }),
  ]);

  expect(other?.throughput).toEqual({ median: 2, low: 2, high: 2 });
  expect(other?.cpu).toEqual({ median: 0.5, low: 0.25, high: 0.5 });
});

it('compares with the baseline of the same scenario', () => {
  const summaries = summarize([
    contest(baseline, { rounds: [round(100, 1000)] }),
    contest(baseline, { scenario: 'B5', rounds: [round(10, 9000)] }),
    contest('other', { scenario: 'B5', rounds: [round(20, 3000)] }),
  ]);

  expect(summaries[2]?.throughput.median).toBe(2);
});

it('has no problem with servers that answered everything rightly', () => {
  expect(problemsOf([contest(baseline, {}), contest('other', {})])).toEqual([]);
});

it.each([
  [{ badSignatures: 1 }, 'B1, other: 1 bad signatures'],
  [{ refusedCalls: 2 }, 'B1, other: 2 calls that the upstream refused'],
  [
    { mismatches: 3, differences: ['data.a: 1 instead of 2'] },
    'B1, other: 3 other answers than the baseline’s (data.a: 1 instead of 2)',
  ],
  [{ failures: 4 }, 'B1, other: 4 failed requests'],
  [{ failures: NaN }, 'B1, other: NaN failed requests'],
])('does not accept a run with %j', (changes: Partial<Contest>, problem) => {
  expect(problemsOf([contest(baseline, {}), contest('other', changes)])).toEqual([problem]);
});
