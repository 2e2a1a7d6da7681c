import type { WorldDefinition } from '../../../src/emulator';
import { managementId, smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** One change has one author, on whatever page it is shown. */

const place = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-1' };
const resize = (at: string, userName: string) => ({
  at,
  accountId: managementId,
  operation: 'ModifyInstanceSpec',
  identity: { userName },
  resources: [{ type: 'ACS::ECS::Instance', name: 'i-1' }],
  parameters: { InstanceId: 'i-1', InstanceType: 'ecs.g8i.2xlarge' },
});
const changed = (at: string, diff: object) => ({ at, type: 'MODIFY', diff: diff as Record<string, unknown> });
const last = '2026-06-30T07:00:00.000Z';

/** The last change and the one before it: without the latter, two events asked for the last. */
const world: WorldDefinition = smallWorld({
  clock: 'frozen',
  causes: 'written',
  management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
  resources: [
    {
      accountId: managementId,
      ...place,
      changes: [
        { at: '2026-06-10T00:00:00.000Z', type: 'DISCOVERED' },
        changed('2026-06-30T06:00:00.000Z', { Status: ['Running', 'Stopped'] }),
        changed(last, { InstanceType: ['ecs.g7.large', 'ecs.g8i.2xlarge'] }),
      ],
    },
  ],
  writes: [resize('2026-06-30T05:50:00.000Z', 'zhang.wei'), resize('2026-06-30T06:55:00.000Z', 'li.na')],
});

const fields = 'id capturedAt attribution { confidence reason events { actor { userName } } }';
const key = `resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-1" }`;
const scope = `scope: { accountIds: ["${managementId}"] }`;
const narrow = 'between: { from: "2026-06-30T06:30:00.000Z" }';

interface Node {
  readonly id: string;
  readonly capturedAt: string;
}
type Data = Record<string, { readonly nodes: readonly Node[] } & Node>;

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ world });
});
afterEach(() => gateway.stop());

const ask = async (selection: string) => {
  gateway.emulator.calls.clear();
  const { data, errors, cost } = await gateway.ask<Data>(`{ it: ${selection} }`);
  expect(errors).toBeUndefined();
  expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
  const { nodes = [], ...node } = data?.it ?? {};
  return [...nodes, node as Node].find(({ capturedAt }) => capturedAt === last);
};

const exact = { confidence: 'EXACT', reason: null, events: [{ actor: { userName: 'li.na' } }] };

it.each([
  ['its timeline', `configurationTimeline(${key}) { nodes { ${fields} } }`, 0],
  ['a page of one', `configurationTimeline(${key}, first: 1) { nodes { ${fields} } }`, 1],
  ['a range without the change before', `configurationTimeline(${key}, ${narrow}) { nodes { ${fields} } }`, 1],
  [
    'a page that a filter thins out',
    `configurationTimeline(${key}, filter: { paths: ["InstanceType"] }) { nodes { ${fields} } }`,
    1,
  ],
  ['the feed', `configurationChanges(${scope}) { nodes { ${fields} } }`, 0],
  ['a page of one of the feed', `configurationChanges(${scope}, first: 1) { nodes { ${fields} } }`, 0],
  [
    'a range of the feed without the change before',
    `configurationChanges(${scope}, ${narrow}) { nodes { ${fields} } }`,
    0,
  ],
])('shows the same author in %s', async (_, selection, more) => {
  expect(await ask(selection)).toMatchObject({ attribution: exact });
  const timelines = gateway.upstreamCalls().filter((action) => action === 'GetResourceConfigurationTimeline');
  expect(timelines).toHaveLength(1 + more);
});

it('shows the same author by the ID of the change', async () => {
  const { id = '' } = (await ask(`configurationChanges(${scope}, first: 1) { nodes { id capturedAt } }`)) ?? {};

  expect(await ask(`node(id: "${id}") { ... on ConfigurationChange { ${fields} } }`)).toMatchObject({
    attribution: exact,
  });
});
