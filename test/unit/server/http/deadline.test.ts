import { deadlineOf } from '../../../../src/server/http/deadline';

it.each([
  [{}, 25_000],
  [{ 'x-request-deadline-ms': '800' }, 800],
  [{ 'x-envoy-expected-rq-timeout-ms': '900' }, 900],
  [{ 'x-request-deadline-ms': '800', 'x-envoy-expected-rq-timeout-ms': '700' }, 700],
  [{ 'x-request-deadline-ms': '60000' }, 25_000],
  [{ 'x-request-deadline-ms': '0' }, 0],
  [{ 'x-request-deadline-ms': '-1' }, 25_000],
  [{ 'x-request-deadline-ms': '2s' }, 25_000],
  [{ 'x-request-deadline-ms': '1.5' }, 25_000],
  [{ 'x-request-deadline-ms': '9999999999' }, 25_000],
])('reads %j as %d milliseconds', (headers, expected) => {
  expect(deadlineOf(headers, 25_000)).toBe(expected);
});
