import { readGlobalId } from '../../schema/relay/globalId';
import type { KnownWorld } from './randomDocuments';
import type { TestGateway } from './startGateway';

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

/** So many members are known with what they have. */
const knownMembers = 4;

interface Recorded {
  readonly id: string;
  readonly accountId: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly configurationTimeline: { readonly edges: readonly { cursor: string; node: { capturedAt: string } }[] };
}

/** The resources of the first members that have some, and of the current account, whose keys say nothing of whose they are. */
const exploreResources = async (gateway: TestGateway, accountIds: readonly string[]): Promise<Recorded[]> => {
  const resources = `resources(first: 10) { nodes {
    id accountId region resourceType resourceId
    configurationTimeline(first: 90) { edges { cursor node { capturedAt } } }
  } }`;
  const found: Recorded[] = [];
  const add = (account: unknown): boolean => {
    const { nodes } = (account as { resources: { nodes: Recorded[] } | null } | null)?.resources ?? { nodes: [] };
    found.push(...nodes);
    return nodes.length > 0;
  };
  const own = await gateway.query(`{ currentAccount { accountId ${resources} } }`);
  add(own.data?.currentAccount);
  let members = 0;
  for (const accountId of accountIds) {
    if (members === knownMembers) break;
    if (accountId === found[0]?.accountId) continue;
    const { data } = await gateway.query(`{ account(accountId: "${accountId}") { ${resources} } }`);
    if (add(data?.account)) members += 1;
  }
  return found;
};

const keyOf = ({ accountId, region, resourceType, resourceId }: Recorded, of: 'own' | 'named'): string =>
  `{ ${of === 'own' ? '' : `accountId: "${accountId}", `}region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;

/**
 * What there is in a world, for the arguments of documents.
 *
 * @param gateway one that reads members by their roles.
 */
export const exploreWorld = async (gateway: TestGateway, accountIds: readonly string[]): Promise<KnownWorld> => {
  const { data } = await gateway.query(`{
    currentAccount { id }
    resourceDirectory { rootFolder { folderId children { nodes { id folderId children { nodes { folderId } } } } } }
    accounts(first: 50) { nodes { id configurationRecorder { id } } }
    accountFactoryBaselines { nodes { id baselineId } }
    accountEnrollments(first: 30) { nodes { id } }
    accountGroups { nodes { id accountGroupId } }
  }`);
  const cursors: Record<string, string[]> = {};
  for (const [field, document] of cursorsAt) {
    const answer = await gateway.query(document('{ pageInfo { endCursor } edges { cursor } }'));
    cursors[field] = [...textsUnder('cursor', answer.data), ...textsUnder('endCursor', answer.data)];
  }
  const recorded = await exploreResources(gateway, accountIds);
  const own = recorded[0]?.accountId;
  const known = [...accountIds, '1999999999999999'];
  const representationsOf = (typeName: string): string[] =>
    known.map((id) => `{ __typename: "${typeName}", accountId: "${id}" }`);
  return {
    accountIds: known,
    folderIds: [...textsUnder('folderId', data), 'fd-0000000000'],
    accountGroupIds: [...textsUnder('accountGroupId', data), 'ca-00000000000000000000'],
    baselineIds: [...textsUnder('baselineId', data), 'afb-unknown'],
    resources: recorded.map((one) => {
      const { edges } = one.configurationTimeline;
      return {
        key: keyOf(one, one.accountId === own ? 'own' : 'named'),
        capturedAt: [...new Set(edges.map(({ node }) => node.capturedAt))],
        cursors: edges.map(({ cursor }) => cursor),
      };
    }),
    representations: {
      Account: representationsOf('Account'),
      AccountEnrollment: representationsOf('AccountEnrollment'),
      ConfigurationRecorder: representationsOf('ConfigurationRecorder'),
      CloudResource: recorded.map((one) => keyOf(one, 'named').replace('{', '{ __typename: "CloudResource",')),
    },
    globalIds: byType([...textsUnder('id', data), ...recorded.map(({ id }) => id)]),
    cursors,
  };
};

const byType = (ids: readonly string[]): Record<string, string[]> => {
  const types: Record<string, string[]> = {};
  for (const id of ids) (types[readGlobalId(id)?.typeName ?? ''] ??= []).push(id);
  return types;
};
