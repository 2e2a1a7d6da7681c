import autocannon from 'autocannon';
import { pino } from 'pino';
import { startEmulator } from '../../src/emulator';
import { startServer } from '../../src/server/startServer';
import { productionExposure } from '../../src/settings';
import { emulatorUpstream } from '../../src/upstream';

/** Requests per second of one kind of document. */
export interface Throughput {
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const connections = 20;
const seconds = 5;
const rounds = 3;

const timeline = (to: string) => `{
  configurationTimeline(
    resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt" }
    between: { from: "2026-06-01T00:00:00Z", to: "${to}" }
    first: 10
  ) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { capturedAt eventType resourceName changes { path kind before after } }
  }
}`;

const noCache = { 'cache-control': 'no-cache' };

const scenarios = [
  { name: '`{ __typename }`', query: '{ __typename }', headers: {} },
  // Every request asks the upstream: none joins another, none is answered from memory.
  { name: 'one timeline page, `first: 10`, read upstream', query: timeline('2026-06-30T08:00:00Z'), headers: noCache },
  { name: 'the same of a closed window, from memory', query: timeline('2026-06-30T00:00:00Z'), headers: {} },
];

/**
 * This gateway over its emulator, in one process, on loopback. A figure of one machine means nothing by itself: compare
 * the ratios of one run. Emulator and load share the cores with the gateway, so a timeline page that is read upstream
 * carries the emulator's work (signature, window, encoding) as well.
 */
export const measureThroughput = async (): Promise<readonly Throughput[]> => {
  const measured: Throughput[] = [];
  const emulator = await startEmulator({ world: 'demo', quotas: false });
  const server = await startServer({
    upstream: emulatorUpstream({
      url: emulator.url,
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      now: () => emulator.world.clock.now(),
      cacheMaxBytes: 16_000_000,
    }),
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    mutations: false,
    relayNodeFields: true,
    cloudConfigVersion: '2019-01-08',
    maxUpstreamCalls: 600,
    exposure: productionExposure,
  });
  for (const { name, query, headers } of scenarios) {
    const body = JSON.stringify({ query });
    const expected = await askForData(server.url, body);
    emulator.calls.clear();
    const runs: number[] = [];
    // The first round warms up, and is dropped.
    for (let round = 0; round <= rounds; round += 1) {
      const result = await autocannon({
        url: `${server.url}/graphql`,
        connections,
        duration: seconds,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        verifyBody: (received) => dataOf(String(received)) === expected,
      });
      if (result.mismatches > 0 || result.errors > 0 || result.non2xx > 0) {
        throw new Error(
          `${name}: ${result.mismatches} other answers, ${result.errors} errors, ${result.non2xx} refusals.`,
        );
      }
      if (round > 0) runs.push(result.requests.average);
    }
    const [low = 0, median = 0, high = 0] = runs.sort((a, b) => a - b);
    measured.push({ name, median, low, high });
  }
  await server.stop();
  await emulator.close();
  return measured;
};

/** An answer without its extensions, which show its cost. */
const dataOf = (text: string): string => text.slice(0, text.lastIndexOf(',"extensions":'));

const askForData = async (url: string, body: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(`The query fails: ${text}`);
  return dataOf(text);
};
