import type { EmulatorOptions } from '../../../src/emulator';
import { demoAccounts, demoEpoch } from '../../../src/emulator';
import { actionNow } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { ResourceKey } from '../../support/timelines';
import { dayMs, demoResources } from '../../support/timelines';

/* `CloudResource.configurationAt`, over the emulator, whose world has the truth. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

interface Snapshot {
  readonly certainty: string;
  readonly reasons: readonly string[];
  readonly existed: boolean | null;
  readonly configuration: unknown;
  readonly heldFrom: string | null;
  readonly heldUntil: string | null;
  readonly undoneChanges: number;
}

const fields = 'time certainty reasons existed configuration heldFrom heldUntil undoneChanges';
const entity = `query ($keys: [_Any!]!, $time: DateTime!) {
  _entities(representations: $keys) { ... on CloudResource { configurationAt(time: $time) { ${fields} } } }
}`;

const ask = (resource: ResourceKey, time: number | string, of = gateway, headers: Record<string, string> = {}) =>
  of.query<{ _entities: readonly { configurationAt: Snapshot | null }[] }>(
    entity,
    {
      keys: [{ __typename: 'CloudResource', accountId: demoAccounts.management, ...resource }],
      time: new Date(time).toISOString(),
    },
    headers,
  );

const snapshotOf = async (resource: ResourceKey, time: number | string, of = gateway): Promise<Snapshot> => {
  const { data, errors } = await ask(resource, time, of);
  const snapshot = data?._entities[0]?.configurationAt;
  if (!snapshot || errors) throw new Error(JSON.stringify(errors));
  return snapshot;
};

/** What the world has of a resource after all that was captured at a time, in the order of their capture. */
const truthAt = ({ emulator: { world } }: TestGateway, resource: ResourceKey, time: number) => {
  const history = world.timelines.get({ accountId: demoAccounts.management, ...resource });
  if (history === undefined) throw new Error('There is no such resource.');
  const { to: count } = history.between(-Infinity, time);
  const [last] = history.slice(count - 1, count);
  const existed = count > 0 && last?.type !== 'REMOVE';
  return { existed, configuration: existed ? Object.fromEntries(history.configurationAfter(count)) : null };
};

const momentsOf = ({ emulator: { world } }: TestGateway, resource: ResourceKey): readonly number[] => {
  const history = world.timelines.get({ accountId: demoAccounts.management, ...resource });
  const { to = 0 } = history?.between(-Infinity, world.clock.now()) ?? {};
  return [...new Set(history?.slice(0, to).map(({ capturedAt }) => capturedAt))];
};

describe.each([
  ['busy', demoResources.busy, 17],
  ['removed', demoResources.removed, 1],
  ['bucket', demoResources.bucket, 1],
] as const)('the %s resource', (_, resource, every) => {
  it('is at each moment, and between them, exactly what it was', async () => {
    const moments = momentsOf(gateway, resource).filter((__, index) => index % every === 0);

    expect(moments.length).toBeGreaterThan(4);
    for (const moment of moments) {
      for (const time of [moment, moment + 1000]) {
        const { certainty, reasons, existed, configuration, heldFrom } = await snapshotOf(resource, time);

        expect([certainty, reasons]).toEqual(['EXACT', []]);
        expect({ existed, configuration }).toEqual(truthAt(gateway, resource, time));
        expect(heldFrom).toBe(new Date(moment).toISOString());
      }
    }
  });
});

it('is the same under both versions of Cloud Config, and through an account group', async () => {
  const key = { region: 'cn-hangzhou', resourceType: 'ACS::RDS::DBInstance', resourceId: 'rm-bp1z8x2c4v6b0n1m3' };
  const resource = { accountId: demoAccounts.paymentsProduction, ...key };
  const time = demoEpoch - 20 * dayMs;
  const others = await Promise.all([
    startGateway({ cloudConfigVersion: '2019-01-08' }),
    startGateway({ cloudConfigVersion: '2020-09-07' }),
    startGateway({ memberAccess: 'account-group' }),
  ]);

  const snapshots = await Promise.all(others.map((other) => snapshotOf(resource, time, other)));

  const throughGroup = others[2].upstreamCalls();
  await Promise.all(others.map((other) => other.stop()));
  expect(snapshots[0]).toMatchObject({ certainty: 'EXACT', existed: true, configuration: { DBInstanceStorage: 100 } });
  expect(snapshots).toEqual([snapshots[0], snapshots[0], snapshots[0]]);
  expect(throughGroup).toEqual(
    expect.arrayContaining(['GetAggregateDiscoveredResource', 'GetAggregateResourceConfigurationTimeline']),
  );
});

