import { defineEnum, enumValue, unknownBeside } from '../enumValue';

export const AccountEnrollmentStatus = defineEnum('AccountEnrollmentStatus', 'Where the enrolment of an account is.', {
  NOT_ENROLLED: 'The account was never enrolled in the account factory.',
  PENDING: 'The enrolment waits for its turn.',
  SCHEDULING: 'The enrolment is being scheduled.',
  RUNNING: 'The baseline is being applied: see `progress`.',
  FINISHED: 'The baseline was applied.',
  FAILED: 'A baseline item could not be applied: see `failure`.',
  SCHEDULE_FAILED: 'The enrolment could not be scheduled: see `failure`.',
  UNKNOWN: unknownBeside('rawStatus'),
});
export type AccountEnrollmentStatus = keyof typeof AccountEnrollmentStatus;

const names = {
  Pending: 'PENDING',
  Scheduling: 'SCHEDULING',
  Running: 'RUNNING',
  Finished: 'FINISHED',
  Failed: 'FAILED',
  ScheduleFailed: 'SCHEDULE_FAILED',
} as const;

/** Reads an enrolment's status as the upstream prints it. */
export const parseEnrollmentStatus = (raw: string | undefined): AccountEnrollmentStatus => enumValue(names, raw);
