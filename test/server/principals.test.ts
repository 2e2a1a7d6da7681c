import { pino } from 'pino';
import { toGlobalId } from '../../schema/relay/globalId';
import { AnswerCache } from '../../src/cache/AnswerCache';
import { shareReads } from '../../src/cache/shareReads';
import type { Emulator } from '../../src/emulator';
import {
  demoAccounts,
  demoWorld,
  ecsInstance,
  makeHistory,
  seededRandom,
  spread,
  startEmulator,
} from '../../src/emulator';
import type { SharedRpcClient } from '../../src/rpc/client';
import { createRpcClient, defaultPolicies } from '../../src/rpc/client';
import { assumedRoles } from '../../src/rpc/credentials/assumedRoles';
import type { CredentialsSource } from '../../src/rpc/credentials/credentials';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { Server } from '../../src/server/startServer';
import { startServer } from '../../src/server/startServer';
import { defaultRoles, productionExposure } from '../../src/settings';
import { cloudConfigVersion } from '../support/cloudConfigVersion';
import { postJson } from '../support/postJson';
import { isSoak } from '../support/soak';
import { waitingTime } from '../support/waitingTime';

/*
 * Gateways of several principals over one client, which shares reads and remembers answers: each request is answered as
 * its principal alone is answered, by a gateway that shares nothing. Every account has a canary, a resource with the same
 * key everywhere and a name and history of its own, so that calls of two principals, or in two accounts, can be alike in
 * everything that they ask.
 */

const { management, paymentsProduction, paymentsTest, storefrontProduction, securityAudit, sandbox } = demoAccounts;

const canary = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-canary' };
const canaryOf = (accountId: string) => {
  const random = seededRandom(`canary of ${accountId}`);
  const times = spread(6, Date.parse('2026-06-02T00:00:00Z'), Date.parse('2026-06-18T00:00:00Z'), random);
  return {
    accountId,
    ...canary,
    resourceName: `canary of ${accountId}`,
    createTime: '2026-06-01T00:00:00Z',
    tags: { of: [accountId] },
    changes: makeHistory({ kind: ecsInstance, times, random }),
  };
};

/** How often each asks the same. */
const rounds = isSoak ? 5 : 3;

/** Whose gateway. The auditor shares the account of the first, and may do less there. */
const keys = ['testid', 'auditorid', 'memberid', 'securityid', 'sandboxid'] as const;
type Key = (typeof keys)[number];
const secretOf = (key: Key): string => key.replace(/id$/, 'secret');

const world = () => {
  const demo = demoWorld();
  const accounts = [management, paymentsProduction, paymentsTest, storefrontProduction, securityAudit];
  return {
    ...demo,
    resources: [...(demo.resources ?? []), ...accounts.map(canaryOf)],
    keys: [
      ...(demo.keys ?? []),
      {
        id: 'auditorid',
        secret: secretOf('auditorid'),
        accountId: management,
        identity: { type: 'RAMUser' as const, name: 'auditor' },
        // The list and the single read alike: which of them is called depends on what a process has learned of the list.
        denied: [
          'config:GetResourceConfigurationTimeline',
          'resourcemanager:GetAccount',
          'resourcemanager:ListAccounts',
          'sts:AssumeRole',
        ],
      },
      { id: 'securityid', secret: secretOf('securityid'), accountId: securityAudit },
    ],
  };
};

const keyIn = (accountId?: string): string =>
  `{ ${accountId === undefined ? '' : `accountId: "${accountId}", `}region: "${canary.region}", resourceType: "${canary.resourceType}", resourceId: "${canary.resourceId}" }`;
const detail = 'id resourceName tags { value } configuration';
const timeline = (accountId?: string): string =>
  `configurationTimeline(resource: ${keyIn(accountId)}, between: { from: "2026-06-01T00:00:00Z", to: "2026-06-20T00:00:00Z" }) { nodes { capturedAt resourceName rawDiff } }`;
