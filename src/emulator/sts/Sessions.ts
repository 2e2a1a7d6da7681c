import { randomBytes } from 'node:crypto';
import type { ActionPattern } from '../ram/actions';
import { covers } from '../ram/actions';
import type { Policy } from '../ram/policy';
import type { AccessKey } from '../world/AccessKey';
import { roleId } from '../world/principals';
import type { Role } from './Roles';

/** Past so many sessions the oldest are forgotten: their keys are then not known, rather than expired. */
const maxSessions = 20_000;

/** How a session of a role begins. */
export interface SessionOrder {
  readonly role: Role;
  readonly name: string;
  readonly durationSeconds: number;
  /** Narrows what the role allows. */
  readonly policy?: Policy;
}

/** The temporary keys that AssumeRole gave out, kept beyond their end so that they are known as expired. */
export class Sessions {
  private readonly byKeyId = new Map<string, AccessKey>();

  /** @param wallClock milliseconds since the epoch: keys live in real time, whatever time it is in the world. */
  constructor(private readonly wallClock: () => number) {}

  get(keyId: string): AccessKey | undefined {
    return this.byKeyId.get(keyId);
  }

  open({ role, name, durationSeconds, policy }: SessionOrder): Required<Pick<AccessKey, 'session'>> & AccessKey {
    const { accountId, allowed } = role;
    const id = roleId(accountId, role.name);
    const key = {
      id: `STS.N${randomBytes(12).toString('hex')}`,
      secret: randomBytes(24).toString('base64url'),
      active: true,
      caller: {
        accountId,
        identityType: 'AssumedRoleUser' as const,
        principalId: `${id}:${name}`,
        roleId: id,
        arn: `acs:ram::${accountId}:assumed-role/${role.name}/${name}`,
        may: mayTake(allowed, policy),
      },
      session: {
        securityToken: `CAIS${randomBytes(48).toString('base64url')}`,
        expiresAt: this.wallClock() + durationSeconds * 1000,
      },
    };
    this.byKeyId.set(key.id, key);
    const [oldest] = this.byKeyId.keys();
    if (this.byKeyId.size > maxSessions && oldest !== undefined) this.byKeyId.delete(oldest);
    return key;
  }
}

/** What a session may do at most: what its role allows, and its own policy too. */
const mayTake =
  (allowed: readonly ActionPattern[], policy: Policy = () => true): Policy =>
  (action) =>
    covers(allowed, action) && policy(action);
