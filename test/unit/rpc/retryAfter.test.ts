import { retryAfterMs } from '../../../src/rpc/retryAfter';

it.each([
  [{ 'x-acs-retry-after': '2000' }, 2000],
  [{ 'x-acs-retry-after': '0' }, 0],
  [{ 'retry-after': '2' }, 2000],
  [{ 'x-acs-retry-after': '1500', 'retry-after': '7' }, 1500],
  [{ 'x-acs-retry-after': 'soon', 'retry-after': '7' }, 7000],
  [{ 'x-acs-retry-after': '3600000' }, 3_600_000],
  [{ 'x-acs-retry-after': '3600001' }, undefined],
  [{ 'x-acs-retry-after': '-5' }, undefined],
  [{ 'x-acs-retry-after': '1.5' }, undefined],
  [{ 'x-acs-retry-after': '' }, undefined],
  [{ 'x-acs-retry-after': '99999999999999999999' }, undefined],
  [{ 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
  [{}, undefined],
])('reads %j as %p', (headers, expected) => {
  expect(retryAfterMs(headers)).toBe(expected);
});
