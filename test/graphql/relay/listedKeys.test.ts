import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { demoAccounts } from '../../../src/emulator/world/demo/company';
import { demoWorld } from '../../../src/emulator/world/demo/demoWorld';
import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';

const accountId = demoAccounts.management;
const resourceType = 'ACS::ECS::Instance';

/** Parts of keys that are unusual, and listed all the same. */
const oddKeys = [
  { region: '', resourceId: 'i-without-region' },
  { region: 'cn-hangzhou', resourceId: 'a:b/c d' },
  { region: 'global', resourceId: ' leading and trailing ' },
  { region: '', resourceId: '数据😀%2F&=+"\\' },
];

let gateway: TestGateway;

beforeAll(async () => {
  const world: WorldDefinition = demoWorld();
  const resources = oddKeys.map((key) => ({
    accountId,
    resourceType,
    ...key,
    changes: [
      { at: '2026-06-20T08:00:00.000Z', type: 'MODIFY' as const, diff: { Status: ['a', 'b'] as [string, string] } },
    ],
  }));
  gateway = await startGateway({ world: { ...world, resources: [...(world.resources ?? []), ...resources] } });
});

afterAll(async () => {
  await gateway.stop();
});

interface Listed {
  readonly id: string;
  readonly region: string;
  readonly resourceId: string;
}

it.each(oddKeys)('finds a resource by the ID and the key that it is listed with: %j', async (key) => {
  const list = await gateway.query<{ currentAccount: { resources: { nodes: Listed[] } } }>(
    'query L($id: ID!) { currentAccount { resources(filter: { resourceId: $id }) { nodes { id region resourceId } } } }',
    { id: key.resourceId },
  );
  const [listed] = list.data?.currentAccount.resources.nodes ?? [];
  expect(listed).toMatchObject(key);

  const full = { accountId, resourceType, ...key };
  const again = await gateway.query(
    `query Again($id: ID!, $of: [_Any!]!, $key: CloudResourceKeyInput!) {
      node(id: $id) { id }
      _entities(representations: $of) { ... on CloudResource { id configuration } }
      cloudResource(key: $key) { id }
      configurationTimeline(resource: $key, between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }) {
        nodes { eventType }
      }
    }`,
    { id: listed?.id, of: [{ __typename: 'CloudResource', ...full }], key: full },
  );

  expect(again).toMatchObject({
    data: {
      node: { id: listed?.id },
      _entities: [{ id: listed?.id }],
      cloudResource: { id: listed?.id },
      configurationTimeline: { nodes: [{ eventType: 'MODIFY' }] },
    },
  });
  expect(again.errors).toBeUndefined();
});
