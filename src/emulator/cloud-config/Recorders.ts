import type { WorldClock } from '../world/WorldClock';
import type { AccountDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { Population } from '../world/population/Population';
import type { Gap } from './RecordedHistory';
import type { Entered, Gaps, RecorderEntry, RecorderStatus } from './RecorderEntry';
import { gapsBeforeScan, noGaps, toRecorderEntry, withGaps } from './RecorderEntry';
import { supportedResourceTypes } from './supportedResourceTypes';

/** Where the organization-wide edition of a management account is. */
export type OrganizationStatus = 'REGISTRABLE' | 'BUILDING' | 'REGISTERED';

/** How long the first scan of an account, a rebuild and the upgrade of an organization take. World time. */
export const buildMs = 5 * 60_000;

/**
 * The configuration recorders of one world.
 *
 * Stores the time at which each state was entered. The present state follows from the clock, so a jump of the clock
 * moves every recorder with it.
 */
export class Recorders {
  /** Those of the definition, and those of a generated world that were changed. */
  private readonly entries = new Map<string, RecorderEntry>();
  private readonly organizations = new Map<string, Entered<OrganizationStatus>>();

  constructor(
    private readonly clock: WorldClock,
    accounts: readonly AccountDefinition[],
    private readonly generated?: Pick<Population, 'account'>,
  ) {
    for (const account of accounts) {
      const { accountId, organization } = account;
      const entry = toRecorderEntry(account);
      if (entry) this.entries.set(accountId, entry);
      if (organization) {
        this.organizations.set(accountId, { status: organization.status, since: toEpochMs(organization.since) });
      }
    }
  }

  /** Whether Cloud Config knows the account at all. */
  isActivated(accountId: string): boolean {
    return this.entry(accountId) !== undefined;
  }

  /** Whether the account's recorder was stopped, and not started since. */
  isStopped(accountId: string): boolean {
    return this.entry(accountId)?.stopped === true;
  }

  status(accountId: string): RecorderStatus {
    const entry = this.entry(accountId);
    return entry ? this.at(entry.recorder) : 'REGISTRABLE';
  }

  organizationStatus(accountId: string): OrganizationStatus {
    const entered = this.organizations.get(accountId);
    return entered ? this.at(entered) : 'REGISTRABLE';
  }

  resourceTypes(accountId: string): readonly string[] {
    return this.entry(accountId)?.resourceTypes ?? supportedResourceTypes;
  }

  /** When the account did not record a type, in order. */
  gaps(accountId: string, resourceType: string): readonly Gap[] {
    return this.entry(accountId)?.gaps.get(resourceType) ?? [];
  }

  /** When the account did not record what, if it is recording at all. */
  recording(accountId: string): Gaps | undefined {
    const entry = this.entry(accountId);
    return entry && this.at(entry.recorder) !== 'REGISTRABLE' ? entry.gaps : undefined;
  }

  /**
   * Starts to build the recorder, or to rebuild it if there is one.
   *
   * @returns when it will be done.
   */
  build(accountId: string): number {
    const status = this.status(accountId) === 'REGISTERED' ? 'REBUILDING' : 'BUILDING';
    const since = this.clock.now();
    const doneAt = since + buildMs;
    const resourceTypes = this.resourceTypes(accountId);
    const entry = this.entry(accountId);
    const before = entry?.gaps ?? this.gapsBefore(accountId, doneAt);
    const gaps = entry?.stopped ? withGaps(before, [], resourceTypes, since, doneAt) : before;
    this.entries.set(accountId, { recorder: { status, since }, resourceTypes, gaps });
    return doneAt;
  }

  /** Stops the recorder. What it had is erased: the next start finds everything anew. */
  stop(accountId: string): void {
    this.entries.set(accountId, {
      recorder: { status: 'REGISTRABLE', since: this.clock.now() },
      resourceTypes: supportedResourceTypes,
      gaps: gapsBeforeScan(Infinity),
      stopped: true,
    });
  }

  /**
   * Chooses what is recorded: what is omitted from now on no more, what is added as soon as a rebuild is done.
   *
   * @param status what the recorder is from now on.
   * @returns when what it is being built or rebuilt for will be done.
   */
  choose(accountId: string, resourceTypes: readonly string[], status: RecorderStatus): number {
    const since = this.clock.now();
    const doneAt = since + buildMs;
    const entry = this.entry(accountId);
    if (entry?.stopped && status === 'REGISTRABLE') {
      // Kept for the next start, before which there is nothing.
      this.entries.set(accountId, { ...entry, resourceTypes });
      return doneAt;
    }
    const before = entry?.gaps ?? this.gapsBefore(accountId, doneAt);
    const recorded = entry?.stopped ? [] : this.resourceTypes(accountId);
    const gaps = withGaps(before, recorded, resourceTypes, since, doneAt);
    this.entries.set(accountId, { recorder: { status, since }, resourceTypes, gaps });
    return doneAt;
  }

  /** Starts the upgrade of an organization to the enterprise edition. */
  upgradeOrganization(managementAccountId: string): void {
    this.organizations.set(managementAccountId, { status: 'BUILDING', since: this.clock.now() });
  }

  private entry(accountId: string): RecorderEntry | undefined {
    const entry = this.entries.get(accountId);
    if (entry) return entry;
    const account = this.generated?.account(accountId);
    return account && toRecorderEntry(account);
  }

  /** Generated histories begin whenever they like; a recorder that is started now knows nothing of what was before. */
  private gapsBefore(accountId: string, scannedAt: number): Gaps {
    return this.generated?.account(accountId) ? gapsBeforeScan(scannedAt) : noGaps;
  }

  private at<S extends RecorderStatus>({ status, since }: Entered<S>): S | 'REGISTERED' {
    const building = status === 'BUILDING' || status === 'REBUILDING';
    return building && this.clock.now() >= since + buildMs ? 'REGISTERED' : status;
  }
}
