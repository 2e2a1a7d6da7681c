import type { Sequence } from '../../Sequence';
import type { History } from '../../cloud-config/History';
import type { ResourceKey } from '../../cloud-config/ResourceKey';
import type { Enrollment } from '../../governance/Enrollment';
import type { GeneratedMembers } from '../../resource-manager/Members';
import type { AccountDefinition, KeyDefinition } from '../WorldDefinition';

/**
 * Accounts and their resources, computed when they are read and never held in memory. The stores of the world hold what
 * callers change, and take precedence.
 */
export interface Population {
  account(accountId: string): AccountDefinition | undefined;
  key(id: string): KeyDefinition | undefined;
  readonly members: GeneratedMembers;
  readonly resources: GeneratedResources;
  readonly enrollments: GeneratedEnrollments;
}

/** The resources of a {@link Population}. */
export interface GeneratedResources {
  get(key: ResourceKey): History | undefined;
  of(accountId: string): Iterable<History>;
  /** Of an account, by id alone: no two of its resources share one. */
  find(accountId: string, resourceId: string): History | undefined;
  /** What an account has, or what it had and was deleted, if it is one of the population. */
  outlines(accountId: string, deleted: boolean): ResourceOutlines | undefined;
}

/** A resource without its history: cheap enough to be counted by the hundred thousand. */
export interface Outline {
  readonly resourceType: string;
  readonly region: string;
  resourceName(): string;
  /** When it changed last. */
  updatedAt(): number;
  history(): History;
}

/** The resources of an account in outline, in the order of {@link GeneratedResources.of}. */
export interface ResourceOutlines {
  /** True from this world time on: then nothing is yet to be found or deleted. */
  readonly settledAt: number;
  readonly all: Sequence<Outline>;
  /** Those that may have changed since a time, and maybe others: all of {@link all}, or far fewer if it is recent. */
  changedSince(time: number): Sequence<Outline>;
}

/** The enrollments of a {@link Population}, all in one landing zone. */
export interface GeneratedEnrollments {
  readonly managementAccountId: string;
  /** In the order in which they began. */
  readonly all: Sequence<Enrollment>;
  get(accountId: string): Enrollment | undefined;
}
