import type { Operation } from '../operations/operation';
import type { Duty } from './duties';
import { dutyOf } from './duties';
import type { RamPolicy, RamStatement } from './policyDocument';
import { resourcePattern } from './resourcePattern';

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

/**
 * The role that StartConfigurationRecorder creates if the account has none. It fails with CreateSLRFail without this
 * permission.
 */
const serviceLinkedRole: RamStatement = {
  Effect: 'Allow',
  Action: 'ram:CreateServiceLinkedRole',
  Resource: '*',
  Condition: { StringEquals: { 'ram:ServiceName': 'config.aliyuncs.com' } },
};

/** The least that a deployment has to be allowed for what it does, from the catalogue. */
export function ramPolicy({ duties, operations, accountId = '*', memberRoles = [] }: RamPolicyOptions): RamPolicy {
  const resourcesByAction = new Map<string, Set<string>>();
  for (const operation of operations) {
    const { ram } = operation;
    if (ram === 'none' || ram.action === assumeRole || !duties.includes(dutyOf(operation))) continue;
    const resources = resourcesByAction.get(ram.action) ?? new Set();
    resourcesByAction.set(ram.action, resources.add(resourcePattern(ram.resource, accountId)));
  }
  const statements: RamStatement[] = [...actionsByResource(resourcesByAction)].map(([Resource, actions]) => ({
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

/** The other way round. If two versions of a product have one action, `*` of the one has the resource of the other. */
function actionsByResource(
  resourcesByAction: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [action, resources] of resourcesByAction) {
    for (const resource of resources.has('*') ? ['*'] : resources) {
      found.set(resource, [...(found.get(resource) ?? []), action]);
    }
  }
  return found;
}

/**
 * The trust policy of a role that the gateway assumes: who may assume it.
 *
 * @param principal an ARN: the gateway's RAM user or role, or `acs:ram::<account ID>:root` for all of an account.
 * @param externalId the external ID that the role requires, if any.
 */
export function trustPolicy(principal: string, externalId?: string): RamPolicy {
  const statement: RamStatement = { Effect: 'Allow', Action: assumeRole, Principal: { RAM: [principal] } };
  const Condition = externalId === undefined ? undefined : { StringEquals: { 'sts:ExternalId': externalId } };
  return { Version: '1', Statement: [Condition ? { ...statement, Condition } : statement] };
}
