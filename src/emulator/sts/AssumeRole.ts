import type { Handler, HandlerContext } from '../handler';
import { BusinessError } from '../handler';
import { parsePolicy } from '../ram/policy';
import type { Role } from './Roles';

/** The limit in the documented message, in bytes. */
const maxPolicyBytes = 2048;

/**
 * Opens a session of a role for a RAM user or role of an account that the role trusts. What is wrong with the request
 * comes first, then who asks, then the role.
 */
export const AssumeRole: Handler<'AssumeRole'> = (request, context) => {
  const { world } = context;
  const { RoleArn: arn, RoleSessionName: name, DurationSeconds: durationSeconds = 3600, Policy: text } = request;
  const [, accountId, roleName] = /^acs:ram::([\d*]{5,32}):role\/([A-Za-z0-9.@_-]{1,64})$/.exec(arn) ?? [];
  if (accountId === undefined || roleName === undefined) throw new BusinessError('InvalidParameter.RoleArn');
  const policy = text === undefined ? undefined : narrowing(text);

  // The root key, as a page of STS puts it, is refused with NoPermission.
  if (context.caller.identityType === 'Account') throw new BusinessError('NoPermission');
  const role = world.roles.get(accountId, roleName);
  if (!role) throw new BusinessError('EntityNotExist.Role');
  assertTrusts(role, request.ExternalId, context);
  if (durationSeconds > role.maxSessionSeconds) throw new BusinessError('InvalidParameter.DurationSeconds');

  const key = world.sessions.open({ role, name, durationSeconds, policy });
  return {
    AssumedRoleUser: {
      AssumedRoleId: key.caller.principalId,
      Arn: `acs:ram::${accountId}:role/${role.name}/${name}`,
    },
    Credentials: {
      SecurityToken: key.session.securityToken,
      Expiration: `${new Date(key.session.expiresAt).toISOString().slice(0, 19)}Z`,
      AccessKeySecret: key.secret,
      AccessKeyId: key.id,
    },
    SourceIdentity: request.SourceIdentity,
  };
};

function narrowing(text: string) {
  if (Buffer.byteLength(text) > maxPolicyBytes) throw new BusinessError('InvalidParameter.PolicySize');
  const policy = parsePolicy(text);
  if (!policy) throw new BusinessError('InvalidParameter.PolicyGrammar');
  return policy;
}

/** One code for whatever is missing. That an account with an overdue payment lets nobody in is not documented. */
function assertTrusts(role: Role, externalId: string | undefined, { world, caller }: HandlerContext): void {
  const isOpen = world.accounts.get(role.accountId)?.status === 'active';
  const knowsWord = role.externalId === undefined || role.externalId === externalId;
  if (!isOpen || !knowsWord || !role.trusts.includes(caller.accountId)) throw new BusinessError('NoPermission');
}
