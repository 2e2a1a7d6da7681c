/** One item of a baseline as it is to be applied to an account. */
export interface BaselineItem {
  readonly name: string;
  readonly version: string;
  /** JSON text. */
  readonly config: string;
  readonly skip: boolean;
}

/** Why an enrollment failed. */
export interface EnrollmentFailure {
  readonly code: string;
  readonly message: string;
  readonly recommend: string;
  readonly requestId: string;
}

/** The inputs of an enrollment. */
export interface EnrollmentInputs {
  readonly accountNamePrefix?: string;
  readonly accountId?: string;
  readonly displayName?: string;
  readonly folderId?: string;
  readonly payerAccountId?: string;
  readonly items: readonly BaselineItem[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
}

/** How an enrollment ends; it is settled by the state of the world when the enrollment begins. */
export type EnrollmentOutcome =
  | { readonly kind: 'finished' }
  | { readonly kind: 'not scheduled'; readonly failure: EnrollmentFailure }
  /** The item fails when its turn comes; those after it are never begun. */
  | { readonly kind: 'failed'; readonly item: string; readonly failure: EnrollmentFailure };

/** An enrollment: its plan. How far it has come follows from the time, see {@link progressOf}. */
export interface Enrollment {
  /** Whose account factory it is. */
  readonly managementAccountId: string;
  readonly accountId: string;
  readonly baselineId: string;
  readonly items: readonly BaselineItem[];
  readonly inputs: EnrollmentInputs;
  readonly createdAt: number;
  /** Differs from `createdAt` if the account was enrolled again. */
  readonly startedAt: number;
  readonly stepMs: number;
  readonly outcome: EnrollmentOutcome;
}

export type EnrollmentStatus = 'Pending' | 'Scheduling' | 'Running' | 'Finished' | 'Failed' | 'ScheduleFailed';
export type StepStatus = 'Pending' | 'Running' | 'Finished' | 'Failed';

/** How far an enrollment has come. */
export interface EnrollmentProgress {
  readonly status: EnrollmentStatus;
  readonly steps: readonly { readonly name: string; readonly status: StepStatus }[];
  /** When the last of its states was entered. */
  readonly updatedAt: number;
  readonly failure?: EnrollmentFailure;
}

/** How long an enrollment is Pending, and then Scheduling. World time. */
export const pendingMs = 15_000;
export const schedulingMs = 30_000;
/** How long it takes to apply one baseline item. World time. */
export const defaultStepMs = 30_000;

/** The states of one enrollment at one time: Pending, Scheduling, Running item by item, and one of three ends. */
export function progressOf(enrollment: Enrollment, now: number): EnrollmentProgress {
  const { startedAt, stepMs, outcome } = enrollment;
  const names = enrollment.items.filter(({ skip }) => !skip).map(({ name }) => name);
  const waiting = names.map((name) => ({ name, status: 'Pending' as const }));
  const schedulingAt = startedAt + pendingMs;
  const runningAt = schedulingAt + schedulingMs;

  if (now < schedulingAt) return { status: 'Pending', steps: waiting, updatedAt: startedAt };
  if (now < runningAt) return { status: 'Scheduling', steps: waiting, updatedAt: schedulingAt };
  if (outcome.kind === 'not scheduled') {
    return { status: 'ScheduleFailed', steps: waiting, updatedAt: runningAt, failure: outcome.failure };
  }

  const done = Math.min(names.length, Math.floor((now - runningAt) / stepMs));
  const failing = outcome.kind === 'failed' ? names.indexOf(outcome.item) : -1;
  const hasFailed = failing >= 0 && done > failing;
  const reached = hasFailed ? failing + 1 : done;
  const status = hasFailed ? 'Failed' : done === names.length ? 'Finished' : 'Running';

  return {
    status,
    steps: names.map((name, index) => ({ name, status: stepStatus(index, done, failing) })),
    updatedAt: runningAt + reached * stepMs,
    failure: hasFailed && outcome.kind === 'failed' ? outcome.failure : undefined,
  };
}

function stepStatus(index: number, done: number, failing: number): StepStatus {
  const isBeyondFailure = failing >= 0 && done > failing;
  if (isBeyondFailure && index >= failing) return index === failing ? 'Failed' : 'Pending';
  if (index < done) return 'Finished';
  return index === done ? 'Running' : 'Pending';
}
