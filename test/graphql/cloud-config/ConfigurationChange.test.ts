import { demoAccounts } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { demoResources } from '../../support/timelines';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const document = `
  query ($resource: CloudResourceKeyInput!, $first: Int) {
    configurationTimeline(resource: $resource, first: $first) {
      nodes {
        resource { accountId region resourceType resourceId account { accountId } }
        eventType rawEventType capturedAt resourceName availabilityZone resourceCreatedAt
        tags { key value } rawTags
        changes { path kind before after } rawDiff
      }
    }
  }`;

interface Node {
  readonly eventType: string;
  readonly rawEventType: string;
  readonly capturedAt: string;
  readonly tags: unknown;
  readonly rawTags: string | null;
  readonly changes: unknown;
  readonly rawDiff: string | null;
  readonly availabilityZone: string | null;
}

const nodesOf = async (resource: object, first = 20): Promise<readonly Node[]> => {
  const { data, errors } = await gateway.query<{ configurationTimeline: { nodes: readonly Node[] } }>(document, {
    resource,
    first,
  });
  expect(errors).toBeUndefined();
  return data?.configurationTimeline.nodes ?? [];
};

it('shows a change whole, parsed and as the upstream wrote it', async () => {
  const [removal] = await nodesOf(demoResources.removed, 1);

  expect(removal).toEqual({
    resource: {
      accountId: demoAccounts.management,
      ...demoResources.removed,
      account: { accountId: demoAccounts.management },
    },
    eventType: 'REMOVE',
    rawEventType: 'REMOVE',
    capturedAt: '2026-06-22T08:00:00.000Z',
    resourceName: 'billing-scratch',
    availabilityZone: 'cn-hangzhou-h',
    resourceCreatedAt: '2026-06-12T08:00:00.000Z',
    tags: [],
    rawTags: '{}',
    changes: [
      { path: 'Status', kind: 'REMOVED', before: 'Available', after: null },
      { path: 'Size', kind: 'REMOVED', before: 100, after: null },
      { path: 'Category', kind: 'REMOVED', before: 'cloud_essd', after: null },
      { path: 'DeleteWithInstance', kind: 'REMOVED', before: true, after: null },
    ],
    rawDiff:
      '{"Status":["Available",null],"Size":[100,null],"Category":["cloud_essd",null],"DeleteWithInstance":[true,null]}',
  });
});

it('keeps the raw text of what it cannot parse, and says so by null, not by an error', async () => {
  const nodes = await nodesOf(demoResources.odd);

  expect(
    nodes.map(({ eventType, rawEventType, changes, rawDiff }) => [eventType, rawEventType, changes, rawDiff]),
  ).toEqual([
    ['MODIFY', 'MODIFY', [], '{}'],
    [
      'MODIFY_REVISED',
      'MODIFY_REVISED',
      [{ path: '数据库版本', kind: 'REPLACED', before: '8.0.28', after: '8.0.36' }],
      '{"数据库版本":["8.0.28","8.0.36"]}',
    ],
    ['MODIFY', 'MODIFY', null, '["DBInstanceStatus"]'],
    ['MODIFY', 'MODIFY', null, '{"DBInstanceStorage":200,"SecurityIPList":["10.0.0.0/8"]}'],
    ['MODIFY', 'MODIFY', null, '{"DBInstanceClass":["mysql.n2.medium.2c","mysql.n4.l'],
    ['MODIFY', 'MODIFY', [], ''],
    [
      'MODIFY',
      'MODIFY',
      [
        { path: 'DBInstanceStatus', kind: 'REMOVED', before: 'Running', after: null },
        { path: 'MaintainTime', kind: 'ADDED', before: null, after: '18:00Z-19:00Z' },
      ],
      '{"DBInstanceStatus":["Running",null],"MaintainTime":[null,"18:00Z-19:00Z"]}',
    ],
    [
      'DISCOVERED',
      'DISCOVERED',
      [{ path: 'ExpiredTime', kind: 'REPLACED', before: '2026-05-26T16:00Z', after: '2026-06-26T16:00Z' }],
      '{"ExpiredTime":["2026-05-26T16:00Z","2026-06-26T16:00Z"]}',
    ],
  ]);
  expect(nodes.map(({ tags, rawTags }) => [tags, rawTags])).toEqual([
    ...Array<unknown>(3).fill([[{ key: 'team', value: 'billing' }], '{"team":["billing"]}']),
    ...Array<unknown>(3).fill([[], '']),
    ...Array<unknown>(2).fill([[{ key: 'team', value: 'billing' }], '{""team"":[""billing""]}']),
  ]);
  expect(nodes.map(({ availabilityZone }) => availabilityZone)).toEqual(Array(8).fill(null));
});

