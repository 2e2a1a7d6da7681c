import { SimulatedTime } from './simulatedTime';
import type { GraphQLAnswer, TestGateway } from './startGateway';
import { startGateway } from './startGateway';

/** What a first page of the changes of a directory comes to. */
export interface FeedFigures {
  /** Of the account group, as it counts them itself. */
  readonly resources: number;
  /** The number of changes on the page. */
  readonly changes: number;
  /** By action, sessions and the gateway’s own identity excepted. */
  readonly calls: Readonly<Record<string, number>>;
  readonly total: number;
  /** How long it took in simulated time, if each call takes 100 ms, and the emulator enforces the documented quotas. */
  readonly simulatedMs: number;
}

const document =
  '{ configurationChanges(first: 50) { nodes { id } pageInfo { hasNextPage endCursor } gaps { code } } }';

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly gaps: readonly { readonly code: string }[];
}

interface Data {
  readonly configurationChanges: Page;
}
type Answer = GraphQLAnswer<Data>;

interface Directory {
  readonly accounts: number;
  readonly changedToday: number;
}

/** Starts a gateway over a generated directory, with nothing cached. */
export const openDirectory = async (directory: Directory): Promise<{ gateway: TestGateway; time: SimulatedTime }> => {
  const time = new SimulatedTime();
  const gateway = await startGateway({ ...directory, cacheMaxBytes: 0, clock: time, quotas: true });
  gateway.emulator.faults.add({ kind: 'latency', ms: 100 });
  return { gateway, time };
};

/** How often each action was called. */
export const countCalls = (gateway: TestGateway): Record<string, number> => {
  const calls: Record<string, number> = {};
  for (const action of gateway.upstreamCalls()) calls[action] = (calls[action] ?? 0) + 1;
  return calls;
};

/** Reads the first page of what changed today. @throws if anything is missing from it but members without a role. */
export const measureFirstPage = async (directory: Directory): Promise<FeedFigures> => {
  const { gateway, time } = await openDirectory(directory);
  try {
    const before = time.now();
    const { data, errors } = await time.passUntil(gateway.query<{ configurationChanges: Page }>(document));
    const simulatedMs = Math.round(time.now() - before);
    const { nodes, gaps } = data?.configurationChanges ?? { nodes: [], gaps: [] };
    // One in twenty members of a generated directory has no role.
    const isWhole = errors === undefined && gaps.every(({ code }) => code === 'FORBIDDEN');
    if (!isWhole) throw new Error(JSON.stringify({ errors, gaps }));
    const calls = countCalls(gateway);
    const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
    return { resources: await countResources(gateway, time), changes: nodes.length, calls, total, simulatedMs };
  } finally {
    await gateway.stop();
  }
};

const countResources = async (gateway: TestGateway, time: SimulatedTime): Promise<number> => {
  const { data } = await time.passUntil(
    gateway.query<{ accountGroups: { nodes: { resourceCounts: { count: number }[] }[] } }>(
      '{ accountGroups(first: 1) { nodes { resourceCounts(by: REGION) { count } } } }',
    ),
  );
  return (data?.accountGroups.nodes[0]?.resourceCounts ?? []).reduce((sum, { count }) => sum + count, 0);
};

/** Reads all pages of what changed today, and calls back after each. @returns how many changes they have. */
export const walkPages = async (
  { gateway, time }: { readonly gateway: TestGateway; readonly time: SimulatedTime },
  onPage: (number: number) => void = () => undefined,
): Promise<number> => {
  const query = document.replace('first: 50', 'first: 50, after: $after').replace('{', 'query ($after: String) {');
  const ids = new Set<string>();
  let after: string | null = null;
  for (let number = 1; ; number += 1) {
    const answer: Answer = await time.passUntil(gateway.query<Data>(query, { after }));
    const page = answer.data?.configurationChanges;
    for (const { id } of page?.nodes ?? []) ids.add(id);
    onPage(number);
    if (page?.pageInfo.hasNextPage !== true) return ids.size;
    after = page.pageInfo.endCursor;
  }
};
