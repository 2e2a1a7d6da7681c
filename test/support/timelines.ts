import type { Emulator } from '../../src/emulator';
import { demoAccounts } from '../../src/emulator';
import type { TestGateway } from './startGateway';

/** What identifies a resource in a document. */
export interface ResourceKey {
  readonly accountId?: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** Resources of the demo world's management account, by what is worth knowing of their histories. */
export const demoResources = {
  /** 168 changes in the last 30 days, 25 older ones, 48 to come. */
  busy: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-bp1a9fk3m7q2x8c5v0zt' },
  /** One discovery, then 3, 4 and 5 changes within one millisecond each, two of them equal. */
  tied: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::SecurityGroup', resourceId: 'sg-bp1t4e8w2y6u0i9o5p3a' },
  removed: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Disk', resourceId: 'd-bp1r5s9d3f7g1h4j8k2l' },
  /** Every irregularity of published samples. */
  odd: { region: 'cn-hangzhou', resourceType: 'ACS::RDS::DBInstance', resourceId: 'rm-bp1odd7w3e5r9t1y6' },
  bucket: { region: 'cn-shanghai', resourceType: 'ACS::OSS::Bucket', resourceId: 'lotus-valley-billing-reports' },
} as const satisfies Record<string, ResourceKey>;

export const dayMs = 24 * 60 * 60_000;

/** A page as {@link timelineDocument} asks for it. */
export interface TimelinePage {
  readonly totalCount: number | null;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: Change }[];
}

export interface Change {
  readonly capturedAt: string;
  readonly rawEventType: string;
  readonly rawDiff: string | null;
}

export interface TimelineVariables {
  readonly resource: ResourceKey;
  readonly between?: { readonly from?: string; readonly to?: string } | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly filter?: {
    readonly eventTypes?: readonly string[] | null;
    readonly paths?: readonly string[] | null;
  } | null;
}

export const timelineDocument = `
  query ($resource: CloudResourceKeyInput!, $between: TimeRangeInput, $first: Int, $after: String, $filter: ConfigurationChangeFilter) {
    configurationTimeline(resource: $resource, between: $between, first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { capturedAt rawEventType rawDiff } }
    }
  }`;

/** Asks for one page, with everything that can come of it. */
export const askPage = (gateway: TestGateway, variables: TimelineVariables, headers?: Record<string, string>) =>
  gateway.query<{ configurationTimeline: TimelinePage | null }, TimelineVariables>(
    timelineDocument,
    variables,
    headers,
  );

/** Asks for one page that must arrive. */
export const readPage = async (
  gateway: TestGateway,
  variables: TimelineVariables,
  headers?: Record<string, string>,
): Promise<TimelinePage> => {
  const { data, errors } = await askPage(gateway, variables, headers);
  if (!data?.configurationTimeline || errors) throw new Error(`No page came: ${JSON.stringify(errors)}`);
  return data.configurationTimeline;
};

/** All pages of a timeline, `sizes` taken in turn. */
export const readPages = async (
  gateway: TestGateway,
  variables: TimelineVariables,
  sizes: readonly number[],
  between?: () => void,
  headers?: Record<string, string>,
): Promise<TimelinePage[]> => {
  const pages: TimelinePage[] = [];
  let after: string | null = null;
  do {
    const first = sizes[pages.length % sizes.length];
    const page: TimelinePage = await readPage(gateway, { ...variables, after, first }, headers);
    pages.push(page);
    between?.();
    const next = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (next !== null && next === after) throw new Error(`The cursor of page ${pages.length} leads to itself.`);
    after = next;
  } while (after !== null && pages.length < 1000);
  return pages;
};

export const changesOf = (pages: readonly TimelinePage[]): Change[] =>
  pages.flatMap(({ edges }) => edges.map(({ node }) => node));

/** What the world recorded of a resource from `from` inclusive to `to` exclusive, newest first, equal changes once. */
export const recordedChanges = (
  { world }: Emulator,
  { accountId = demoAccounts.management, region, resourceType, resourceId }: ResourceKey,
  from: number,
  to: number,
): Change[] =>
  distinct(world.timelines.get({ accountId, region, resourceType, resourceId })?.slice(0, Infinity) ?? [])
    .filter(({ capturedAt }) => capturedAt >= from && capturedAt < to)
    .map(({ capturedAt, type, diff }) => ({
      capturedAt: new Date(capturedAt).toISOString(),
      rawEventType: type,
      rawDiff: diff ?? null,
    }))
    .reverse();

const distinct = <T>(changes: readonly T[]): T[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];

/** For comparing changes if nothing promises the order within a millisecond. */
export const sorted = (changes: readonly Change[]): string[] => changes.map((one) => JSON.stringify(one)).sort();
