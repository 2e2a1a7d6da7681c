import { createWriteStream } from 'node:fs';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import autocannon from 'autocannon';
import { Kind, parse } from 'graphql';
import { generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { Door } from '../../src/access/Door';
import { RouterSecrets } from '../../src/access/RouterSecrets';
import { TokenVerifier } from '../../src/access/TokenVerifier';
import { buildSubgraph } from '../../src/buildSchema';
import { createCostAnalysis } from '../../src/cost/createCostAnalysis';
import { startEmulator } from '../../src/emulator';
import { KnownLists } from '../../src/loaders/KnownLists';
import { createCalling } from '../../src/loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../../src/loaders/cloud-config/cloudConfigApis';
import { CursorFormat } from '../../src/pagination/cursor';
import { createHostCheck } from '../../src/server/http/hosts';
import { checkDocument } from '../../src/server/limits/checkDocument';
import { maxNesting } from '../../src/server/limits/fixedLimits';
import { isNestedDeeper } from '../../src/server/limits/isNestedDeeper';
import type { Server, ServerOptions } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { defaultLimits, productionExposure } from '../../src/settings';
import { emulatorUpstream } from '../../src/upstream';
import { reconnectOnClose } from './comparison/reconnectOnClose';
import { spreadOf } from './comparison/spread';
import { guardTables } from './page/guards';
import type { Guards } from './page/results';
import { recordResults } from './page/results';
import { writePage } from './page/writePage';

/*
 * What each guard costs: `node --import tsx test/benchmark/guards.ts`. Those that can be switched on are compared with a
 * gateway without any, by turns in one run: by the CPU time of a request, which other programs change less than its duration.
 * It includes the time of the client. The others are measured alone. With `--write`, docs/PERFORMANCE.md gets the figures.
 */

const [rounds, seconds, connections] = [11, 2, 10];

const query = `{
  configurationTimeline(
    resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1a9fk3m7q2x8c5v0zt" }
    between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }
    first: 10
  ) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { capturedAt eventType resourceName changes { path kind before after } }
  }
}`;

const secret = 'r'.repeat(32);
const [issuer, audience] = ['https://issuer.example', 'gateway'];

interface Variant {
  readonly name: string;
  readonly options?: Partial<ServerOptions>;
  readonly headers?: Readonly<Record<string, string>>;
}

const variantsFor = async (): Promise<readonly Variant[]> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const token = await new SignJWT({ sub: 'alice', scope: 'governance:read', accounts: '*' })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime('1 h')
    .sign(privateKey);
  const verifier = new TokenVerifier({ issuer, audience, keys: () => publicKey });
  const router = new Door({ router: new RouterSecrets([secret]) });
  const oidc = new Door({ tokens: { verifier, claims: { scopes: 'scope', accounts: 'accounts' } } });
  const log = pino({ level: 'info' }, createWriteStream('/dev/null'));
  const callers = { requestsPerMinute: 10_000_000, upstreamCallsPerMinute: 10_000_000 };
  return [
    { name: 'none' },
    { name: 'none, a second time' },
    { name: '`AUTHENTICATION=router`', options: { door: router }, headers: { 'router-authorization': secret } },
    { name: '`AUTHENTICATION=oidc` (ES256)', options: { door: oidc }, headers: { authorization: `Bearer ${token}` } },
    { name: 'rates of callers', options: { callers } },
    { name: 'overload', options: { callers: { maxEventLoopDelayMs: 60_000 } } },
    { name: 'the log', options: { logger: log } },
    { name: 'compression of the answer', headers: { 'accept-encoding': 'br' } },
  ];
};

const compare = async (): Promise<Guards['compared']> => {
  const emulator = await startEmulator({ world: 'demo', quotas: false });
  const variants = await variantsFor();
  const servers: Server[] = [];
  for (const { options } of variants) {
    const upstream = emulatorUpstream({
      url: emulator.url,
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      now: () => emulator.world.clock.now(),
      cacheMaxBytes: 16_000_000,
    });
    servers.push(
      await startServer({
        upstream,
        logger: pino({ level: 'silent' }),
        host: '127.0.0.1',
        port: 0,
        mutations: false,
        relayNodeFields: true,
        cloudConfigVersion: '2020-09-07',
        maxUpstreamCalls: 600,
        exposure: productionExposure,
        ...options,
      }),
    );
  }
  const ratios = variants.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    const costs: number[] = [];
    for (const [index, { name, headers }] of variants.entries()) {
      const before = process.cpuUsage();
      const { requests, non2xx, errors } = await autocannon({
        url: `${servers[index]?.url ?? ''}/graphql`,
        connections,
        duration: seconds,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
        setupClient: reconnectOnClose,
      });
      if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refusals, ${errors} errors.`);
      const { user, system } = process.cpuUsage(before);
      costs.push((user + system) / requests.total);
    }
    // The first round warms up.
    if (round > 0) for (const [index, cost] of costs.entries()) ratios[index]?.push(cost / (costs[0] ?? 1));
  }
  await Promise.all(servers.map((server) => server.stop()));
  await emulator.close();
  return variants.map(({ name }, index) => ({ name, ratio: spreadOf(ratios[index] ?? []) })).slice(1);
};

const alone = (name: string, run: () => unknown): Guards['alone'][number] => {
  const times: number[] = [];
  for (let round = 0; round < 40; round += 1) {
    const startedAt = performance.now();
    for (let count = 0; count < 250; count += 1) run();
    times.push(((performance.now() - startedAt) * 1000) / 250);
  }
  return { name, micros: Math.min(...times) };
};

const measureAlone = (): Guards['alone'] => {
  const { schema } = buildSubgraph({ relayNodeFields: true });
  const calling = createCalling(cloudConfigApis['2020-09-07'], 'role');
  const { costOf } = createCostAnalysis({ schema, maxCalls: 600, calling, cursors: new CursorFormat() });
  const lists = new KnownLists();
  const document = parse(query);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The document has an operation.');
  const isOurHost = createHostCheck('127.0.0.1', ['gateway.example']);
  const request = new IncomingMessage(new Socket());
  request.headers.host = 'gateway.example:4000';
  return [
    alone('known hosts', () => isOurHost(request)),
    alone('limits of the document', () => {
      isNestedDeeper(query, maxNesting);
      checkDocument(schema, document, defaultLimits);
    }),
    alone('cost', () => costOf(document, operation, {}, lists, 'NEWEST_FIRST')),
  ];
};

const main = async (): Promise<void> => {
  const guards: Guards = { alone: measureAlone(), compared: await compare() };
  process.stdout.write(guardTables(guards));
  if (process.argv.includes('--write')) await writePage(recordResults('guards', guards));
};

void main();
