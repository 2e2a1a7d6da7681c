import type { WorldClock } from '../world/WorldClock';
import type { AccountDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
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
  recorder: Entered<RecorderStatus>;
  readonly resourceTypes: readonly string[];
}

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
        this.recorders.set(accountId, {
          recorder: { status: recorder.status, since: toEpochMs(recorder.since) },
          resourceTypes: recorder.resourceTypes ?? supportedResourceTypes,
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

  /**
   * Starts to build the recorder, or to rebuild it where there is one.
   *
   * @returns when it will be done.
   */
  build(accountId: string): number {
    const status = this.status(accountId) === 'REGISTERED' ? 'REBUILDING' : 'BUILDING';
    const since = this.clock.now();
    this.recorders.set(accountId, { recorder: { status, since }, resourceTypes: this.resourceTypes(accountId) });
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