it('has tags and changes if an upstream doubles its quotes, beside the raw text', async () => {
  gateway.emulator.faults.add({ kind: 'malformedTags' });

  const [change] = await nodesOf(demoResources.bucket, 1);

  expect(change).toMatchObject({
    tags: [
      { key: 'team', value: 'billing' },
      { key: 'retention', value: '7y' },
    ],
    rawTags: '{""team"":[""billing""],""retention"":[""7y""]}',
  });
  expect(change?.changes).not.toBeNull();
});

it('has the same tags and changes if an upstream escapes them once too often', async () => {
  const good = await nodesOf(demoResources.bucket, 10);
  gateway.emulator.faults.add({ kind: 'escapedJson' });

  const bad = await nodesOf(demoResources.bucket, 10);

  expect(good.some(({ changes }) => changes !== null)).toBe(true);
  expect(bad.map(({ tags, changes }) => ({ tags, changes }))).toEqual(
    good.map(({ tags, changes }) => ({ tags, changes })),
  );
  expect(bad[0]?.rawTags).toBe(String.raw`{\"team\":[\"billing\"],\"retention\":[\"7y\"]}`);
});

it('is UNKNOWN, beside the raw text, if its kind is not known yet', async () => {
  gateway.emulator.faults.add({ kind: 'unknownEnum', value: 'TELEPORTED' });

  const [change] = await nodesOf(demoResources.bucket, 1);

  expect(change).toMatchObject({ eventType: 'UNKNOWN', rawEventType: 'TELEPORTED' });
});

it.each([
  ['in odd letter case', { kind: 'oddCasing' }],
  ['with ids as numbers', { kind: 'idsAs', as: 'number' }],
  ['with ids as texts', { kind: 'idsAs', as: 'string' }],
] as const)('is the same in an answer %s', async (_, fault) => {
  const plain = await nodesOf(demoResources.busy, 10);
  gateway.emulator.faults.add(fault);

  const odd = await nodesOf(demoResources.busy, 10);

  expect(odd).toEqual(plain);
});

it('keeps every digit of long integers in a diff, and takes no key for more than a name', async () => {
  const own = await startGateway({
    world: {
      name: 'digits',
      epoch: '2026-06-30T08:00:00.000Z',
      accounts: [
        {
          accountId: '1000000000000001',
          name: 'root',
          displayName: 'Root',
          recorder: { since: '2025-01-01T00:00:00.000Z' },
        },
      ],
      resources: [
        {
          accountId: '1000000000000001',
          ...demoResources.busy,
          changes: [
            {
              at: '2026-06-29T00:00:00.000Z',
              type: 'MODIFY',
              diff: '{"OwnerId":[1587203946182045123,null],"__proto__":[{"a":9007199254740993},{"b":0.1}]}',
              tags: '{"constructor":["x"],"__proto__":["y"]}',
            },
          ],
        },
      ],
    },
  });

  const { data, errors } = await own.query<{ configurationTimeline: { nodes: readonly Node[] } }>(document, {
    resource: demoResources.busy,
  });

  await own.stop();
  expect(errors).toBeUndefined();
  expect(data?.configurationTimeline.nodes[0]).toMatchObject({
    changes: [
      { path: 'OwnerId', kind: 'REMOVED', before: '1587203946182045123', after: null },
      { path: '__proto__', kind: 'REPLACED', before: { a: '9007199254740993' }, after: { b: 0.1 } },
    ],
    tags: [
      { key: 'constructor', value: 'x' },
      { key: '__proto__', value: 'y' },
    ],
  });
});
