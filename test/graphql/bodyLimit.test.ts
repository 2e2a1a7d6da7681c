import { demoEpoch } from '../../src/emulator';
import type { GraphQLAnswer, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { changesOf, demoResources, readPages, recordedChanges, dayMs } from '../support/timelines';

/** Pages that exceed the body limit of 5 MiB are read in smaller pieces. */

let demo: TestGateway;
let directory: TestGateway;
beforeAll(async () => {
  [demo, directory] = await Promise.all([startGateway(), startGateway({ accounts: 130 })]);
});
beforeEach(() => {
  for (const { emulator } of [demo, directory]) {
    emulator.reset();
    // A page of 100 has 6 MB.
    emulator.faults.add({ kind: 'largeRecords', bytes: 60_000 });
  }
});
afterAll(() => Promise.all([demo.stop(), directory.stop()]));

const between = { from: new Date(demoEpoch - 30 * dayMs).toISOString(), to: new Date(demoEpoch).toISOString() };

it.each([
  ['pages of 50', [50], null],
  ['pages of 100', [100], null],
  ['a filter', [20], { eventTypes: ['MODIFY'] }],
] as const)('a timeline is whole in %s', async (_, sizes, filter) => {
  const pages = await readPages(demo, { resource: demoResources.busy, between, filter }, sizes);

  const truth = recordedChanges(demo.emulator, demoResources.busy, demoEpoch - 30 * dayMs, demoEpoch);
  const wanted = truth.filter(({ rawEventType }) => filter === null || rawEventType === 'MODIFY');
  expect(changesOf(pages)).toEqual(wanted);
});

interface Accounts {
  readonly nodes: readonly { readonly accountId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const walk = async (field: string, first: number): Promise<string[]> => {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const document = `query ($after: String) {
      ${field}(first: ${first}, after: $after) { nodes { accountId } pageInfo { hasNextPage endCursor } }
    }`;
    const answer: GraphQLAnswer<Record<string, Accounts>> = await directory.query(document, { after });
    const { data, errors } = answer;
    const page: Accounts | undefined = data?.[field];
    if (page === undefined || errors !== undefined) throw new Error(`No page came: ${JSON.stringify(errors)}`);
    ids.push(...page.nodes.map(({ accountId }) => accountId));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
};

it.each([
  ['by number', 'accounts', 100],
  ['by number, in pages that no halves make up', 'accounts', 95],
  ['by token', 'accountEnrollments', 100],
])('a list paged %s is whole', async (_, field, first) => {
  const pieces = await walk(field, first);
  directory.emulator.faults.clear();

  expect(pieces).toEqual(await walk(field, 100));
  expect(pieces.length).toBeGreaterThan(100);
});

it('the size that fitted is kept for the next page', async () => {
  const document = '{ accounts(first: 100) { nodes { accountId } } }';
  await directory.query(document);
  directory.emulator.calls.clear();

  await directory.query(document);

  expect(directory.upstreamCalls()).toEqual(['ListAccounts', 'ListAccounts']);
});

it.each([
  ['en', /^The upstream’s response has \d{7} bytes, but the gateway reads at most 5242880\. Request less/],
  ['zh-CN', /^上游服务的响应有 \d{7} 字节，而网关最多读取 5242880 字节。/],
])('a response that stays too large names its size and the limit, in %s and in the log', async (language, message) => {
  demo.emulator.faults.clear();
  demo.emulator.faults.add({ kind: 'largeRecords', bytes: 6_000_000 });
  const { length } = demo.log;

  const { data, errors } = await demo.query(
    '{ accounts(first: 1) { nodes { accountId } } currentAccount { accountId } }',
    {},
    { 'accept-language': language },
  );

  expect(data).toMatchObject({ accounts: null, currentAccount: {} });
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(message) as string,
      path: ['accounts'],
      extensions: { code: 'UPSTREAM_BAD_RESPONSE', retryable: false },
    },
  ]);
  const warnings = demo.log.slice(length).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(warnings.filter(({ level }) => level === 40)).toMatchObject([
    {
      msg: 'upstream call failed',
      action: 'ListAccounts',
      path: ['accounts'],
      bytes: expect.any(Number) as number,
      maxBytes: 5_242_880,
    },
  ]);
});
