import { covers } from '../ram/actions';
import type { AccessKey } from './AccessKey';
import type { Caller } from './Caller';
import type { CompleteWorld, KeyDefinition } from './WorldDefinition';
import { toEpochMs } from './WorldDefinition';
import type { Population } from './population/Population';
import { roleId, userId } from './principals';

/** The access keys of one world, and what RAM denies to those who hold them. */
export class AccessKeys {
  private readonly byId: ReadonlyMap<string, AccessKey>;
  private readonly denied: ReadonlyMap<string, readonly string[]>;

  constructor(
    world: CompleteWorld,
    private readonly generated?: Pick<Population, 'key'>,
  ) {
    const keys = [...world.keys, ...customaryKeys(world)].map((definition) => ({
      definition,
      key: toAccessKey(definition),
    }));
    this.byId = new Map(keys.map(({ key }) => [key.id, key]));
    // Two keys of one RAM user are one principal: what is denied with the one is denied with the other.
    const denied = new Map<string, readonly string[]>();
    for (const { key, definition } of keys) {
      const { principalId } = key.caller;
      denied.set(principalId, [...(denied.get(principalId) ?? []), ...definition.denied]);
    }
    this.denied = denied;
  }

  get(id: string): AccessKey | undefined {
    const key = this.byId.get(id);
    if (key) return key;
    const definition = this.generated?.key(id);
    return definition && toAccessKey(definition);
  }

  /** Whether no denied action covers this one. */
  permits(principalId: string, ramAction: string): boolean {
    return !covers(this.denied.get(principalId) ?? [], ramAction);
  }
}

/**
 * The keys that every world has: `testid` of the management account, `memberid` of an ordinary member. Without a
 * directory, both belong to the first account, as two RAM users: an unrelated account would only mislead.
 */
function customaryKeys({ keys, accounts, directories }: CompleteWorld): readonly KeyDefinition[] {
  const owner = directories[0]?.managementAccountId ?? accounts[0]?.accountId ?? '';
  const member = directories[0]?.members[0]?.accountId ?? owner;
  const customary = [
    { id: 'testid', secret: 'testsecret', accountId: owner, name: 'gateway' },
    { id: 'memberid', secret: 'membersecret', accountId: member, name: 'member' },
  ];
  return customary
    .filter(({ id }) => !keys.some((key) => key.id === id))
    .map(({ name, ...key }) => ({ ...key, active: true, denied: [], identity: { type: 'RAMUser', name } }));
}

function toAccessKey(definition: KeyDefinition): AccessKey {
  const { id, secret, active, readings, session } = definition;
  return {
    id,
    secret,
    active,
    readings,
    caller: toCaller(definition),
    session: session && { securityToken: session.securityToken, expiresAt: toEpochMs(session.expiresAt) },
  };
}

function toCaller({ accountId, identity }: KeyDefinition): Caller {
  switch (identity.type) {
    case 'Account':
      return {
        accountId,
        identityType: 'Account',
        principalId: accountId,
        userId: accountId,
        arn: `acs:ram::${accountId}:root`,
      };
    case 'RAMUser': {
      const id = identity.userId ?? userId(accountId, identity.name);
      const arn = `acs:ram::${accountId}:user/${identity.name}`;
      return { accountId, identityType: 'RAMUser', principalId: id, userId: id, arn };
    }
    case 'AssumedRoleUser': {
      const id = roleId(accountId, identity.role);
      const arn = `acs:ram::${accountId}:assumed-role/${identity.role}/${identity.session}`;
      return { accountId, identityType: 'AssumedRoleUser', principalId: `${id}:${identity.session}`, roleId: id, arn };
    }
  }
}
