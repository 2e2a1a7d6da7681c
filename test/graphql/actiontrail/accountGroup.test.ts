import type { WorldDefinition } from '../../../src/emulator';
import { managementId, memberId, smallWorld } from '../../emulator/world/worlds';
import { countCalls } from '../../support/feedFigures';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** With MEMBER_ACCESS=account-group, timelines come through the group, but events only through a role in the account. */

const since = '2025-01-01T00:00:00.000Z';
const worldWith = (allowed: readonly string[]): WorldDefinition =>
  smallWorld({
    clock: 'frozen',
    causes: 'written',
    management: { recorder: { since } },
    member: { recorder: { since } },
    roles: [{ accountId: memberId, name: 'Reader', trusts: [managementId], allowed: [...allowed] }],
    resources: [managementId, memberId].map((accountId) => ({
      accountId,
      region: 'cn-hangzhou',
      resourceType: 'ACS::ECS::Instance',
      resourceId: `i-${accountId}`,
      changes: [
        { at: '2026-06-10T00:00:00.000Z', type: 'DISCOVERED' },
        { at: '2026-06-30T06:00:00.000Z', type: 'MODIFY', diff: { Status: ['Running', 'Stopped'] } },
      ],
    })),
    writes: [managementId, memberId].map((accountId) => ({
      at: '2026-06-30T05:55:00.000Z',
      accountId,
      operation: 'StopInstance',
      resources: [{ type: 'ACS::ECS::Instance', name: `i-${accountId}` }],
    })),
    accountGroups: [
      {
        accountGroupId: 'ca-7c41d09e5b2f4a8390e6',
        ownerAccountId: managementId,
        name: 'all',
        type: 'RD',
        createTime: '2025-03-01T00:00:00.000Z',
      },
    ],
  });

const document = `{ configurationChanges {
  nodes { resource { accountId } attribution { confidence reason events { operation } } } gaps { code } } }`;

let gateway: TestGateway;
afterEach(() => gateway.stop());

const read = async (allowed: readonly string[], memberRole = 'Reader') => {
  gateway = await startGateway({ world: worldWith(allowed), memberAccess: 'account-group', roles: { memberRole } });
  const { data, errors } = await gateway.query<{
    configurationChanges: { nodes: { resource: { accountId: string }; attribution: object }[]; gaps: object[] };
  }>(document);
  expect(errors).toBeUndefined();
  expect(data?.configurationChanges.gaps).toEqual([]);
  const nodes = data?.configurationChanges.nodes ?? [];
  const of = (id: string) => nodes.find(({ resource }) => resource.accountId === id)?.attribution;
  return { own: of(managementId), member: of(memberId), calls: countCalls(gateway) };
};

const exact = { confidence: 'EXACT', reason: null, events: [{ operation: 'StopInstance' }] };
const notPermitted = { confidence: 'NONE', reason: 'NOT_PERMITTED', events: [] };

it('names authors in a member by a role that may do nothing else', async () => {
  const { own, member, calls } = await read(['actiontrail:LookupEvents']);

  expect([own, member]).toEqual([exact, exact]);
  expect(calls).toMatchObject({ GetAggregateResourceConfigurationTimeline: 1, LookupEvents: 2 });
});

it('says that the role may not read events', async () => {
  const { own, member } = await read(['config:*']);

  expect([own, member]).toEqual([exact, notPermitted]);
});

it('says the same if there is no role, and gives the change all the same', async () => {
  const { own, member, calls } = await read([], 'NoSuchRole');

  expect([own, member]).toEqual([exact, notPermitted]);
  expect(calls.LookupEvents).toBe(1);
});
