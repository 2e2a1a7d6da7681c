import type { Trail } from '../actiontrail/Trail';
import type { AccountGroups } from '../cloud-config/AccountGroups';
import type { Recorders } from '../cloud-config/Recorders';
import type { Timelines } from '../cloud-config/Timelines';
import type { AccountFactory } from '../governance/AccountFactory';
import type { Readings } from '../readings';
import type { Directories } from '../resource-manager/Directories';
import type { Roles } from '../sts/Roles';
import type { Sessions } from '../sts/Sessions';
import type { AccessKey } from './AccessKey';
import type { Accounts } from './Accounts';
import type { WorldClock } from './WorldClock';
import type { ComplianceRuleDefinition } from './WorldDefinition';

/** Everything that the emulated cloud knows: per emulator instance, never per process. */
export interface World {
  readonly name: string;
  readonly clock: WorldClock;
  /** Readings that this world chooses; they win over those of the emulator. */
  readonly readings: Partial<Readings>;
  readonly accounts: Accounts;
  readonly recorders: Recorders;
  readonly timelines: Timelines;
  /** How much later than a timeline the lists of Cloud Config 2020-09-07 know of a change. */
  readonly indexLagMs: number;
  readonly complianceRules: readonly ComplianceRuleDefinition[];
  readonly accountGroups: AccountGroups;
  /** What was done in the accounts, as ActionTrail has it. */
  readonly trail: Trail;
  readonly directories: Directories;
  readonly accountFactory: AccountFactory;
  readonly roles: Roles;
  readonly sessions: Sessions;
  /** Chance, from a seed: the same world misbehaves the same way. Uniform in [0, 1). */
  readonly random: () => number;
  accessKey(id: string): AccessKey | undefined;
  /** Whether the product, by its code (`Config`), is out of order. */
  isDown(productCode: string): boolean;
  /** Whether RAM lets a principal take an action, `config:StartConfigurationRecorder`. */
  permits(principalId: string, ramAction: string): boolean;
  /** The world that one request meets: this one, or a fresh copy of it if the world keeps nothing. */
  forRequest(): World;
}
