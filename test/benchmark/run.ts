import autocannon from 'autocannon';
import { pino } from 'pino';
import { startEmulator } from '../../src/emulator/emulator';
import { startServer } from '../../src/server';
import { emulatorUpstream } from '../../src/upstream';

/**
 * `npm run bench`: requests per second of this gateway over its emulator, in one process, on loopback.
 *
 * A figure of one machine means nothing by itself: compare the ratios of one run. Emulator and load share the two
 * cores with the gateway, so a timeline page carries the emulator's work (signature, window, encoding) as well.
 */

const connections = 20;
const seconds = 5;
const rounds = 3;

const scenarios = [
  { name: '{ __typename }', query: '{ __typename }' },
  {
    name: 'one timeline page, first: 10',
    query: `{
      configurationTimeline(
        resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt" }
        between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T08:00:00Z" }
        first: 10
      ) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { capturedAt eventType resourceName changes { path kind before after } }
      }
    }`,
  },
];

const main = async (): Promise<void> => {
  const emulator = await startEmulator({ world: 'demo', quotas: false });
  const server = await startServer({
    upstream: emulatorUpstream({ url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' }),
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    mutations: false,
    relayNodeFields: true,
    cloudConfigVersion: '2019-01-08',
    maxUpstreamCalls: 600,
    production: true,
  });
  for (const { name, query } of scenarios) {
    const body = JSON.stringify({ query });
    const expected = await ask(server.url, body);
    emulator.calls.clear();
    const runs: number[] = [];
    // The first round warms up, and is dropped.
    for (let round = 0; round <= rounds; round += 1) {
      const result = await autocannon({
        url: `${server.url}/graphql`,
        connections,
        duration: seconds,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        verifyBody: (received) => received === expected,
      });
      if (result.mismatches > 0 || result.errors > 0 || result.non2xx > 0) {
        throw new Error(
          `${name}: ${result.mismatches} other answers, ${result.errors} errors, ${result.non2xx} refusals.`,
        );
      }
      if (round > 0) runs.push(result.requests.average);
    }
    const [low = 0, median = 0, high = 0] = runs.sort((a, b) => a - b);
    process.stdout.write(`${name}: ${Math.round(median)} requests/s (${Math.round(low)} to ${Math.round(high)})\n`);
  }
  await server.stop();
  await emulator.close();
};

const ask = async (url: string, body: string): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const text = await response.text();
  if (text.includes('"errors"')) throw new Error(`The query fails: ${text}`);
  return text;
};

void main();
