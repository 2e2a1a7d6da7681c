import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import type { GraphQLOutputType } from 'graphql';
import { getNamedType, isCompositeType, isObjectType, isRequiredArgument } from 'graphql';
import { pino } from 'pino';
import { buildSubgraph } from '../../../src/buildSchema';
import { governanceErrorCodes } from '../../../src/errors/GovernanceErrorCode';
import { operations } from '../../../src/operations';
import type { Server } from '../../../src/server/startServer';
import { startServer } from '../../../src/server/startServer';
import { developmentExposure } from '../../../src/settings';
import type { CloudConfigVersion } from '../../../src/settings';
import { emulatorUpstream } from '../../../src/upstream';
import { mutateBody, stroke } from '../../support/mutateBody';
import { postJson } from '../../support/postJson';
import { isSoak, runs, shareOf } from '../../support/soak';
import { waitingTime } from '../../support/waitingTime';

/** Bodies of the examples, wrong in places: the gateway answers with data or a code of its list, and never fails itself. */

interface Recording {
  readonly version: string;
  readonly action: string;
  readonly file: string;
  readonly body: unknown;
}

const root = join(__dirname, '../../facts/examples');
const versions = new Set(operations.map(({ product }) => product.version));

const recordings: readonly Recording[] = readdirSync(root).flatMap((folder) => {
  const version = folder.slice(-10);
  if (!versions.has(version)) return [];
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      version,
      action: file.replace(/\..*/, ''),
      file: `${folder}/${file}`,
      body: JSON.parse(readFileSync(join(root, folder, file), 'utf8')) as unknown,
    }));
});

const key = 'region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1h4kq7w2m9x0c3v8ze"';
const member = '1734905562810937';

/** By what calls them: fields, and the actions behind them. */
const fields: readonly (readonly [field: string, actions: string])[] = [
  ['currentAccount', 'GetCallerIdentity GetAccount GetPayerForAccount'],
  ['configurationRecorder', 'DescribeConfigurationRecorder GetConfigurationRecorder'],
  [`configurationRecorder(accountId: "${member}")`, 'AssumeRole'],
  [
    `configurationTimeline(resource: { ${key} }, between: { from: "2024-01-01T00:00:00Z", to: "2026-06-01T00:00:00Z" })`,
    'GetResourceConfigurationTimeline',
  ],
  [`cloudResource(key: { ${key} })`, 'DescribeDiscoveredResource GetDiscoveredResource'],
  ['supportedResourceTypes', 'GetSupportedResourceTypes ListSupportedProducts'],
  ['resourceDirectory', 'GetResourceDirectory GetFolder'],
  [`account(accountId: "${member}")`, 'GetAccount GetPayerForAccount'],
  ['accounts(first: 5)', 'ListAccounts'],
  ['accounts(filter: { nameContains: "a" })', 'ListAccounts'],
  ['accounts(filter: { folderId: "fd-4bYgS0hQpD" })', 'ListAccountsForParent'],
  ['folder(folderId: "fd-4bYgS0hQpD")', 'GetFolder ListAncestors ListFoldersForParent ListAccountsForParent'],
  ['accountGroups(first: 2)', 'ListAggregators'],
  ['accountGroup(accountGroupId: "ca-1f6b0d94e27c4a53b8d0")', 'GetAggregator'],
  [
    'accountGroup(accountGroupId: "ca-1f6b0d94e27c4a53b8d0") { byRegion: resourceCounts(by: REGION) { name count } byType: resourceCounts(by: RESOURCE_TYPE) { name count } }',
    'GetAggregateResourceCountsGroupByRegion GetAggregateResourceCountsGroupByResourceType',
  ],
  ['cloudResources(accountGroupId: "ca-1f6b0d94e27c4a53b8d0", first: 2)', 'ListAggregateDiscoveredResources'],
  [
    'currentAccount { resources(first: 2) { totalCount pageInfo { endCursor } nodes { id region resourceName createdAt deleted tags { key value } resourceStatus } } byRegion: resourceCounts(by: REGION) { name count } byType: resourceCounts(by: RESOURCE_TYPE) { name count } }',
    'ListDiscoveredResources GetDiscoveredResourceCounts GetDiscoveredResourceCountsGroupByRegion GetDiscoveredResourceCountsGroupByResourceType',
  ],
  ['accountEnrollments(first: 5)', 'ListEnrolledAccounts'],
  [`account(accountId: "${member}") { enrollment { status } }`, 'GetEnrolledAccount'],
  ['accountFactoryBaselines(first: 5)', 'ListAccountFactoryBaselines'],
  ['accountFactoryBaseline(baselineId: "afb-bp1c7m0x4h9t2q6v8z3k")', 'GetAccountFactoryBaseline'],
  ['accountFactoryBaselineItems(first: 5)', 'ListAccountFactoryBaselineItems'],
  ['mutation startConfigurationRecorder(input: {})', 'StartConfigurationRecorder'],
  ['mutation stopConfigurationRecorder(input: {})', 'StopConfigurationRecorder'],
  [
    'mutation updateConfigurationRecorder(input: { resourceTypes: ["all"] })',
    'PutConfigurationRecorder UpdateConfigurationRecorder',
  ],
  ['mutation initResourceDirectory(input: {})', 'InitResourceDirectory'],
  [`mutation enrollAccount(input: { accountId: "${member}" })`, 'EnrollAccount GetEnrolledAccount'],
];

const { schema } = buildSubgraph({ relayNodeFields: true });