const members = [paymentsProduction, paymentsTest, storefrontProduction];
const entities = (typeName: string, ids: readonly string[], selection: string): string =>
  `_entities(representations: [${ids.map((id) => keyIn(id).replace('{', `{ __typename: "${typeName}",`)).join(', ')}]) { ... on ${typeName} { ${selection} } }`;
const nodes = (ids: readonly string[]): string =>
  `nodes(ids: ${JSON.stringify(ids.map((id) => toGlobalId('CloudResource', id, ...Object.values(canary))))}) { ... on CloudResource { ${detail} } }`;

const documents = [
  '{ currentAccount { accountId displayName configurationRecorder { status resourceTypes } enrollment { status } } }',
  '{ currentAccount { resources(first: 50) { nodes { id resourceName } } resourceCounts(by: REGION) { name count } } }',
  `{ cloudResource(key: ${keyIn()}) { ${detail} } }`,
  `{ ${timeline()} }`,
  ...members.map((id) => `{ cloudResource(key: ${keyIn(id)}) { ${detail} } ${timeline(id)} }`),
  ...members.map(
    (id) =>
      `{ configurationRecorder(accountId: "${id}") { status account { displayName } } account(accountId: "${id}") { displayName resources(first: 50) { nodes { id resourceName } } } }`,
  ),
  `{ ${timeline()} ${members.map((id, index) => `a${index}: ${timeline(id)}`).join(' ')} }`,
  `{ ${entities('CloudResource', members, detail)} }`,
  `{ ${entities('Account', [management, ...members, sandbox], 'displayName payer { accountId } resourceCounts(by: RESOURCE_TYPE) { name count }')} }`,
  `{ ${nodes([management, ...members])} }`,
  '{ resourceDirectory { resourceDirectoryId managementAccount { accountId displayName } } accounts { nodes { accountId displayName } } }',
  '{ accountGroups { nodes { accountGroupId name memberCount } } cloudResources(first: 50) { nodes { id resourceName } } }',
  '{ accountEnrollments { nodes { accountId status } } accountFactoryBaselines { nodes { baselineId name } } }',
];

let emulator: Emulator;
let closing: (() => Promise<void>)[];
beforeEach(async () => {
  emulator = await startEmulator({ world: world(), quotas: false });
  closing = [];
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  await emulator.close();
});

const now = () => emulator.world.clock.now();

const clientOf = (sharing: 'everything' | 'nothing'): SharedRpcClient => {
  const sharedReads = shareReads({ clock: waitingTime, cache: new AnswerCache(10_000_000, waitingTime), now });
  const client = createRpcClient({
    endpoints: () => emulator.url,
    credentials: staticKeys('nobody', 'nobody'),
    clock: waitingTime,
    policies: [...(sharing === 'everything' ? [sharedReads] : []), ...defaultPolicies({ clock: waitingTime })],
  });
  closing.push(() => client.close());
  return client;
};

/** The client as a principal has it. What it shares with others stays theirs when it is closed. */
const boundTo = (
  client: SharedRpcClient,
  source: (rpc: () => SharedRpcClient) => CredentialsSource,
): SharedRpcClient => {
  const bound: SharedRpcClient = {
    call: (...of) => client.withContext({ credentials }).call(...of),
    check: (...of) => {
      client.check(...of);
    },
    rehearse: (...of) => client.withContext({ credentials }).rehearse(...of),
    withContext: (context) => client.withContext({ credentials, ...context }),
    wallTime: () => client.wallTime(),
    close: () => Promise.resolve(),
  };
  const credentials = source(() => bound);
  return bound;
};

type Naming = (source: CredentialsSource, key: Key) => CredentialsSource;

const serve = async (client: SharedRpcClient, key: Key, name: Naming): Promise<Server> => {
  const rpc = boundTo(client, (own) =>
    name(assumedRoles({ own: staticKeys(key, secretOf(key)), rpc: own, roles: defaultRoles, clock: waitingTime }), key),
  );
  const server = await startServer({
    upstream: { name: 'emulator', rpc, now, forget: () => undefined },
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    cloudConfigVersion,
    mutations: false,
    relayNodeFields: true,
    maxUpstreamCalls: 600,
    exposure: productionExposure,
  });
  closing.push(() => server.stop());
  return server;
};

interface Answer {
  /** Data and errors, without the IDs of the upstream's requests. */
  readonly told: string;
  readonly cost: { readonly actualCalls: number; readonly coalesced: number; readonly cached: number };
}

const ask = async ({ url }: Server, query: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const { text } = await postJson(`${url}/graphql`, { query }, headers);
  const {
    data,
    errors = [],
    extensions,
  } = JSON.parse(text) as {
    data: unknown;
    errors?: { path?: unknown }[];
    extensions: Pick<Answer, 'cost'>;
  };
  const sorted = errors.map((error) => JSON.stringify(error)).sort();
  return {
    told: JSON.stringify({ data, errors: sorted }).replace(/\\"requestId\\":\\"[^"]*\\"/g, ''),
    cost: extensions.cost,
  };
};

/**
 * How a session in a member is named. The gateway does as in the first: the name contains the account. With the second,
 * only the call itself shows the account.
 */
const namings: readonly [string, Naming][] = [
  ['by the ARN of the role', (source) => source],
  [
    'by a name that is the same in every account',
    (source, key) => ({
      get: async (target) => {
        const credentials = await source.get(target);
        return target.accountId === undefined ? credentials : { ...credentials, principal: `reader of ${key}` };
      },
    }),
  ],
];

/** The answer to each document for each principal alone. `npm run test:soak` reads it once more for each way of naming. */
const alone = new Map<string, string>();

describe.each(namings)('hundreds of interleaved requests of five principals, named in members %s', (_, name) => {
  it('are each answered as their principal alone is answered: cold, while others ask the same, and from memory', async () => {
    if (isSoak) alone.clear();
    const separate = clientOf('nothing');
    for (const key of alone.size > 0 ? [] : keys) {
      const server = await serve(separate, key, name);
      for (const document of documents) alone.set(`${key} ${document}`, (await ask(server, document)).told);
    }
    const shared = clientOf('everything');
    const servers = new Map<Key, Server>();
    for (const key of keys) servers.set(key, await serve(shared, key, name));
    const asked = Array.from({ length: rounds }, (_, round) =>
      keys.flatMap((key) => documents.map((document) => ({ key, document, fresh: round === rounds - 1 }))),
    ).flat();
    // A fixed shuffle: neighbors are of different principals, and ask different things.
    const inOrder = asked
      .map((each, index) => ({ ...each, order: (index * 7919) % asked.length }))
      .sort((one, other) => one.order - other.order);
    const wave = (requests: typeof inOrder) =>
      Promise.all(
        requests.map(async ({ key, document, fresh }) => {
          const headers = fresh ? { 'cache-control': 'no-cache' } : undefined;
          const server = servers.get(key);
          if (server === undefined) throw new Error(`No gateway of ${key}.`);
          const answer = await ask(server, document, headers);
          return { key, document, ...answer, expected: alone.get(`${key} ${document}`) };
        }),
      );

    const cold = await wave(inOrder.filter(({ fresh }) => !fresh));
    const warm = await wave(inOrder);

    const mixedUp = [...cold, ...warm].filter(({ told, expected }) => told !== expected);
    expect(mixedUp).toEqual([]);
    expect(cold.length + warm.length).toBeGreaterThan(400);
    const sum = (wave: typeof cold, what: keyof Answer['cost']) =>
      wave.reduce((total, { cost }) => total + cost[what], 0);
    expect(sum(cold, 'coalesced')).toBeGreaterThan(100);
    expect(sum(warm, 'cached')).toBeGreaterThan(100);
  });

  it('could not go unnoticed if mixed up: their answers differ', async () => {
    const client = clientOf('nothing');
    const own = new Set<string>();
    for (const key of keys) own.add((await ask(await serve(client, key, name), `{ ${timeline()} }`)).told);
    const manager = await serve(client, 'testid', name);
    const ofMembers = new Set<string>();
    for (const id of members) ofMembers.add((await ask(manager, `{ ${timeline(id)} }`)).told);

    expect(own.size).toBe(keys.length);
    expect(ofMembers.size).toBe(members.length);
    for (const id of members) expect([...ofMembers].filter((told) => told.includes(`canary of ${id}`))).toHaveLength(1);
  });
});