describe('the calls', () => {
  const detail = actionNow('DescribeDiscoveredResource');
  const timeline = actionNow('GetResourceConfigurationTimeline');

  it('are one of each operation, and no more for several times of one resource', async () => {
    const several = `query ($key: CloudResourceKeyInput!, $one: DateTime!, $other: DateTime!) {
      cloudResource(key: $key) {
        configuration
        one: configurationAt(time: $one) { configuration }
        other: configurationAt(time: $other) { configuration }
      }
    }`;
    const [one, other] = [demoEpoch - dayMs, demoEpoch - 3 * dayMs].map((time) => new Date(time).toISOString());

    const { cost } = await gateway.ask(several, { key: demoResources.busy, one, other });

    expect([...gateway.upstreamCalls()].sort()).toEqual([detail, timeline].sort());
    expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
  });

  it('are one more for each hundred changes since then', async () => {
    const { undoneChanges } = await snapshotOf(demoResources.busy, demoEpoch - 29 * dayMs);

    expect(undoneChanges).toBe(168);
    expect([...gateway.upstreamCalls()].sort()).toEqual([detail, timeline, timeline].sort());
  });

  it('are estimated at eleven', async () => {
    const document = `{ cloudResource(key: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }) {
      configurationAt(time: "2026-06-01T00:00:00Z") { certainty }
    } }`;
    const { cost } = await gateway.ask(document, {}, { 'x-cost-only': 'true' });

    expect(cost.estimatedCalls).toBe(11);
  });

  it('are none for the time if it is in the future', async () => {
    const time = demoEpoch + dayMs;
    const [en, zh] = await Promise.all([
      ask(demoResources.busy, time),
      ask(demoResources.busy, time, gateway, { 'accept-language': 'zh-CN' }),
    ]);

    expect(en.data).toEqual({ _entities: [{ configurationAt: null }] });
    expect(en.errors?.[0]).toMatchObject({
      message: 'time must be a time in the past, but got "2026-07-01T08:00:00.000Z".',
      extensions: { code: 'BAD_USER_INPUT', field: ['time'] },
    });
    expect(zh.errors?.[0]?.message).toBe('time 应为过去的时间，但收到 "2026-07-01T08:00:00.000Z"。');
    // To find the resource itself.
    expect(new Set(gateway.upstreamCalls())).toEqual(new Set([detail]));
  });
});

it('is read again if the cached configuration is older than the newest changes', async () => {
  const minutes = (count: number) => new Date(demoEpoch + count * 60_000).toISOString();
  const resource = {
    accountId: '1000000000000001',
    region: 'cn-hangzhou',
    resourceType: 'ACS::ECS::Disk',
    resourceId: 'd-1',
  };
  const caching = await startGateway({
    cacheMaxBytes: 10_000_000,
    world: {
      name: 'stale',
      epoch: minutes(0),
      accounts: [
        {
          accountId: resource.accountId,
          name: 'root',
          displayName: 'Root',
          recorder: { since: '2025-01-01T00:00:00.000Z' },
        },
      ],
      resources: [
        {
          ...resource,
          createTime: minutes(-60),
          changes: [
            { at: minutes(-50), type: 'DISCOVERED', diff: { Size: [null, 1], Name: [null, 'a'] } },
            { at: minutes(10), type: 'MODIFY', diff: { Size: [1, 2] } },
            { at: minutes(20), type: 'MODIFY', diff: { Name: ['a', 'b'] } },
            // The newest change alone would fit what was cached.
            { at: minutes(30), type: 'MODIFY', diff: { Size: [2, 1] } },
          ],
        },
      ],
    },
  });
  await caching.query('query ($key: CloudResourceKeyInput!) { cloudResource(key: $key) { configuration } }', {
    key: resource,
  });
  caching.emulator.world.clock.advance(40 * 60_000);
  caching.emulator.calls.clear();

  const found = await snapshotOf(resource, minutes(40), caching);
  const calls = caching.upstreamCalls();
  const earlier = await snapshotOf(resource, minutes(5), caching);

  await caching.stop();
  expect(found).toMatchObject({ certainty: 'EXACT', configuration: { Size: 1, Name: 'b' }, undoneChanges: 0 });
  expect(earlier).toMatchObject({ certainty: 'EXACT', configuration: { Size: 1, Name: 'a' }, undoneChanges: 3 });
  expect(calls).toEqual([
    actionNow('GetResourceConfigurationTimeline'),
    actionNow('GetResourceConfigurationTimeline'),
    actionNow('DescribeDiscoveredResource'),
  ]);
});

it('is null, with the error, if the timeline cannot be read', async () => {
  gateway.emulator.faults.add({
    kind: 'status',
    status: 503,
    code: 'ServiceUnavailable',
    action: actionNow('GetResourceConfigurationTimeline'),
  });

  const { data, errors } = await ask(demoResources.busy, demoEpoch - dayMs);

  expect(data).toEqual({ _entities: [{ configurationAt: null }] });
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
});

