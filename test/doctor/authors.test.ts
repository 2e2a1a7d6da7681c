import type { Finding } from '../../src/doctor/Finding';
import type { FaultRuleInput, WorldDefinition } from '../../src/emulator';
import { epoch, managementId, memberId, smallWorld } from '../emulator/world/worlds';
import { examineGateway } from './openGateway';

const allowed = ['config:*', 'actiontrail:LookupEvents'];
const reader = { accountId: memberId, name: 'Reader', trusts: [managementId], allowed };
const instanceIn = (region: string) => ({
  accountId: managementId,
  region,
  resourceType: 'ACS::ECS::Instance',
  resourceId: `i-${region}`,
  changes: [{ at: '2026-06-20T00:00:00.000Z', type: 'DISCOVERED' }],
});

interface Options {
  readonly world?: Parameters<typeof smallWorld>[0];
  readonly role?: Partial<NonNullable<WorldDefinition['roles']>[number]>;
  readonly environment?: Record<string, string>;
  readonly fault?: FaultRuleInput;
}

/** What is found of the small world, with resources in two regions. */
const authorsOf = async ({ world = {}, role = {}, environment = {}, fault }: Options = {}): Promise<Finding[]> => {
  const definition = smallWorld({
    roles: [{ ...reader, ...role }],
    member: { recorder: { since: epoch } },
    management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
    resources: [instanceIn('cn-hangzhou'), instanceIn('cn-shanghai')],
    ...world,
  });
  const { of } = await examineGateway({
    emulator: { world: definition },
    environment: { MEMBER_ROLE_NAME: 'Reader', ...environment },
    prepare: ({ faults }) => {
      if (fault) faults.add(fault);
    },
  });
  return of('authors');
};

const trail = { status: 'ok', message: 'Trail that delivers events: governance-events.' };
const ofMembers = { status: 'ok', message: 'Members with events that can be looked up: 1 of 1 tried.' };

it('names the regions, the members and the trails that show who made changes', async () => {
  expect(await authorsOf()).toEqual([
    { status: 'ok', message: 'Events of this account can be looked up in cn-hangzhou, cn-shanghai.' },
    ofMembers,
    trail,
  ]);
});

it('examines nothing if the gateway looks up no events, and needs no right for it', async () => {
  const key = { denied: ['actiontrail:*'] };
  const { of } = await examineGateway({
    emulator: { world: smallWorld({ key }) },
    environment: { ATTRIBUTION: 'off' },
  });

  expect(of('authors')).toEqual([
    {
      status: 'skipped',
      message: 'ATTRIBUTION is off, so changes do not show who made them.',
      remedy: 'To turn it on, set AUTHENTICATION, or ATTRIBUTION=on.',
    },
  ]);
  expect(of('products').filter(({ message }) => message.includes('Actiontrail'))).toEqual([]);
  expect(of('rights').map(({ status }) => status)).toEqual(['ok']);
});

it('says once that RAM denies the look-up, and names no region as open', async () => {
  const findings = await authorsOf({ world: { key: { denied: ['actiontrail:LookupEvents'] } } });

  expect(findings[0]).toEqual({
    status: 'warning',
    message:
      'In cn-hangzhou: The credentials may not call Actiontrail LookupEvents: actiontrail:LookupEvents is missing.',
    remedy:
      'Allow actiontrail:LookupEvents on * to the gateway’s RAM user or role: npm run ram-policy, docs/RAM-POLICIES.md.',
  });
  expect(findings.slice(1)).toEqual([ofMembers, trail]);
});

it('names regions without a host of ActionTrail', async () => {
  const resources = [instanceIn('cn-hangzhou'), instanceIn('no_such_region')];

  expect((await authorsOf({ world: { resources } }))[1]).toEqual({
    status: 'warning',
    message: 'ActionTrail has no host in no_such_region: changes there do not show who made them (NO_ENDPOINT).',
    remedy: 'If ActionTrail is offered there, check DNS and the proxy for actiontrail.no_such_region.aliyuncs.com.',
  });
});

it('names members in which the role may not look up events, and those that no role opens', async () => {
  const denied = await authorsOf({ role: { allowed: ['config:*'] } });
  const closed = await authorsOf({ role: { name: 'Other' }, environment: { MEMBER_ACCESS: 'account-group' } });

  expect(denied[1]).toEqual({
    status: 'warning',
    message: `The role may not look up events in 1 of 1 members tried: actiontrail:LookupEvents is missing in ${memberId}. Changes there do not show who made them.`,
    remedy: 'Give the role the policy of npm run ram-policy -- member-reader (docs/RAM-POLICIES.md).',
  });
  expect(closed[1]).toEqual({
    status: 'warning',
    message: `No role opens 1 of 1 members tried: changes in ${memberId} do not show who made them (NOT_PERMITTED).`,
    remedy: 'See members for the role. An account group does not replace it: ActionTrail has none.',
  });
});

it('notices if events of global products are kept in another region than is set', async () => {
  const findings = await authorsOf({ environment: { ACTIONTRAIL_GLOBAL_REGION: 'ap-southeast-1' } });

  expect(findings).toContainEqual({
    status: 'warning',
    message:
      'Events of products without regions, such as RAM, are kept in cn-hangzhou, but ACTIONTRAIL_GLOBAL_REGION is ap-southeast-1.',
    remedy: 'Set ACTIONTRAIL_GLOBAL_REGION=cn-hangzhou.',
  });
});

it('reports that ActionTrail is out of order as a warning: the changes themselves can be read', async () => {
  const findings = await authorsOf({ fault: { kind: 'status', action: 'LookupEvents', code: 'ServiceUnavailable' } });

  expect(findings.map(({ status }) => status)).toEqual(['warning', 'warning', 'ok']);
  expect(findings[0]?.message).toMatch(/^In cn-hangzhou: Actiontrail has an internal problem: ServiceUnavailable/);
});