/** Everything that can be selected of a type without an argument, to some depth, and no type inside itself. */
const selectionOf = (type: GraphQLOutputType, depth: number, above: readonly string[] = []): string => {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const selected = Object.values(named.getFields())
    .filter(({ args, type: inner }) => {
      const { name } = getNamedType(inner);
      const isLeaf = !isCompositeType(getNamedType(inner));
      return !args.some(isRequiredArgument) && (isLeaf || (depth > 0 && !above.includes(name)));
    })
    .filter(({ args }) => args.length === 0)
    .map((field) => `${field.name} ${selectionOf(field.type, depth - 1, [...above, named.name])}`);
  return `{ __typename ${selected.join(' ')} }`;
};

const documentOf = (field: string): string => {
  const [, isMutation, text = '', name = ''] = /^(mutation )?((\w+).*)$/s.exec(field) ?? [];
  const type = isMutation === undefined ? schema.getQueryType() : schema.getMutationType();
  const definition = type?.getFields()[name];
  if (definition === undefined) throw new Error(`There is no field ${name}.`);
  const selection = /\}\s*$/.test(text) ? '' : selectionOf(definition.type, 2);
  return `${isMutation === undefined ? 'query' : 'mutation'} { ${text} ${selection} }`;
};

/** Each field with the recording that is returned mutated to its call. */
const cases = fields.flatMap(([field, actions]) => {
  const document = documentOf(field);
  return recordings.filter(({ action }) => actions.split(' ').includes(action)).map((of) => ({ document, of }));
});

/** The version of Cloud Config with which the gateway calls the recorded operation. */
const versionFor = ({ version }: Recording): CloudConfigVersion => (version === '2019-01-08' ? version : '2020-09-07');

let mutated: { readonly of: Recording; readonly text: string } | undefined;
let hits = 0;

/** The body of a call by its version and action; the mutated one for those that it is of. */
const answerTo = (parameters: URLSearchParams): string => {
  const [version, action] = [parameters.get('Version'), parameters.get('Action')];
  if (mutated?.of.version === version && mutated.of.action === action) {
    hits += 1;
    return mutated.text;
  }
  const found = recordings.find((one) => one.version === version && one.action === action);
  return JSON.stringify(found?.body ?? { RequestId: '0C735AE7-065A-5706-A0DF-A2B980FBB242' });
};

let upstream: HttpServer;
/** By the version of Cloud Config that each speaks. */
const gateways = new Map<CloudConfigVersion, Server>();
const log: string[] = [];

beforeAll(async () => {
  upstream = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      const search = new URL(incoming.url ?? '/', 'http://upstream').searchParams;
      for (const [name, value] of new URLSearchParams(Buffer.concat(parts).toString())) search.append(name, value);
      outgoing.setHeader('content-type', 'application/json');
      outgoing.end(answerTo(search));
    });
  }).listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  for (const cloudConfigVersion of ['2019-01-08', '2020-09-07'] as const) {
    const gateway = await startServer({
      upstream: emulatorUpstream({
        // Broken bodies in a row would open its circuit.
        sparing: false,
        url: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
        accessKeyId: 'testid',
        accessKeySecret: 'testsecret',
        clock: waitingTime,
        // The next attempt, and the next look at what became of a mutation, follow at once.
        random: () => 0,
        now: () => Date.parse('2026-06-01T00:00:00Z'),
      }),
      logger: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
      host: '127.0.0.1',
      port: 0,
      cloudConfigVersion,
      mutations: true,
      relayNodeFields: true,
      maxUpstreamCalls: 600,
      reconcilePausesMs: [1, 1, 1],
      auditLog: { write: async () => undefined },
      exposure: developmentExposure,
    });
    gateways.set(cloudConfigVersion, gateway);
  }
});

afterAll(async () => {
  for (const gateway of gateways.values()) await gateway.stop();
  upstream.closeAllConnections();
  upstream.close();
});

interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Fails if the bytes of the answer are no well-formed Unicode, if it is none in time, or no JSON. */
const ask = async (document: string, version: CloudConfigVersion): Promise<Answer> => {
  const url = `${gateways.get(version)?.url ?? ''}/graphql`;
  const { bytes } = await postJson(url, { query: document }, {}, AbortSignal.timeout(60_000));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const answer = JSON.parse(text, (name, value: unknown) => {
    if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
      throw new Error(`Half a surrogate pair is in ${name.toWellFormed()}.`);
    }
    return value;
  }) as Answer;
  if (text.includes('"code":"INTERNAL_SERVER_ERROR"')) throw new Error(`The gateway failed: ${log.join('')}${text}`);
  return answer;
};

it('answers an upstream whose bodies are right with data for every field', async () => {
  const all = new Map(cases.map((one) => [one.document, one.of]));
  for (const [document, of] of all) {
    const { data, errors } = await ask(document, versionFor(of));

    expect({ document, errors }).toEqual({ document, errors: undefined });
    expect(data).toBeTruthy();
  }
});

/** How long ten thousand bodies may take. */
const soakMs = isSoak ? 30 * 60_000 : undefined;

it(
  'answers any body with data or a code of its list',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(stroke, { minLength: 1, maxLength: 3 }),
        async ({ document, of }, strokes) => {
          mutated = { of, text: mutateBody(of.body, strokes) };
          log.length = 0;
          const { data, errors = [] } = await ask(document, versionFor(of));

          for (const { extensions } of errors) expect(governanceErrorCodes).toContain(extensions.code);
          if (errors.length === 0) expect(data).toBeTruthy();
        },
      ),
      runs(isSoak ? 10_000 : 500),
    );
    // Most mutated bodies were really asked for.
    expect(hits).toBeGreaterThan(shareOf(isSoak ? 8000 : 400));
  },
  soakMs,
);
