import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Kind, parse } from 'graphql';
import { Bench } from 'tinybench';
import { toGlobalId, readGlobalId } from '../../schema/relay/globalId';
import { buildSubgraph } from '../../src/buildSchema';
import { fingerprintOf } from '../../src/changes/fingerprint';
import { parseConfigurationDiff } from '../../src/changes/parseConfigurationDiff';
import { createCostAnalysis } from '../../src/cost/createCostAnalysis';
import { ecsInstance, makeHistory, seededRandom, spread } from '../../src/emulator';
import { canonicalHash } from '../../src/json/canonicalHash';
import { parseJson } from '../../src/json/parseJson';
import { KnownLists } from '../../src/loaders/KnownLists';
import { createCalling } from '../../src/loaders/cloud-config/calledOperations';
import { cloudConfigApis } from '../../src/loaders/cloud-config/cloudConfigApis';
import { GetResourceConfigurationTimeline } from '../../src/operations';
import { TimelinePosition } from '../../src/pagination/TimelinePosition';
import { CursorFormat } from '../../src/pagination/cursor';
import { readResponse } from '../../src/rpc/readResponse';
import { signParameters } from '../../src/rpc/sign';
import { compareMicro } from './compareMicro';
import { scenarios } from './comparison/scenarios';

/**
 * `npm run bench:micro` measures what could get slower without anybody noticing. `--json <file>` keeps the figures, and
 * `--compare <file>` compares with such a file: it fails if something takes more than half as long again. Compare figures of one
 * machine only.
 */

const { values: options } = parseArgs({ options: { json: { type: 'string' }, compare: { type: 'string' } } });

const times = spread(
  100,
  Date.parse('2026-06-01T00:00:00Z'),
  Date.parse('2026-06-29T00:00:00Z'),
  seededRandom('micro'),
);
const history = makeHistory({ kind: ecsInstance, times, random: seededRandom('micro') });
const diffs = history.map(({ diff }) => JSON.stringify(diff));
const records = history.map(({ at, type }, index) => ({
  AccountId: 1234567890123456,
  CaptureTime: String(Date.parse(at)),
  ConfigurationDiff: diffs[index],
  Region: 'cn-hangzhou',
  ResourceEventType: type,
  ResourceId: 'i-1',
  ResourceName: 'one',
  ResourceType: ecsInstance.resourceType,
}));
const body = {
  RequestId: 'r',
  ResourceConfigurationTimeline: { ConfigurationList: records, Limit: 100, TotalCount: 100 },
};
const plainText = JSON.stringify(body);
/** Account IDs that a double cannot hold. */
const longText = plainText.replaceAll('1234567890123456', '12345678901234567');

const parameters = {
  ResourceId: 'i-bp1benchmark000000',
  ResourceType: ecsInstance.resourceType,
  Region: 'cn-hangzhou',
  StartTime: '1780272000000',
  EndTime: '1782691200000',
  MaxResults: '11',
  Action: 'GetResourceConfigurationTimeline',
  Version: '2020-09-07',
  Format: 'JSON',
  AccessKeyId: 'testid',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
  SignatureNonce: '7f3c9f0e-2f0b-4a51-9d64-0c9b2f1f7c11',
  Timestamp: '2026-06-30T08:00:00Z',
};

const position = { from: 1_780_272_000_000, to: 1_782_691_200_000, at: 1_781_000_000_000, given: ['abcdefghij'] };
const cursorsOf = (secrets: readonly string[]) =>
  new CursorFormat(secrets).bind('configurationTimeline', ['cn-hangzhou', 'i-1'], TimelinePosition);
const [openCursors, sealedCursors] = [cursorsOf([]), cursorsOf(['s'.repeat(32)])];
const [openCursor, sealedCursor] = [openCursors.encode(position), sealedCursors.encode(position)];

const { schema } = buildSubgraph({ relayNodeFields: true });
const calling = createCalling(cloudConfigApis['2020-09-07'], 'role');
const { costOf } = createCostAnalysis({ schema, maxCalls: 600, calling, cursors: new CursorFormat() });
const lists = new KnownLists();
const priced = (id: string, variables?: Readonly<Record<string, unknown>>) => {
  const scenario = scenarios.find((other) => other.id === id);
  const document = parse(scenario?.query ?? '');
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${id} has an operation.`);
  return () => costOf(document, operation, variables ?? scenario?.variables ?? {}, lists, 'NEWEST_FIRST');
};

const wrongMembers = {
  resource: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`wrong${index}`, 'x'])),
};

const key = [
  'ConfigurationChange',
  '1234567890123456',
  'cn-hangzhou',
  ecsInstance.resourceType,
  'i-1',
  '1781000000000',
  'abcdefghij',
] as const;
const globalId = toGlobalId(...key);

const tasks: Readonly<Record<string, () => unknown>> = {
  'signing a call': () => signParameters('GET', parameters, 'testsecret'),
  'parsing 100 changes': () => parseJson(plainText),
  'parsing 100 changes with 64-bit integers': () => parseJson(longText),
  'reading 100 changes by the table of the operation': () => readResponse(GetResourceConfigurationTimeline, body, 'r'),
  'typing 100 diffs': () => diffs.map(parseConfigurationDiff),
  'fingerprints of 100 changes': () => records.map(fingerprintOf),
  'writing a cursor': () => openCursors.encode(position),
  'reading a cursor': () => openCursors.decode(openCursor),
  'writing an encrypted cursor': () => sealedCursors.encode(position),
  'reading an encrypted cursor': () => sealedCursors.decode(sealedCursor),
  'price of a timeline': priced('B1'),
  'price of 20 timelines': priced('B2'),
  'price with 5,000 wrong members of a variable': priced('B1', wrongMembers),
  'writing a global ID': () => toGlobalId(...key),
  'reading a global ID': () => readGlobalId(globalId),
  'hash of an input': () => canonicalHash(parameters),
};

const main = async (): Promise<void> => {
  const bench = new Bench({ time: 300, warmupTime: 100, throws: true });
  for (const [name, run] of Object.entries(tasks)) bench.add(name, run);
  await bench.run();
  const micros = Object.fromEntries(
    bench.tasks.map(({ name, result }) => [name, 'latency' in result ? result.latency.p50 * 1000 : NaN]),
  );
  const before =
    options.compare === undefined ? {} : (JSON.parse(readFileSync(options.compare, 'utf8')) as typeof micros);
  const { lines, slower } = compareMicro(before, micros);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(micros, undefined, 2)}\n`);
  for (const sentence of slower) process.stderr.write(`FAIL  ${sentence}\n`);
  if (slower.length > 0) process.exitCode = 1;
};

void main();
