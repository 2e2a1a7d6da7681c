import type { Operation } from '../operations/operation';
import type { Duty } from './duties';
import { dutyOf } from './duties';
import type { RamPolicy, RamStatement } from './policyDocument';

export interface RamPolicyOptions {
  /** What the deployment does. */
  readonly duties: readonly Duty[];
  /** The operations that it may call: see {@link operationsFor}. */
  readonly operations: readonly Operation[];
  /** The account whose resources are meant. Default: whichever the policy is attached in, `*`. */
  readonly accountId?: string;
  /** Names of the roles that are assumed in members, for the duty `assume-roles`. */
  readonly memberRoles?: readonly string[];
}

/** The role that StartConfigurationRecorder makes where the account has none: CreateSLRFail where it may not. */
const serviceLinkedRole: RamStatement = {
  Effect: 'Allow',
  Action: 'ram:CreateServiceLinkedRole',
  Resource: '*',
  Condition: { StringEquals: { 'ram:ServiceName': 'config.aliyuncs.com' } },
};

/** The least that a deployment has to be allowed for what it does, from the catalogue. */
export function ramPolicy({ duties, operations, accountId = '*', memberRoles = [] }: RamPolicyOptions): RamPolicy {
  const actionsByResource = new Map<string, Set<string>>();
  for (const operation of operations) {
    const { ram } = operation;
    if (ram === 'none' || ram.action === assumeRole || !duties.includes(dutyOf(operation))) continue;
    const resource = toPattern(ram.resource, accountId);
    const actions = actionsByResource.get(resource) ?? new Set();
    actionsByResource.set(resource, actions.add(ram.action));
  }
  const statements: RamStatement[] = [...actionsByResource].map(([Resource, actions]) => ({
    Effect: 'Allow',
    Action: [...actions].sort(),
    Resource,
  }));
  if (duties.includes('write-recorder')) statements.push(serviceLinkedRole);
  if (duties.includes('assume-roles')) {
    // Members only differ in their account: whatever has no such role, or does not trust the gateway, stays shut.
    const Resource = memberRoles.map((role) => `acs:ram::*:role/${role}`);
    statements.push({ Effect: 'Allow', Action: assumeRole, Resource });
  }
  return { Version: '1', Statement: statements };
}

const assumeRole = 'sts:AssumeRole';

/** A region that is left out is one of any name, too: pages disagree on whether these products have one. */
const toPattern = (resource: string, accountId: string): string =>
  resource
    .replaceAll('{region}', '*')
    .replaceAll('{accountId}', accountId)
    .replace(/^(acs:[^:]+):(?=:)/, '$1:*');

/**
 * The trust policy of a role that the gateway assumes: who may assume it.
 *
 * @param principal an ARN: the gateway's RAM user or role, or `acs:ram::<account ID>:root` for all of an account.
 * @param externalId what has to be said on assuming it, where one is agreed on.
 */
export function trustPolicy(principal: string, externalId?: string): RamPolicy {
  const statement: RamStatement = { Effect: 'Allow', Action: assumeRole, Principal: { RAM: [principal] } };
  const Condition = externalId === undefined ? undefined : { StringEquals: { 'sts:ExternalId': externalId } };
  return { Version: '1', Statement: [Condition ? { ...statement, Condition } : statement] };
}
