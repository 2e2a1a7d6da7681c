import type { WorldClock } from '../world/WorldClock';
import type { AccountDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { Gap } from './RecordedHistory';
import { supportedResourceTypes } from './supportedResourceTypes';

/** Where a recorder is; there is no such thing for an account that was never activated. */
export type RecorderStatus = 'REGISTRABLE' | 'BUILDING' | 'REGISTERED' | 'REBUILDING';

/** Where the organisation-wide edition of a management account is. */
export type OrganizationStatus = 'REGISTRABLE' | 'BUILDING' | 'REGISTERED';

interface Entered<S> {
  readonly status: S;
  readonly since: number;
}

interface RecorderEntry {
  readonly recorder: Entered<RecorderStatus>;
  readonly resourceTypes: readonly string[];
  /** When types were not recorded, in order; a type that always was has none. */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
}

const noGaps: ReadonlyMap<string, readonly Gap[]> = new Map();

/** How long the first scan of an account, a rebuild and the upgrade of an organisation take. World time. */
export const buildMs = 5 * 60_000;

/**
 * The configuration recorders of one world.
 *
 * What is stored is when a state was entered; where it is now follows from the clock, so that a clock that jumps moves
 * every recorder with it.
 */
export class Recorders {
  private readonly recorders = new Map<string, RecorderEntry>();
  private readonly organizations = new Map<string, Entered<OrganizationStatus>>();

  constructor(
    private readonly clock: WorldClock,
    accounts: readonly AccountDefinition[],
  ) {
    for (const { accountId, recorder, organization } of accounts) {
      if (recorder) {
        const resourceTypes = recorder.resourceTypes ?? supportedResourceTypes;
        this.recorders.set(accountId, {
          recorder: { status: recorder.status, since: toEpochMs(recorder.since) },
          resourceTypes,
          gaps: recorder.resourceTypes
            ? this.withGaps(noGaps, supportedResourceTypes, resourceTypes, -Infinity)
            : noGaps,
        });
      }
      if (organization) {
        this.organizations.set(accountId, { status: organization.status, since: toEpochMs(organization.since) });
      }
    }
  }

  /** Whether Cloud Config knows the account at all. */
  isActivated(accountId: string): boolean {
    return this.recorders.has(accountId);
  }

  status(accountId: string): RecorderStatus {
    const entry = this.recorders.get(accountId);
    return entry ? this.at(entry.recorder) : 'REGISTRABLE';
  }

  organizationStatus(accountId: string): OrganizationStatus {
    const entered = this.organizations.get(accountId);
    return entered ? this.at(entered) : 'REGISTRABLE';
  }

  resourceTypes(accountId: string): readonly string[] {
    return this.recorders.get(accountId)?.resourceTypes ?? supportedResourceTypes;
  }

  /** When the account did not record a type, in order. */
  gaps(accountId: string, resourceType: string): readonly Gap[] {
    return this.recorders.get(accountId)?.gaps.get(resourceType) ?? [];
  }

  /** When what is being built was, or will be, done. */
  doneAt(accountId: string): number {
    return (this.recorders.get(accountId)?.recorder.since ?? 0) + buildMs;
  }

  /**
   * Chooses what is recorded: what is left out from now on no more, what is added as soon as a rebuild is done.
   *
   * @param status what the recorder is from now on.
   */
  choose(accountId: string, resourceTypes: readonly string[], status: RecorderStatus): void {
    const now = this.clock.now();
    const before = this.resourceTypes(accountId);
    const gaps = this.withGaps(this.recorders.get(accountId)?.gaps ?? noGaps, before, resourceTypes, now);
    this.recorders.set(accountId, { recorder: { status, since: now }, resourceTypes, gaps });
  }

  private withGaps(
    gaps: RecorderEntry['gaps'],
    before: readonly string[],
    after: readonly string[],
    from: number,
  ): RecorderEntry['gaps'] {
    const next = new Map(gaps);
    for (const type of before) {
      if (!after.includes(type)) next.set(type, [...(next.get(type) ?? []), { from, to: Infinity }]);
    }
    for (const type of after) {
      const [last, ...earlier] = [...(next.get(type) ?? [])].reverse();
      if (last?.to === Infinity) next.set(type, [...earlier.reverse(), { ...last, to: from + buildMs }]);
    }
    return next;
  }

  /**
   * Starts to build the recorder, or to rebuild it where there is one.
   *
   * @returns when it will be done.
   */
  build(accountId: string): number {
    const status = this.status(accountId) === 'REGISTERED' ? 'REBUILDING' : 'BUILDING';
    const since = this.clock.now();
    const gaps = this.recorders.get(accountId)?.gaps ?? noGaps;
    this.recorders.set(accountId, { recorder: { status, since }, resourceTypes: this.resourceTypes(accountId), gaps });
    return since + buildMs;
  }

  /** Starts the upgrade of an organisation to the enterprise edition. */
  upgradeOrganization(managementAccountId: string): void {
    this.organizations.set(managementAccountId, { status: 'BUILDING', since: this.clock.now() });
  }

  private at<S extends RecorderStatus>({ status, since }: Entered<S>): S | 'REGISTERED' {
    const building = status === 'BUILDING' || status === 'REBUILDING';
    return building && this.clock.now() >= since + buildMs ? 'REGISTERED' : status;
  }
}
