import { generatedWorld } from '../../../src/emulator';
import { SimulatedTime } from '../../support/simulatedTime';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/*
 * The gateway over an emulator that enforces the documented quotas, both in simulated time: a minute of waiting takes
 * a second or two.
 */

const size = 500;
/** One document takes more calls than a quota has. */
const limits = { tokens: 100_000, aliases: 1000, rootFields: 1000, selections: 10_000 };
let time: SimulatedTime;
let gateway: TestGateway;
beforeEach(async () => {
  time = new SimulatedTime();
  gateway = await startGateway({ accounts: size, quotas: true, clock: time, maxUpstreamCalls: 10_000, limits });
});
afterEach(() => gateway.stop());

const throttledUpstream = () =>
  gateway.emulator.calls.all().filter(({ code }) => code?.startsWith('Throttling')).length;

/** A resource's changes until the n-th second of a minute: a call of its own for each. */
const timeline = (second: number): string => {
  const resource = '{ region: "cn-shenzhen", resourceType: "ACS::ECS::Instance", resourceId: "i-bp15pz1jwpa0t" }';
  const to = new Date(Date.parse('2026-06-30T08:00:00Z') + second * 1000).toISOString();
  return `configurationTimeline(resource: ${resource}, between: { from: "2026-06-01T00:00:00Z", to: "${to}" }) { nodes { capturedAt } }`;
};
const timelines = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${timeline(index)}`).join('\n')} }`;

it('reads an account for each of many requests at once, and is never refused by the upstream', async () => {
  const group = generatedWorld(size);
  const before = time.now();

  const answers = await time.passUntil(
    Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        gateway.query(`{ account(accountId: "${group.accountId(index)}") { accountId displayName } }`),
      ),
    ),
  );

  expect(answers.map(({ errors }) => errors).filter(Boolean)).toEqual([]);
  expect(gateway.upstreamCalls()).toEqual(Array(120).fill('GetAccount'));
  expect(throttledUpstream()).toBe(0);
  // 50 a second, of which it takes 40.
  expect(time.now() - before).toBeLessThan(4000);
});

it('gives of a document that is too large for the quota what fits, and an error with the wait for each other field', async () => {
  const { data, errors = [] } = await time.passUntil(gateway.query(timelines(400)));

  expect(throttledUpstream()).toBe(0);
  const given = Object.values(data ?? {}).filter((value) => value !== null).length;
  // 150 at once, and 91 a minute behind them, for ten seconds less the time that the last attempt needs.
  expect(given).toBeGreaterThanOrEqual(150 + 13);
  expect(given).toBeLessThanOrEqual(150 + 15);
  expect(errors).toHaveLength(400 - given);
  expect(errors.at(-1)).toEqual({
    message: 'Flow control does not allow this call now. Try again later.',
    locations: [{ line: 400, column: 1 }],
    path: ['a399'],
    extensions: {
      code: 'UPSTREAM_THROTTLED',
      retryable: true,
      retryAfterMs: expect.any(Number) as number,
      upstream: { action: 'GetResourceConfigurationTimeline' },
    },
  });
  const waits = errors.map(({ extensions }) => extensions?.retryAfterMs as number);
  expect(Math.min(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(12_000);
});

it('answers a single read while the document of another waits for the same quota', async () => {
  const bulk = gateway.query(timelines(400));
  let tookMs = Infinity;
  const both = (async () => {
    while (gateway.upstreamCalls().length < 152) await new Promise(setImmediate);
    const askedAt = time.now();
    const answer = await gateway.query(`{ ${timeline(999)} }`);
    tookMs = time.now() - askedAt;
    await bulk;
    return answer;
  })();

  const answer = await time.passUntil(both);

  expect(answer).toEqual({ data: { configurationTimeline: { nodes: expect.any(Array) as object[] } } });
  // Two gaps of the pace, and the steps in which time moves.
  expect(tookMs).toBeLessThanOrEqual((2 * 60_000) / 91 + 300);
  expect(throttledUpstream()).toBe(0);
});
