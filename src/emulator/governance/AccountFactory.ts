import { createHash } from 'node:crypto';
import type { Sequence } from '../Sequence';
import { concat, mapped } from '../Sequence';
import type { Accounts } from '../world/Accounts';
import type { WorldClock } from '../world/WorldClock';
import type { EnrollmentDefinition, GovernanceDefinition } from '../world/WorldDefinition';
import { toEpochMs } from '../world/WorldDefinition';
import type { GeneratedEnrollments } from '../world/population/Population';
import type {
  Enrollment,
  EnrollmentFailure,
  EnrollmentInputs,
  EnrollmentOutcome,
  EnrollmentProgress,
} from './Enrollment';
import { defaultStepMs, progressOf } from './Enrollment';
import { LandingZone } from './LandingZone';
import { mergeBaselineItems, toBaselineItem } from './mergeBaselineItems';

/** What is to be enrolled, and how. */
export interface EnrollmentOrder {
  readonly managementAccountId: string;
  readonly accountId: string;
  readonly baselineId: string;
  readonly inputs: EnrollmentInputs;
}

/** The account factory of one world: landing zones, and the enrollments in them. */
export class AccountFactory {
  private readonly zones: ReadonlyMap<string, LandingZone>;
  private readonly enrollments = new Map<string, Enrollment>();
  private made = 0;

  constructor(
    private readonly clock: WorldClock,
    private readonly accounts: Accounts,
    definitions: readonly GovernanceDefinition[],
    private readonly generated?: GeneratedEnrollments,
  ) {
    this.zones = new Map(
      definitions.map((definition) => [definition.managementAccountId, new LandingZone(definition)]),
    );
    for (const { managementAccountId, enrollments } of definitions) {
      for (const enrollment of enrollments) this.restore(managementAccountId, enrollment);
    }
  }

  /** What a management account has set up. */
  zoneOf(managementAccountId: string): LandingZone | undefined {
    return this.zones.get(managementAccountId);
  }

  enrollment(accountId: string): Enrollment | undefined {
    return this.enrollments.get(accountId) ?? this.generated?.get(accountId);
  }

  /** What a management account has enrolled, in the order in which each enrollment first began. */
  enrollmentsOf(managementAccountId: string): Sequence<Enrollment> {
    const generated = this.generated?.managementAccountId === managementAccountId ? this.generated : undefined;
    const held = [...this.enrollments.values()].filter(
      (enrollment) => enrollment.managementAccountId === managementAccountId && !generated?.get(enrollment.accountId),
    );
    if (!generated) return held;
    const current = mapped(generated.all, (enrollment) => this.enrollments.get(enrollment.accountId) ?? enrollment);
    return concat(current, held);
  }

  progress(accountId: string): EnrollmentProgress | undefined {
    const enrollment = this.enrollment(accountId);
    return enrollment && progressOf(enrollment, this.clock.now());
  }

  /** Makes a resource account; nothing but the order of calls decides its id. */
  createAccount({ accountNamePrefix = '', displayName = '' }: EnrollmentInputs, managementAccountId: string): string {
    let accountId: string;
    do accountId = newAccountId(managementAccountId, ++this.made);
    while (this.accounts.get(accountId));

    this.accounts.add({
      accountId,
      name: `${accountNamePrefix}@${accountId}.aliyunid.com`,
      displayName,
      site: this.accounts.get(managementAccountId)?.site ?? 'china',
      type: 'resource',
      verification: 'none',
      enterpriseName: '',
      status: 'active',
      serviceLinkedRole: 'creatable',
    });
    return accountId;
  }

  /** Begins an enrollment, or begins it again. */
  enroll(order: EnrollmentOrder, now = this.clock.now(), stepMs = defaultStepMs): void {
    const { accountId, baselineId, inputs, managementAccountId } = order;
    const zone = this.zones.get(managementAccountId);
    const items = mergeBaselineItems(zone?.baseline(baselineId) ?? [], inputs.items);
    this.enrollments.set(accountId, {
      managementAccountId,
      accountId,
      baselineId,
      items,
      inputs,
      createdAt: this.enrollment(accountId)?.createdAt ?? now,
      startedAt: now,
      stepMs,
      outcome: this.outcome(order, items),
    });
  }

  private outcome(order: EnrollmentOrder, items: Enrollment['items']): EnrollmentOutcome {
    const { accountId, managementAccountId, inputs } = order;
    const parties = [accountId, inputs.payerAccountId ?? accountId];
    const suspended = parties.find((party) => this.accounts.get(party)?.status === 'suspended');
    if (suspended !== undefined) {
      const message = `Account ${suspended} is suspended because of an overdue payment.`;
      return {
        kind: 'not scheduled',
        failure: failure(accountId, { code: 'AccountSuspended', message, recommend: '' }),
      };
    }

    const inapplicable = this.zones.get(managementAccountId)?.inapplicable(items, accountId);
    if (!inapplicable) return { kind: 'finished' };
    return { kind: 'failed', item: inapplicable.name, failure: failure(accountId, inapplicable) };
  }

  private restore(managementAccountId: string, definition: EnrollmentDefinition): void {
    const { accountId, accountNamePrefix, payerAccountId, tags } = definition;
    const items = definition.items.map(toBaselineItem);
    const displayName = this.accounts.get(accountId)?.displayName;
    const existing = accountNamePrefix === undefined ? accountId : undefined;
    const inputs = { accountNamePrefix, accountId: existing, displayName, payerAccountId, items, tags };
    const baselineId = definition.baselineId ?? this.zones.get(managementAccountId)?.defaultBaselineId ?? '';
    const order = { managementAccountId, accountId, baselineId, inputs };
    this.enroll(order, toEpochMs(definition.startedAt), definition.stepSeconds * 1000);
  }
}

function failure(accountId: string, { code, message, recommend }: Omit<EnrollmentFailure, 'requestId'>) {
  return { code, message, recommend, requestId: uuid(`${accountId}/${code}`) };
}

/** 16 digits that begin with 1, as account ids do; below 2^53. */
function newAccountId(managementAccountId: string, ordinal: number): string {
  const digest = digestOf(`${managementAccountId}/${ordinal}`);
  return `1${(digest.readBigUInt64BE() % 10n ** 15n).toString().padStart(15, '0')}`;
}

/** An upper-case UUID that depends on nothing but its seed. */
function uuid(seed: string): string {
  const hex = digestOf(seed).toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `A${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const digestOf = (seed: string): Buffer => createHash('sha256').update(seed).digest();
