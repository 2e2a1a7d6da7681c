import type { Sequence } from '../Sequence';
import { concat, each } from '../Sequence';
import type { WorldClock } from '../world/WorldClock';
import type { MemberDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';

/** A member of a directory. */
export interface Member extends Pick<
  MemberDefinition,
  'accountId' | 'status' | 'joinMethod' | 'emailStatus' | 'payerAccountId' | 'tags' | 'missingRoles'
> {
  readonly folderId: string;
  readonly joinedAt: number;
  readonly modifiedAt: number;
  /** When it was removed, or will be. */
  readonly leftAt?: number;
}

/** Members that are computed when they are read. None of them ever leaves. */
export interface GeneratedMembers {
  readonly all: Sequence<Member>;
  get(accountId: string): Member | undefined;
  in(folderId: string): Sequence<Member>;
}

const none: GeneratedMembers = { all: [], get: () => undefined, in: () => [] };

/** A member of a world definition. */
export function toMember(definition: MemberDefinition, rootFolderId: string): Member {
  const { folderId, joinTime, modifyTime, leaveTime, ...rest } = definition;
  return {
    ...rest,
    folderId: folderId ?? rootFolderId,
    joinedAt: toEpochMs(joinTime),
    modifiedAt: toEpochMs(modifyTime ?? joinTime),
    leftAt: leaveTime === undefined ? undefined : toEpochMs(leaveTime),
  };
}

/** The members of one directory, in the order of joining; those that were removed are none of them. */
export class Members {
  private readonly joined = new Map<string, Member>();

  constructor(
    private readonly clock: WorldClock,
    private readonly generated: GeneratedMembers = none,
  ) {}

  get size(): number {
    return this.all().length;
  }

  get(accountId: string): Member | undefined {
    const member = this.joined.get(accountId) ?? this.generated.get(accountId);
    return member && this.isPresent(member) ? member : undefined;
  }

  has(accountId: string): boolean {
    return this.get(accountId) !== undefined;
  }

  *keys(): Generator<string> {
    for (const { accountId } of each(this.all())) yield accountId;
  }

  all(): Sequence<Member> {
    return concat(
      this.generated.all,
      [...this.joined.values()].filter((member) => this.isPresent(member)),
    );
  }

  /** Those directly in a folder. */
  in(folderId: string): Sequence<Member> {
    return concat(
      this.generated.in(folderId),
      [...this.joined.values()].filter((member) => member.folderId === folderId && this.isPresent(member)),
    );
  }

  add(member: Member): void {
    this.joined.set(member.accountId, member);
  }

  private isPresent({ leftAt = Infinity }: Member): boolean {
    return this.clock.now() < leftAt;
  }
}
