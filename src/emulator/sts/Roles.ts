import type { ActionPattern } from '../ram/actions';
import type { Directories } from '../resource-manager/Directories';
import type { Accounts } from '../world/Accounts';
import type { RoleDefinition } from '../world/WorldDefinition';

/** A RAM role. */
export interface Role {
  readonly accountId: string;
  readonly name: string;
  /** Accounts whose RAM users and roles may assume it. */
  readonly trusts: readonly string[];
  /** The external ID that a request must have, if the role requires one. */
  readonly externalId?: string;
  readonly allowed: readonly ActionPattern[];
  /** How long a session may last at most, seconds. */
  readonly maxSessionSeconds: number;
}

/** The role that a directory makes in its members: the management account may assume it, and it may do everything. */
export const accessRoleName = 'ResourceDirectoryAccountAccessRole';

/** The roles of one world: those that it names, and those that directories make in their members. */
export class Roles {
  private readonly named: ReadonlyMap<string, Role>;

  constructor(
    roles: readonly RoleDefinition[],
    private readonly accounts: Accounts,
    private readonly directories: Directories,
  ) {
    this.named = new Map(roles.map((role) => [keyOf(role.accountId, role.name), role]));
  }

  /** The role of an account that is there and not closed. Names differ by more than letter case. */
  get(accountId: string, name: string): Role | undefined {
    if (!this.accounts.open(accountId)) return undefined;
    return this.named.get(keyOf(accountId, name)) ?? this.ofMember(accountId, name);
  }

  /** A role that the directory of an account has made there: gone as soon as the account leaves. */
  private ofMember(accountId: string, name: string): Role | undefined {
    const directory = this.directories.joinedBy(accountId);
    const missing = directory?.members.get(accountId)?.missingRoles ?? [];
    if (!directory || missing.some((one) => isSameName(one, name))) return undefined;
    const trusts = [directory.managementAccountId];
    if (isSameName(accessRoleName, name)) {
      return { accountId, name: accessRoleName, trusts, allowed: ['*'], maxSessionSeconds: 3600 };
    }
    const role = directory.memberRoles.find((one) => isSameName(one.name, name));
    return role && { ...role, trusts: role.trusts ?? trusts, accountId };
  }
}

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const keyOf = (accountId: string, name: string): string => `${accountId}/${name.toLowerCase()}`;
