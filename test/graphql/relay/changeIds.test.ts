import { demoAccounts } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources } from '../../support/timelines';

/* The ids of changes and of members of account groups: stable, and found again by `node`. */

const { management, paymentsProduction } = demoAccounts;

let older: TestGateway;
let newer: TestGateway;
let throughGroup: TestGateway;
beforeAll(async () => {
  [older, newer, throughGroup] = await Promise.all([
    startGateway({ cloudConfigVersion: '2019-01-08' }),
    startGateway({ cloudConfigVersion: '2020-09-07' }),
    startGateway({ memberAccess: 'account-group' }),
  ]);
});
beforeEach(() => {
  for (const { emulator } of [older, newer, throughGroup]) emulator.reset();
});
afterAll(() => Promise.all([older.stop(), newer.stop(), throughGroup.stop()]));

const fields = 'id eventType capturedAt rawDiff changes { path } resource { id }';
const timeline = `query ($resource: CloudResourceKeyInput!) {
  configurationTimeline(resource: $resource, between: { last: "P2Y" }, first: 100) { nodes { ${fields} } }
}`;
const refetch = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ConfigurationChange { ${fields} } } }`;

interface Change {
  readonly id: string;
  readonly rawDiff: string | null;
}

const changesOf = async (gateway: TestGateway, resource: object): Promise<readonly Change[]> => {
  const { data, errors } = await gateway.query<{ configurationTimeline: { nodes: readonly Change[] } }>(timeline, {
    resource,
  });
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.configurationTimeline.nodes;
};

describe.each(Object.entries(demoResources))('the changes of the %s resource', (_, resource) => {
  it('have ids of their own, the same in both versions, by which node finds them again', async () => {
    const changes = await changesOf(newer, resource);

    const ids = changes.map(({ id }) => id);
    // Equal records of one millisecond are one change.
    expect(new Set(ids).size).toBe(new Set(changes.map((change) => JSON.stringify(change))).size);
    expect(new Set(ids).size).toBe(new Set(changes.map(({ id: _, ...rest }) => JSON.stringify(rest))).size);
    expect((await changesOf(older, resource)).map(({ id }) => id)).toEqual(ids);
    for (const gateway of [older, newer]) {
      const { data, errors } = await gateway.query<{ nodes: readonly Change[] }>(refetch, { ids });
      expect(errors).toBeUndefined();
      expect(data?.nodes.map(({ id }) => id)).toEqual(ids);
    }
    expect((await newer.query(refetch, { ids })).data).toEqual({ nodes: changes });
  });
});

it('are the same by a role in the member and through an account group, and found either way', async () => {
  const query =
    '{ cloudResources(filter: { resourceTypes: ["ACS::ECS::Instance"] }, first: 100) { nodes { accountId region resourceType resourceId } } }';
  const { data } = await newer.query<{ cloudResources: { nodes: readonly { accountId: string }[] } }>(query);
  const ofMember = data?.cloudResources.nodes.find(({ accountId }) => accountId !== management);
  if (ofMember === undefined) throw new Error('The demo has no instance of a member.');

  const byRole = await changesOf(newer, ofMember);
  const byGroup = await changesOf(throughGroup, ofMember);
  const ids = byRole.map(({ id }) => id);
  const refetched = await throughGroup.query<{ nodes: readonly Change[] }>(refetch, { ids });

  expect(byGroup.map(({ id }) => id)).toEqual(ids);
  expect(ids).not.toEqual([]);
  expect(refetched).toEqual({ data: { nodes: byGroup } });
});

it('cost one call each, whatever lies around the change', async () => {
  const [change] = await changesOf(newer, demoResources.busy);
  newer.emulator.calls.clear();

  await newer.query(refetch, { ids: [change?.id, change?.id] });

  expect(newer.upstreamCalls()).toEqual(['GetResourceConfigurationTimeline']);
});

it.each(['inclusive', 'exclusive'] as const)('are found if the bounds of a window are %s', async (windowBounds) => {
  const [first] = await changesOf(newer, demoResources.tied);
  newer.emulator.readings.choose({ windowBounds, lastPageToken: 'present', tieOrder: 'shuffled' });

  const { data } = await newer.query(refetch, { ids: [first?.id] });

  expect(data).toEqual({ nodes: [first] });
});

it('are found long after they were captured', async () => {
  const [first] = await changesOf(newer, demoResources.bucket);
  newer.emulator.world.clock.advance(300 * dayMs);

  expect(await newer.query(refetch, { ids: [first?.id] })).toEqual({ data: { nodes: [first] } });
});

it('are null without an error if there is no such change', async () => {
  const { region, resourceType, resourceId } = demoResources.busy;
  const idOf = (...key: string[]) => Buffer.from(JSON.stringify(['ConfigurationChange', ...key])).toString('base64url');
  const resource = [management, region, resourceType, resourceId];
  const ids = [
    idOf(...resource, '1782763210406', 'AAAAAAAAAA'),
    idOf(...resource, '1', 'AAAAAAAAAA'),
    idOf(...resource, 'yesterday', 'AAAAAAAAAA'),
  ];

  expect(await newer.query(refetch, { ids })).toEqual({ data: { nodes: [null, null, null] } });
});

describe('the members of an account group', () => {
  const groups = '{ accountGroups { nodes { members(first: 100) { nodes { id accountId recorderStatus } } } } }';
  interface Groups {
    readonly accountGroups: { readonly nodes: readonly { readonly members: { readonly nodes: readonly Change[] } }[] };
  }

  it('have ids by which node finds them again, with one call for all of a group', async () => {
    const { data } = await newer.query<Groups>(groups);
    const members = data?.accountGroups.nodes[0]?.members.nodes ?? [];
    newer.emulator.calls.clear();

    const answer = await newer.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AccountGroupMember { id accountId recorderStatus } } }',
      { ids: members.map(({ id }) => id) },
    );

    expect(members.length).toBeGreaterThan(5);
    expect(answer).toEqual({ data: { nodes: members } });
    expect(newer.upstreamCalls()).toEqual(['GetAggregator']);
  });

  it('are null without an error for a group that there is not, and for an account that is not in it', async () => {
    const { data } = await newer.query<Groups>(groups);
    const [type, group] = JSON.parse(
      Buffer.from(data?.accountGroups.nodes[0]?.members.nodes[0]?.id ?? '', 'base64url').toString(),
    ) as string[];
    const idOf = (...parts: (string | undefined)[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

    const answer = await newer.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [idOf(type, group, '1999999999999999'), idOf(type, 'ca-none', paymentsProduction)],
    });

    expect(answer).toEqual({ data: { nodes: [null, null] } });
  });
});
