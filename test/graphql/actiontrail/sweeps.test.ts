import type { WorldDefinition } from '../../../src/emulator';
import { managementId, smallWorld } from '../../emulator/world/worlds';
import { countCalls } from '../../support/feedFigures';
import { SimulatedTime } from '../../support/simulatedTime';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** Look-ups of a page whose resources are in few accounts and regions: the upstream allows two a second in each. */

const regions = ['cn-hangzhou', 'cn-shanghai', 'cn-beijing', 'cn-shenzhen', 'cn-hongkong'];
const minute = (index: number): string => String(10 + index).padStart(2, '0');

type Write = NonNullable<WorldDefinition['writes']>[number];

const stopOf = (region: string, index: number): Write => ({
  at: `2026-06-30T06:${minute(index - 1)}:00.000Z`,
  accountId: managementId,
  region,
  operation: 'StopInstance',
  identity: { userName: `user-${index}` },
  resources: [{ type: 'ACS::ECS::Instance', name: `i-${region}-${index}` }],
});

/** Each region has so many instances, each stopped by a user. */
const worldOf = (perRegion: number, among = regions, more: Partial<Parameters<typeof smallWorld>[0]> = {}) => {
  const indices = Array.from({ length: perRegion }, (_, index) => index);
  return smallWorld({
    causes: 'written',
    management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
    resources: among.flatMap((region) =>
      indices.map((index) => ({
        accountId: managementId,
        region,
        resourceType: 'ACS::ECS::Instance',
        resourceId: `i-${region}-${index}`,
        changes: [
          { at: '2026-06-10T00:00:00.000Z', type: 'DISCOVERED' },
          {
            at: `2026-06-30T06:${minute(index)}:00.000Z`,
            type: 'MODIFY',
            diff: { Status: ['Running', 'Stopped'] },
          },
        ],
      })),
    ),
    ...more,
    writes: [...among.flatMap((region) => indices.map((index) => stopOf(region, index))), ...(more.writes ?? [])],
  });
};

const document = `{ configurationChanges(first: 50, scope: { accountIds: ["${managementId}"] }) {
  nodes { resource { resourceId } attribution { confidence reason events { actor { userName } } } } gaps { code } } }`;

interface Node {
  readonly resource: { readonly resourceId: string };
  readonly attribution: {
    readonly confidence: string;
    readonly reason: string | null;
    readonly events: readonly { readonly actor: { readonly userName: string | null } }[];
  } | null;
}

let gateway: TestGateway;
afterEach(() => gateway.stop());

const read = async (options: GatewayOptions, prepare: () => void = () => undefined) => {
  const time = new SimulatedTime();
  gateway = await startGateway({ clock: time, cacheMaxBytes: 0, quotas: true, ...options });
  gateway.emulator.faults.add({ kind: 'latency', ms: 100 });
  prepare();
  const before = time.now();
  const { data, errors, cost } = await time.passUntil(
    gateway.ask<{ configurationChanges: { nodes: Node[] } }>(document),
  );
  expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
  const nodes = data?.configurationChanges.nodes ?? [];
  return { nodes, errors, ms: time.now() - before, lookUps: countCalls(gateway).LookupEvents };
};

const confidences = (nodes: readonly Node[]) => new Set(nodes.map(({ attribution }) => attribution?.confidence));

/** Each instance was stopped by the user with its number. */
const expectTruth = (nodes: readonly Node[]): void => {
  for (const { resource, attribution } of nodes) {
    const number = resource.resourceId.split('-').at(-1) ?? '';
    expect(attribution).toEqual({
      confidence: 'EXACT',
      reason: null,
      events: [{ actor: { userName: `user-${number}` } }],
    });
  }
};

it.each([4, 10])(
  'takes one look-up for each of five regions with %i changed resources, and less than 4 s',
  async (count) => {
    const { nodes, ms, lookUps } = await read({ world: worldOf(count) });

    expect(nodes).toHaveLength(5 * count);
    expectTruth(nodes);
    expect(lookUps).toBe(5);
    expect(ms).toBeLessThan(4_000);
  },
);

it('looks up each of two resources alone', async () => {
  const { nodes, lookUps } = await read({ world: worldOf(2, ['cn-hangzhou']) });

  expectTruth(nodes);
  expect(lookUps).toBe(2);
});

it('gives up after one page in an account that is busy, and looks up each resource', async () => {
  const busy = Array.from({ length: 3_000 }, (_, index) => ({
    at: new Date(Date.parse('2026-06-29T08:00:00.000Z') + index * 28_000).toISOString(),
    accountId: managementId,
    operation: 'TagResources',
  }));
  const { nodes, lookUps } = await read({ world: worldOf(5, ['cn-hangzhou'], { writes: busy }) });

  expectTruth(nodes);
  expect(lookUps).toBe(6);
});

it('finds an event that names several resources, however ResourceName is compared', async () => {
  const several = {
    ...stopOf('cn-hangzhou', 9),
    operation: 'StopInstances',
    resources: [0, 1, 2].map((index) => ({ type: 'ACS::ECS::Instance', name: `i-cn-hangzhou-${index}` })),
  };
  const world = worldOf(3, ['cn-hangzhou']);
  const { nodes, lookUps } = await read({
    world: { ...world, writes: [{ ...several, at: '2026-06-30T06:09:30.000Z' }] },
    readings: { trailNameMatch: 'whole' },
  });

  expect(confidences(nodes)).toEqual(new Set(['EXACT']));
  expect(lookUps).toBe(1);
});

it('finds out once that the events of an account may not be read', async () => {
  const key = { denied: ['actiontrail:LookupEvents'] };
  const { nodes, errors, lookUps } = await read({ world: worldOf(10, ['cn-hangzhou'], { key }) });

  expect(errors).toBeUndefined();
  expect(new Set(nodes.map(({ attribution }) => attribution?.reason))).toEqual(new Set(['NOT_PERMITTED']));
  expect(lookUps).toBe(1);
});

it('gives the changes without authors if ActionTrail is down', async () => {
  const { nodes, errors } = await read({ world: worldOf(4, ['cn-hangzhou'], { outages: ['Actiontrail'] }) });

  expect(nodes.map(({ attribution }) => attribution)).toEqual([null, null, null, null]);
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(Array(4).fill('UPSTREAM_UNAVAILABLE'));
});
