import { parseHttpDate, readRetryHint } from '../../../src/rpc/retryAfter';

const date = 'Wed, 21 Oct 2026 07:28:00 GMT';

it.each([
  [{ 'x-acs-retry-after': '2000' }, 2000],
  [{ 'x-acs-retry-after': '0' }, 0],
  [{ 'retry-after': '2' }, 2000],
  [{ 'x-acs-retry-after': '1500', 'retry-after': '7' }, 1500],
  [{ 'x-acs-retry-after': 'soon', 'retry-after': '7' }, 7000],
  [{ 'x-acs-retry-after': '7200000' }, 7_200_000],
  [{ 'x-acs-retry-after': '2147483647' }, 2_147_483_647],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date }, 30_000],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT', date }, 0],
])('reads %j as %d milliseconds', (headers, expected) => {
  expect(readRetryHint(headers)).toEqual({ retryAfterMs: expected });
});

it.each([
  { 'x-acs-retry-after': '-5' },
  { 'x-acs-retry-after': '1.5' },
  { 'x-acs-retry-after': '' },
  { 'x-acs-retry-after': '2147483648' },
  { 'x-acs-retry-after': '99999999999999999999' },
  { 'retry-after': 'tomorrow', date },
  // Without the date of the response, nobody knows how long that is.
  { 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' },
])('cannot read %j', (headers) => {
  expect(readRetryHint(headers)).toBe('UNREADABLE');
});

it('finds no hint if there is none', () => {
  expect(readRetryHint({ date })).toBeUndefined();
});

it.each([
  ['Wed, 21 Oct 2026 07:28:00 GMT', Date.UTC(2026, 9, 21, 7, 28)],
  ['2026-10-21T07:28:00Z', undefined],
  ['Wed, 99 Oct 2026 07:28:00 GMT', undefined],
  [undefined, undefined],
])('reads the date %s as %p', (text, expected) => {
  expect(parseHttpDate(text)).toBe(expected);
});
