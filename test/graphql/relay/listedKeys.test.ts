import fc from 'fast-check';
import { demoAccounts, demoWorld } from '../../../src/emulator';
import { runs } from '../../support/soak';
import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';

const accountId = demoAccounts.management;
const regular = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance' };

interface Key {
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** Parts of keys that are unusual, and listed all the same. */
const oddKeys: readonly Key[] = [
  { ...regular, region: '', resourceId: 'i-without-region' },
  { ...regular, region: '  ', resourceId: 'i-with-blank-region' },
  { ...regular, resourceId: '   ' },
  { ...regular, resourceId: 'a:b/c d' },
  { ...regular, region: 'global', resourceId: ' leading and trailing ' },
  { ...regular, region: '', resourceId: '数据😀%2F&=+"\\' },
  { ...regular, resourceType: 'instance', resourceId: 'i-of-odd-type' },
  { ...regular, resourceType: ' ', resourceId: 'i-of-blank-type' },
  { ...regular, resourceType: 'ACS::OSS:Bucket/v2', resourceId: 'a' },
  { ...regular, resourceId: 'x'.repeat(4_000) },
];

/** A part of a key: whatever a product may take for a name. Commas apart, which the upstream's own filters split at. */
const part = fc.oneof(
  fc.constantFrom(' ', '\t', ':', '::', '/', '/a/b/', 'ACS::', '::ACS::ECS', '__proto__', 'null', '0', '中文', '👩‍👩‍👧'),
  fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
);
const key: fc.Arbitrary<Key> = fc.record({
  region: fc.oneof(fc.constantFrom('', 'cn-hangzhou', 'global'), part),
  resourceType: fc.oneof(fc.constantFrom('ACS::ECS::Instance'), part),
  resourceId: part,
});

const changes = [
  { at: '2026-06-20T08:00:00.000Z', type: 'MODIFY' as const, diff: { Status: ['a', 'b'] as [string, string] } },
];
const between = '{ from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }';

const startWith = (keys: readonly Key[], owner: string): Promise<TestGateway> => {
  const resources = keys.map((one) => ({ accountId: owner, changes, ...one }));
  return startGateway({ world: { ...demoWorld(), resources } });
};

interface Listed extends Key {
  readonly id: string;
  readonly accountId: string;
}

const listOwn = async (gateway: TestGateway): Promise<readonly Listed[]> => {
  const list = await gateway.query<{ currentAccount: { resources: { nodes: Listed[] } } }>(
    '{ currentAccount { resources(first: 100) { nodes { id accountId region resourceType resourceId } } } }',
  );
  return list.data?.currentAccount.resources.nodes ?? [];
};

const listOfGroup = async (gateway: TestGateway): Promise<readonly Listed[]> => {
  const list = await gateway.query<{ cloudResources: { nodes: Listed[] } }>(
    '{ cloudResources(first: 100) { nodes { id accountId region resourceType resourceId } } }',
  );
  return list.data?.cloudResources.nodes ?? [];
};

/** Finds one object in every way by what a list returned of it. */
const findAgain = async (gateway: TestGateway, { id, ...listed }: Listed): Promise<void> => {
  const again = await gateway.query<{ node: { configurationTimeline: { nodes: { id: string }[] } } }>(
    `query Again($id: ID!, $of: [_Any!]!, $key: CloudResourceKeyInput!) {
      node(id: $id) { id ... on CloudResource { configurationTimeline(between: ${between}) { nodes { id } } } }
      _entities(representations: $of) { ... on CloudResource { id configuration } }
      cloudResource(key: $key) { id }
      configurationTimeline(resource: $key, between: ${between}) { nodes { id eventType } }
      empty: configurationTimeline(resource: $key, between: { to: "2026-06-10T00:00:00Z" }) { nodes { id } }
    }`,
    { id, of: [{ __typename: 'CloudResource', ...listed }], key: listed },
  );
  const [change] = again.data?.node.configurationTimeline.nodes ?? [];

  expect(again).toEqual({
    data: {
      node: { id, configurationTimeline: { nodes: [{ id: expect.any(String) as string }] } },
      _entities: [{ id, configuration: expect.anything() as unknown }],
      cloudResource: { id },
      configurationTimeline: { nodes: [{ id: change?.id, eventType: 'MODIFY' }] },
      empty: { nodes: [] },
    },
  });
  expect(await gateway.query('query ($id: ID!) { node(id: $id) { id } }', { id: change?.id })).toEqual({
    data: { node: { id: change?.id } },
  });
};

const byKey = (one: Key, other: Key): number => (textOf(one) < textOf(other) ? -1 : 1);
const textOf = ({ region, resourceType, resourceId }: Key): string =>
  JSON.stringify([region, resourceType, resourceId]);
const plain = ({ region, resourceType, resourceId }: Key): Key => ({ region, resourceType, resourceId });

it.each([
  ['an account', accountId, listOwn],
  ['an account group', demoAccounts.paymentsProduction, listOfGroup],
] as const)(
  'finds every listed resource of %s by the ID and the key that it is listed with',
  async (_, owner, list) => {
    const gateway = await startWith(oddKeys, owner);
    try {
      const listed = await list(gateway);
      expect(listed.map(plain).sort(byKey)).toEqual([...oddKeys].sort(byKey));

      for (const one of listed) await findAgain(gateway, one);
    } finally {
      await gateway.stop();
    }
  },
);

it('says of a resource without a region why an upstream that refuses an empty one does not read it', async () => {
  const resources = [{ accountId, changes, ...regular, region: '', resourceId: 'i-without-region' }];
  const gateway = await startGateway({
    world: { ...demoWorld(), resources },
    readings: { emptyRegion: 'Invalid.region.Value' },
  });
  try {
    const { data, errors } = await gateway.query(
      `{ currentAccount { resources { nodes {
        region resourceId configuration configurationTimeline(between: ${between}) { nodes { id } }
      } } } }`,
    );

    const listed = { region: '', resourceId: 'i-without-region', configuration: null, configurationTimeline: null };
    expect(data).toEqual({ currentAccount: { resources: { nodes: [listed] } } });
    const expected = {
      message:
        'Cloud Config lists this resource without a region, and refuses to read it by its key because that has none.',
      extensions: expect.objectContaining({ code: 'UPSTREAM_REJECTED', retryable: false }) as object,
    };
    expect(errors).toEqual([expect.objectContaining(expected), expect.objectContaining(expected)]);
  } finally {
    await gateway.stop();
  }
});

it('finds resources with any key again', async () => {
  const keys = fc.uniqueArray(key, { minLength: 20, maxLength: 20, selector: textOf });
  await fc.assert(
    fc.asyncProperty(keys, async (some) => {
      const gateway = await startWith(some, accountId);
      try {
        const listed = await listOwn(gateway);
        expect(listed.map(plain).sort(byKey)).toEqual([...some].sort(byKey));

        for (const one of listed) await findAgain(gateway, one);
      } finally {
        await gateway.stop();
      }
    }),
    runs(4),
  );
});

it('shows a slip in a key of which nothing is found, with the form that is right', async () => {
  const gateway = await startWith([], accountId);
  const slips: readonly (readonly [Partial<Key>, string])[] = [
    [{ region: ' ' }, 'region'],
    [{ resourceType: 'instance' }, 'resourceType'],
    [{ resourceId: ' ' }, 'resourceId'],
  ];
  try {
    for (const [slip, name] of slips) {
      const answer = await gateway.query(
        `query ($key: CloudResourceKeyInput!) {
          cloudResource(key: $key) { id }
          configurationTimeline(resource: $key, between: ${between}) { nodes { id } }
        }`,
        { key: { ...regular, resourceId: 'i-none', ...slip } },
      );

      expect(answer).toMatchObject({
        data: { cloudResource: null, configurationTimeline: null },
        errors: expect.arrayContaining([
          expect.objectContaining({ extensions: expect.objectContaining({ field: ['key', name] }) as object }),
          expect.objectContaining({ extensions: expect.objectContaining({ field: ['resource', name] }) as object }),
        ]) as object[],
      });
    }
  } finally {
    await gateway.stop();
  }
});
