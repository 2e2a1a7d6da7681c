import { defaultConnectionLimits } from '../../../../src/server/http/connections';

it('has the limits that its messages and documents state', () => {
  expect(defaultConnectionLimits).toEqual({
    headersMs: 10_000,
    requestMs: 15_000,
    unreadMs: 60_000,
    checkEveryMs: 2000,
    idleMs: 65_000,
    maxRequests: 1000,
    maxConnections: 2000,
  });
});
