import { RpcError } from '../../errors/RpcError';
import type { Metrics } from '../../observability/metrics/Metrics';
import { AssumeRole, GetCallerIdentity } from '../../operations';
import type { Operation } from '../../operations/operation';
import type { RoleSettings } from '../../settings';
import type { SharedCall } from '../SharedCall';
import { latestSendAt } from '../Waiter';
import type { SharedRpcClient } from '../client';
import type { Clock } from '../clock';
import { systemClock } from '../clock';
import type { ReplicaSessions } from './ReplicaSessions';
import { RoleSessions } from './RoleSessions';
import type { Credentials, CredentialsAsk, CredentialsSource, CredentialsTarget } from './credentials';
import { cannotAssume } from './roleFailures';
import { sessionTerms } from './sessionTerms';

export interface AssumedRolesOptions {
  /** The gateway's own: who assumes the roles, and acts if none is named. */
  readonly own: CredentialsSource;
  /** The client that sessions are opened through; asked for with the first. */
  readonly rpc: () => SharedRpcClient;
  readonly roles: RoleSettings;
  /** Sessions that replicas share. Default: each opens its own. */
  readonly replicaSessions?: ReplicaSessions;
  /** The client's own. */
  readonly clock?: Clock;
  /** Where sessions are counted. Default: nowhere. */
  readonly metrics?: Metrics;
}

/** How much of the time that is left opening a session may take: the call that it is for needs the rest. */
const shareForOpening = 0.8;

/** The time of anyone who names none. */
const defaultMs = 10_000;

/** How long it may take to find out why a role was refused. */
const identityMs = 3000;

/**
 * Credentials by what they are wanted for: the gateway's own, those of a role for the operations that one is named for,
 * and in another account those of the role that the gateway has there.
 */
export function assumedRoles({
  own,
  rpc,
  roles,
  clock = systemClock,
  metrics,
  replicaSessions,
}: AssumedRolesOptions): CredentialsSource {
  const reading = sessionsUnder(roles.sessionPolicy);
  // The role for writing may be the one for reading: then its sessions differ by their policy alone.
  const writing = roles.writeSessionPolicy === roles.sessionPolicy ? reading : sessionsUnder(roles.writeSessionPolicy);
  let identity: Promise<boolean> | undefined;
  metrics?.read('roleSessions', () => [
    [{ use: 'read' }, reading.size],
    ...(writing === reading ? [] : [[{ use: 'write' }, writing.size] as const]),
  ]);

  function sessionsUnder(policy: string | undefined): RoleSessions {
    return new RoleSessions({
      open: (roleArn, shared) => open(roleArn, policy, shared),
      lifetimeMs: (roleArn) => sessionTerms(roleArn, roles).seconds * 1000,
      replicas: replicaSessions && {
        sessions: replicaSessions,
        termsOf: (roleArn) => {
          const { seconds, externalId } = sessionTerms(roleArn, roles);
          return [roleArn, policy, roles.sessionName, seconds, externalId];
        },
      },
      clock,
    });
  }

  const sessionsFor = ({ operation }: CredentialsTarget): RoleSessions =>
    operation.kind === 'read' ? reading : writing;

  async function open(roleArn: string, policy: string | undefined, shared: SharedCall): Promise<Credentials> {
    const { seconds, externalId } = sessionTerms(roleArn, roles);
    const request = {
      RoleArn: roleArn,
      RoleSessionName: roles.sessionName,
      DurationSeconds: seconds,
      ExternalId: externalId,
      Policy: policy,
    };
    try {
      const { Credentials: keys } = await rpc().withContext({ credentials: own }).call(AssumeRole, request, { shared });
      return {
        accessKeyId: keys.AccessKeyId,
        accessKeySecret: keys.AccessKeySecret,
        securityToken: keys.SecurityToken,
        principal: roleArn,
      };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      throw cannotAssume(error, roleArn, error.family === 'PERMISSION' && (await areRootKey()));
    }
  }

  /** Called only after a refusal, once for all waiters: the refusal itself does not show it. */
  function areRootKey(): Promise<boolean> {
    identity ??= rpc()
      .withContext({ credentials: own, deadlineMs: identityMs })
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

  function deadlineOf(ask: CredentialsAsk): number {
    const now = clock.now();
    const until = latestSendAt(ask);
    return now + shareForOpening * (until === Infinity ? defaultMs : until - now);
  }

  return {
    get: (ask) => {
      const roleArn = roleFor(ask, roles);
      if (roleArn === undefined) return own.get(ask);
      return sessionsFor(ask).get(roleArn, { ...ask, deadline: deadlineOf(ask) });
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
    case 'actiontrail':
      return undefined;
    case 'cloud-config':
      return kind === 'read' ? undefined : roles.recorderRoleArn;
    case 'resource-manager':
      return kind === 'read' ? roles.directoryRoleArn : roles.directoryWriteRoleArn;
    case 'governance':
      return kind === 'read' ? roles.directoryRoleArn : roles.enrollmentRoleArn;
  }
}
