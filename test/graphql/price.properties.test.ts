import { readGlobalId } from '../../schema/relay/globalId';
import { buildSubgraph } from '../../src/buildSchema';
import { demoAccounts } from '../../src/emulator/world/demo/company';
import { generatedWorld } from '../../src/emulator/world/population/generatedWorld';
import { seededRandom } from '../../src/emulator/world/seededRandom';
import type { ListName } from '../../src/loaders/KnownLists';
import { KnownLists } from '../../src/loaders/KnownLists';
import { createEstimator } from '../federation/estimateCost';
import type { KnownWorld } from '../support/randomDocuments';
import { createRandomDocuments } from '../support/randomDocuments';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/*
 * A thousand documents, each on a process that remembers nothing: `PRINT_PRICES=1 npx jest test/graphql/price.properties`
 * prints how the prices lie. A document is refused wrongly where its price is within the limit; or where its pages are
 * full, so that the price had no reason to be far off, and it would really have cost less than the limit.
 */

const documentsEach = 500;
const size = 120;

/** The memory of a process that can be made to forget: what is remembered is all that one request leaves to the next. */
class ForgettableLists extends KnownLists {
  private memory = new KnownLists();

  override lengthOf(list: ListName): number | undefined {
    return this.memory.lengthOf(list);
  }

  override learnLength(list: ListName, length: number): void {
    this.memory.learnLength(list, length);
  }

  override recentSingles(list: ListName): number {
    return this.memory.recentSingles(list);
  }

  override noteSingles(list: ListName, count: number): void {
    this.memory.noteSingles(list, count);
  }

  override noteSweep(list: ListName): void {
    this.memory.noteSweep(list);
  }

  forget(): void {
    this.memory = new KnownLists();
  }
}

interface Sample {
  readonly document: string;
  readonly estimatedCalls: number;
  readonly actualCalls: number;
  /** Whether every page of the answer has one behind it. */
  readonly isFull: boolean;
}

const { schema, sdl } = buildSubgraph({ relayNodeFields: true });
const estimateOfRouter = createEstimator(sdl);

const cursorsAt = [
  ['Query.accounts', (page: string) => `{ accounts(first: 100) ${page} }`],
  ['Query.accountEnrollments', (page: string) => `{ accountEnrollments(first: 100) ${page} }`],
  ['Query.accountGroups', (page: string) => `{ accountGroups(first: 1) ${page} }`],
  ['Query.cloudResources', (page: string) => `{ cloudResources(first: 10) ${page} }`],
  ['Query.accountFactoryBaselines', (page: string) => `{ accountFactoryBaselines ${page} }`],
  ['Query.accountFactoryBaselineItems', (page: string) => `{ accountFactoryBaselineItems ${page} }`],
] as const;

/** Every string under a name, anywhere in an answer. */
const textsUnder = (name: string, value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : textsUnder(name, inner),
  );
};

const explore = async (gateway: TestGateway, accountIds: readonly string[]): Promise<KnownWorld> => {
  const { data } = await gateway.query(`{
    currentAccount { id resources(first: 30) { nodes { id region resourceType resourceId } } }
    resourceDirectory { rootFolder { folderId children { nodes { id folderId children { nodes { folderId } } } } } }
    accounts(first: 50) { nodes { id } }
    accountFactoryBaselines { nodes { id baselineId } }
    accountEnrollments(first: 30) { nodes { id } }
    configurationRecorder { id }
    accountGroups { nodes { id accountGroupId } }
  }`);
  const { currentAccount } = data as { currentAccount: { resources: { nodes: Record<string, string>[] } } };
  const cursors: Record<string, string[]> = {};
  for (const [field, document] of cursorsAt) {
    const answer = await gateway.query(document('{ pageInfo { endCursor } edges { cursor } }'));
    cursors[field] = [...textsUnder('cursor', answer.data), ...textsUnder('endCursor', answer.data)];
  }
  return {
    accountIds: [...accountIds, '1999999999999999'],
    folderIds: [...textsUnder('folderId', data), 'fd-0000000000'],
    accountGroupIds: [...textsUnder('accountGroupId', data), 'ca-00000000000000000000'],
    baselineIds: [...textsUnder('baselineId', data), 'afb-unknown'],
    resourceKeys: currentAccount.resources.nodes.map(
      ({ region, resourceType, resourceId }) =>
        `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`,
    ),
    globalIds: byType(textsUnder('id', data)),
    cursors,
  };
};

const byType = (ids: readonly string[]): Record<string, string[]> => {
  const types: Record<string, string[]> = {};
  for (const id of ids) (types[readGlobalId(id)?.typeName ?? ''] ??= []).push(id);
  return types;
};

