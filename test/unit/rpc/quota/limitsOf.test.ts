import { DescribeConfigurationRecorder, EnrollAccount, GetFolder, ListAccounts } from '../../../../src/operations';
import type { Operation } from '../../../../src/operations/operation';
import { limitsOf } from '../../../../src/rpc/quota/limitsOf';

const usual = { sharePercent: 80, replicas: 1, unknownReadsPerMinute: 300, unknownWritesPerMinute: 60 };
const ofADay: Operation = { ...EnrollAccount, quota: { calls: 10, windowSeconds: 86_400 } };

it.each([
  ['300 a minute', DescribeConfigurationRecorder, {}, { windowMs: 60_000, calls: 240, atOnce: 150, counted: 300 }],
  ['20 a second', ListAccounts, {}, { windowMs: 1000, calls: 16, atOnce: 10, counted: 20 }],
  ['an unknown quota of a read', GetFolder, {}, { windowMs: 60_000, calls: 240, atOnce: 150, counted: 300 }],
  ['an unknown quota of a write', EnrollAccount, {}, { windowMs: 60_000, calls: 48, atOnce: 30, counted: 60 }],
  ['the whole quota', ListAccounts, { sharePercent: 100 }, { windowMs: 1000, calls: 20, atOnce: 10, counted: 20 }],
  ['a small share', ListAccounts, { sharePercent: 30 }, { windowMs: 1000, calls: 6, atOnce: 6, counted: 20 }],
  ['three replicas', ListAccounts, { replicas: 3 }, { windowMs: 1000, calls: 5, atOnce: 3, counted: 6 }],
  ['a thin share', ListAccounts, { replicas: 32 }, { windowMs: 2000, calls: 1, atOnce: 1, counted: 1 }],
  ['10 a day', ofADay, {}, { windowMs: 86_400_000, calls: 8, atOnce: 8, counted: 10 }],
])('makes limits of %s', (_name, operation, share, limits) => {
  expect(limitsOf(operation, { ...usual, ...share })).toEqual(limits);
});
