import { RpcError } from '../../errors/RpcError';
import { AssumeRole, GetCallerIdentity } from '../../operations';
import type { Operation } from '../../operations/operation';
import type { RoleSettings } from '../../settings';
import type { SharedRpcClient } from '../client';
import type { Clock } from '../clock';
import { systemClock } from '../clock';
import { RoleSessions } from './RoleSessions';
import type { Credentials, CredentialsSource, CredentialsTarget } from './credentials';
import { cannotAssume } from './roleFailures';
import { sessionTerms } from './sessionTerms';

export interface AssumedRolesOptions {
  /** The gateway's own: who assumes the roles, and acts where none is named. */
  readonly own: CredentialsSource;
  /** The client that sessions are opened through; asked for with the first. */
  readonly rpc: () => SharedRpcClient;
  readonly roles: RoleSettings;
  readonly clock?: Clock;
}

/** How long opening a session may take: less than a read that waits for it has, so that it is told why it failed. */
const openMs = 8000;

/**
 * Credentials by what they are wanted for: the gateway's own, those of a role for the operations that one is named for,
 * and in another account those of the role that the gateway has there.
 */
export function assumedRoles({ own, rpc, roles, clock = systemClock }: AssumedRolesOptions): CredentialsSource {
  const reading = sessionsUnder(roles.sessionPolicy);
  // The role for writing may be the one for reading: then its sessions differ by their policy alone.
  const writing = roles.writeSessionPolicy === roles.sessionPolicy ? reading : sessionsUnder(roles.writeSessionPolicy);
  let identity: Promise<boolean> | undefined;

  const client = () => rpc().withContext({ credentials: own, deadlineMs: openMs });

  function sessionsUnder(policy: string | undefined): RoleSessions {
    return new RoleSessions({
      open: (roleArn) => open(roleArn, policy),
      lifetimeMs: (roleArn) => sessionTerms(roleArn, roles).seconds * 1000,
      clock,
    });
  }

  const sessionsFor = ({ operation }: CredentialsTarget): RoleSessions =>
    operation.kind === 'read' ? reading : writing;

  async function open(roleArn: string, policy: string | undefined): Promise<Credentials> {
    const { seconds, externalId } = sessionTerms(roleArn, roles);
    try {
      const { Credentials: keys } = await client().call(AssumeRole, {
        RoleArn: roleArn,
        RoleSessionName: roles.sessionName,
        DurationSeconds: seconds,
        ExternalId: externalId,
        Policy: policy,
      });
      return {
        accessKeyId: keys.AccessKeyId,
        accessKeySecret: keys.AccessKeySecret,
        securityToken: keys.SecurityToken,
        principal: roleArn,
      };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      throw cannotAssume(error, roleArn, error.code === 'NoPermission' && (await areRootKey()));
    }
  }

  /** Asked after a refusal alone, once for all that wait: the refusal itself does not tell. */
  function areRootKey(): Promise<boolean> {
    identity ??= client()
      .call(GetCallerIdentity, {})
      .then(
        ({ IdentityType }) => IdentityType === 'Account',
        () => false,
      )
      .finally(() => {
        identity = undefined;
      });
    return identity;
  }

  return {
    get: (target) => {
      const roleArn = roleFor(target, roles);
      return roleArn === undefined ? own.get(target) : sessionsFor(target).get(roleArn);
    },
    refused: (credentials, target) => {
      const roleArn = roleFor(target, roles);
      if (roleArn === undefined) own.refused?.(credentials, target);
      else sessionsFor(target).drop(roleArn, credentials);
    },
  };
}

/** The ARN of the role that a call is made as; undefined: the gateway's own credentials. */
function roleFor({ operation, accountId }: CredentialsTarget, roles: RoleSettings): string | undefined {
  if (accountId === undefined) return ownRoleFor(operation, roles);
  const { memberRole, memberRoleOverrides, memberWriteRole, memberWriteRoleOverrides } = roles;
  const name =
    operation.kind === 'read'
      ? (memberRoleOverrides.get(accountId) ?? memberRole)
      : (memberWriteRoleOverrides.get(accountId) ?? memberWriteRole);
  return `acs:ram::${accountId}:role/${name}`;
}

function ownRoleFor({ product, kind }: Operation, roles: RoleSettings): string | undefined {
  switch (product.service) {
    case 'sts':
      return undefined;
    case 'cloud-config':
      return kind === 'read' ? undefined : roles.recorderRoleArn;
    case 'resource-manager':
      return kind === 'read' ? roles.directoryRoleArn : roles.directoryWriteRoleArn;
    case 'governance':
      return kind === 'read' ? roles.directoryRoleArn : roles.enrollmentRoleArn;
  }
}