const pagesOf = (value: unknown): { readonly hasNextPage: boolean }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'pageInfo' in value ? [value.pageInfo as { hasNextPage: boolean }] : [];
  return [...own, ...Object.values(value).flatMap(pagesOf)];
};

const worlds: readonly [string, { readonly accounts?: number }, readonly string[]][] = [
  ['demo', {}, Object.values(demoAccounts)],
  [
    `a directory of ${size}`,
    { accounts: size },
    Array.from({ length: size }, (_, index) => generatedWorld(size).accountId(index)),
  ],
];

const samples: Sample[] = [];

describe.each(worlds)('in %s', (name, options, accountIds) => {
  const lists = new ForgettableLists();
  let gateway: TestGateway;
  let boundless: TestGateway;
  beforeAll(async () => {
    [gateway, boundless] = await Promise.all([
      startGateway({ ...options, lists }),
      startGateway({ ...options, lists, maxUpstreamCalls: 100_000 }),
    ]);
  });
  afterAll(() => Promise.all([gateway.stop(), boundless.stop()]));

  it('no document costs more than its price, nor is priced higher than by a router, and each is refused exactly where its price is above the limit', async () => {
    const next = createRandomDocuments(schema, await explore(gateway, accountIds), seededRandom(`prices of ${name}`));
    const wrong: object[] = [];

    for (let count = 0; count < documentsEach; count += 1) {
      const document = next();
      lists.forget();
      gateway.emulator.calls.clear();
      const { data, cost, errors = [], status } = await gateway.ask(document);
      const calls = gateway.upstreamCalls().length;
      const isRefused = errors.some(({ extensions }) => extensions?.code === 'LIMIT_EXCEEDED');
      const isRight =
        cost.estimatedCalls > 600
          ? isRefused && status === 400 && calls === 0 && data === undefined
          : !isRefused && status === 200 && calls === cost.actualCalls && calls <= cost.estimatedCalls;
      if (!isRight) wrong.push({ document, cost, calls, errors });
      // Federation's own fields have no price that a router could read.
      const router = document.includes('_entities') ? Infinity : estimateOfRouter(document);
      if (cost.estimatedCalls > router) wrong.push({ document, cost, router });
      if (isRefused) {
        lists.forget();
        const answer = await boundless.ask(document);
        if (answer.cost.actualCalls > answer.cost.estimatedCalls) wrong.push({ document, cost: answer.cost });
        samples.push({ document, ...answer.cost, isFull: isFull(answer.data) });
      } else samples.push({ document, ...cost, isFull: isFull(data) });
    }

    expect(wrong).toEqual([]);
  }, 300_000);
});

const isFull = (data: unknown): boolean => {
  const pages = pagesOf(data);
  return pages.length > 0 && pages.every(({ hasNextPage }) => hasNextPage);
};

const quantile = (ratios: readonly number[], share: number): number =>
  [...ratios].sort((one, other) => one - other)[Math.floor(share * (ratios.length - 1))] ?? NaN;

it('is at most twice what it comes to, for half of the documents with full pages', () => {
  const ratiosOf = (chosen: readonly Sample[]): number[] =>
    chosen.filter(({ actualCalls }) => actualCalls > 0).map((one) => one.estimatedCalls / one.actualCalls);
  const full = samples.filter((sample) => sample.isFull);

  if (process.env.PRINT_PRICES === '1') {
    for (const [title, chosen] of [
      ['all', samples],
      ['full pages', full],
    ] as const) {
      const ratios = ratiosOf(chosen);
      const shares = [0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 1].map((share) => quantile(ratios, share).toFixed(2));
      const refused = chosen.filter(({ estimatedCalls }) => estimatedCalls > 600);
      const sum = (key: 'estimatedCalls' | 'actualCalls') => chosen.reduce((total, one) => total + one[key], 0);
      process.stdout.write(
        `${title}: ${chosen.length} documents, estimate/actual at 5/25/50/75/90/99/100 %: ${shares.join(' ')}; sums ${sum('estimatedCalls')}/${sum('actualCalls')}; refused ${refused.length}, of them really under the limit ${refused.filter(({ actualCalls }) => actualCalls <= 600).length}; free ${chosen.length - ratios.length}\n`,
      );
    }
  }
  expect(samples).toHaveLength(2 * documentsEach);
  expect(full.length).toBeGreaterThan(documentsEach / 10);
  expect(full.filter(({ estimatedCalls, actualCalls }) => estimatedCalls > 600 && actualCalls <= 600)).toEqual([]);
  expect(quantile(ratiosOf(full), 0.5)).toBeLessThanOrEqual(2);
});