describe('a reason', () => {
  const accountId = '1000000000000001';
  const key = (resourceId: string) => ({
    accountId,
    region: 'cn-hangzhou',
    resourceType: 'ACS::ECS::Disk',
    resourceId,
  });
  const created = '2026-06-01T00:00:00.000Z';
  const at = (day: number, type: string, diff: Record<string, unknown> | string) => ({
    at: `2026-06-${String(day).padStart(2, '0')}T00:10:00.000Z`,
    type,
    diff,
  });
  const found = at(1, 'DISCOVERED', { Size: [null, 1] });
  const disk = (resourceId: string, ...changes: readonly ReturnType<typeof at>[]) => ({
    ...key(resourceId),
    createTime: created,
    changes: [...changes],
  });
  const many = Array.from({ length: 900 }, (_, index) => ({
    at: new Date(Date.parse('2026-06-02T00:00:00.000Z') + index * 60_000).toISOString(),
    type: 'MODIFY',
    diff: { Size: [index + 1, index + 2] },
  }));
  const world: EmulatorOptions['world'] = {
    name: 'reasons',
    epoch: '2026-06-30T08:00:00.000Z',
    accounts: [
      {
        accountId,
        name: 'root',
        displayName: 'Root',
        recorder: { since: '2025-01-01T00:00:00.000Z', resourceTypes: ['ACS::ECS::Disk', 'ACS::ECS::Instance'] },
      },
    ],
    resources: [
      disk('d-whole', found, at(10, 'MODIFY', { Size: [1, 2] })),
      disk('d-mismatch', found, at(10, 'MODIFY', { Size: [7, 2] })),
      disk('d-broken', found, at(10, 'MODIFY', '{"Size":[1,')),
      disk('d-revised', found, at(10, 'MODIFY_REVISED', { Size: [1, 2] })),
      disk('d-old', at(20, 'DISCOVERED', { Size: [null, 2] })),
      { ...disk('d-many', found), changes: [found, ...many] },
    ],
  };

  interface Timeline {
    readonly configurationTimeline: {
      readonly nodes: readonly { readonly resource: { readonly configurationAt: Snapshot } }[];
    };
  }
  const ofTimeline = `query ($resource: CloudResourceKeyInput!) {
    configurationTimeline(resource: $resource, first: 1) {
      nodes { resource { configurationAt(time: "2026-06-05T00:00:00Z") { ${fields} } } }
    }
  }`;

  let own: TestGateway;
  beforeAll(async () => {
    own = await startGateway({ world });
  });
  afterAll(() => own.stop());

  it.each([
    ['d-whole', [], 'EXACT', true, { Size: 1 }],
    ['d-mismatch', ['MISMATCH'], 'PARTIAL', true, { Size: 7 }],
    ['d-broken', ['UNPARSABLE_CHANGE'], 'PARTIAL', true, { Size: 1 }],
    ['d-revised', ['REVISED_CHANGE'], 'PARTIAL', true, { Size: 1 }],
    ['d-old', ['BEFORE_RECORDING'], 'UNKNOWN', true, null],
    ['d-many', ['TOO_MANY_CHANGES'], 'PARTIAL', true, expect.objectContaining({}) as unknown],
  ])('of %s is %j', async (resourceId, reasons, certainty, existed, configuration) => {
    const time = resourceId === 'd-many' ? '2026-06-02T00:00:30Z' : '2026-06-05T00:00:00Z';

    expect(await snapshotOf(key(resourceId), time, own)).toMatchObject({ reasons, certainty, existed, configuration });
  });

  it('is a gap if the recorder did not record the type for a time', async () => {
    const choose = async (...resourceTypes: readonly string[]) => {
      const document = `mutation ($types: [String!]!) {
        updateConfigurationRecorder(input: { resourceTypes: $types }) { outcome errors { message } }
      }`;
      expect((await own.query(document, { types: resourceTypes })).errors).toBeUndefined();
      own.emulator.world.clock.advance(60 * 60_000);
    };
    const inGap = own.emulator.world.clock.now() + 30 * 60_000;
    await choose('ACS::ECS::Instance');
    // While it is off, Cloud Config does not know the resource, but its timeline remains.
    const { data } = await own.query<Timeline>(ofTimeline, { resource: key('d-whole') });
    const whileOff = data?.configurationTimeline.nodes[0]?.resource.configurationAt;
    await choose('ACS::ECS::Disk', 'ACS::ECS::Instance');

    const after = await snapshotOf(key('d-whole'), own.emulator.world.clock.now(), own);
    const during = await snapshotOf(key('d-whole'), inGap, own);
    const before = await snapshotOf(key('d-whole'), '2026-06-05T00:00:00Z', own);

    expect(whileOff).toMatchObject({
      certainty: 'PARTIAL',
      reasons: ['RECORDING_GAP', 'MISMATCH'],
      configuration: { Size: 1 },
    });
    expect(after).toMatchObject({ certainty: 'EXACT', configuration: { Size: 2 } });
    expect(during).toMatchObject({ certainty: 'PARTIAL', reasons: ['RECORDING_GAP'], existed: true, heldFrom: null });
    expect(before).toMatchObject({ certainty: 'PARTIAL', reasons: ['RECORDING_GAP'], configuration: { Size: 1 } });
  });
});
