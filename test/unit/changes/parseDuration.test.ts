import fc from 'fast-check';
import { momentBefore, parseDuration } from '../../../src/changes/parseDuration';

const before = (end: string, duration: string): string => {
  const parsed = parseDuration(duration);
  if (parsed === undefined) throw new Error(`${duration} is no duration.`);
  return new Date(momentBefore(Date.parse(end), parsed)).toISOString();
};

it.each([
  ['2026-06-30T08:00:00Z', 'P7D', '2026-06-23T08:00:00.000Z'],
  ['2026-06-30T08:00:00Z', 'P1W', '2026-06-23T08:00:00.000Z'],
  ['2026-06-30T08:00:00Z', 'PT12H', '2026-06-29T20:00:00.000Z'],
  ['2026-06-30T08:00:00Z', 'PT36H', '2026-06-28T20:00:00.000Z'],
  ['2026-06-30T08:00:00Z', 'PT90M', '2026-06-30T06:30:00.000Z'],
  ['2026-06-30T08:00:00Z', 'PT1.5S', '2026-06-30T07:59:58.500Z'],
  ['2026-06-30T08:00:00Z', 'PT0,5H', '2026-06-30T07:30:00.000Z'],
  ['2026-06-30T08:00:00Z', 'P1M', '2026-05-30T08:00:00.000Z'],
  ['2026-03-31T08:00:00Z', 'P1M', '2026-02-28T08:00:00.000Z'],
  ['2024-02-29T08:00:00Z', 'P1Y', '2023-02-28T08:00:00.000Z'],
  ['2026-01-31T08:00:00Z', 'P2M', '2025-11-30T08:00:00.000Z'],
  ['2026-06-30T08:00:00Z', 'P1Y2M3DT4H5M6S', '2025-04-27T03:54:54.000Z'],
  ['2026-06-30T08:00:00Z', 'P9999Y', '1970-01-01T00:00:00.000Z'],
])('before %s by %s is %s', (end, duration, expected) => {
  expect(before(end, duration)).toBe(expected);
});

it.each([
  '',
  'P',
  'PT',
  'P7DT',
  '7D',
  'P7',
  'p7d',
  'P-7D',
  '-P7D',
  ' P7D',
  'P7D ',
  'xP7D',
  'P7Dx',
  'P0D',
  'PT0S',
  'P7D\n',
  '7 days',
])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

it('has no moment if no date is so long ago', () => {
  expect(momentBefore(0, { years: 9e9, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 })).toBeNaN();
});

it('takes any text without a failure', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const duration = parseDuration(text);
      return duration === undefined || Object.values(duration).every((part) => part >= 0);
    }),
  );
});

it('lies the whole duration back, in days and parts of days', () => {
  const end = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(end, fc.nat(4000), fc.nat(100), fc.nat(100), (to, days, hours, minutes) => {
      const duration = parseDuration(`P${days}DT${hours}H${minutes}M`);
      if (duration === undefined) return days + hours + minutes === 0;
      return momentBefore(to, duration) === Math.max(0, to - ((days * 24 + hours) * 60 + minutes) * 60_000);
    }),
  );
});
