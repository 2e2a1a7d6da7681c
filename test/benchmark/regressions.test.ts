import type { Summary } from './comparison/summary';
import { regressionsOf } from './regressions';

const spread = (median: number) => ({ median, low: median, high: median });
const summary = (server: string, scenario: string, cpu: number): Summary => ({
  scenario,
  server,
  throughput: spread(1),
  cpu: spread(cpu),
  requestsPerSecond: spread(1),
  cpuMicros: spread(1),
  p50Ms: spread(1),
  p99Ms: spread(1),
  callsPerRequest: 1,
  restLoad: 0.5,
  memoryBytes: 1,
  startMs: 900,
  calm: { p50Ms: 1, p99Ms: 2 },
});
const recorded = [summary('this gateway', 'B1', 0.4), summary('this gateway', 'B5', 0.2), summary('Yoga', 'B1', 0.9)];

it('reports a gateway that takes much more CPU time than it did, in each scenario in which it does', () => {
  const now = [summary('this gateway', 'B1', 0.6), summary('this gateway', 'B5', 0.21), summary('Yoga', 'B1', 2)];

  expect(regressionsOf(now, recorded)).toEqual([
    'B1: a request takes 0.60× the CPU time of the baseline, but took 0.40× when docs/PERFORMANCE.md was written.',
  ]);
});

it('has nothing to compare a scenario with that was never recorded', () => {
  expect(regressionsOf([summary('this gateway', 'B2', 9)], recorded)).toEqual([]);
});

it('reports a time that was not measured', () => {
  expect(regressionsOf([summary('this gateway', 'B1', NaN)], recorded)).toHaveLength(1);
});
