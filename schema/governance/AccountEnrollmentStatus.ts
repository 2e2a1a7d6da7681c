import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const listed = {
  PENDING: 'The enrolment waits for its turn.',
  SCHEDULING: 'The enrolment is being scheduled.',
  RUNNING: 'The baseline is being applied: see `progress`.',
  FINISHED: 'The baseline was applied.',
  FAILED: 'A baseline item could not be applied: see `failure`.',
  SCHEDULE_FAILED: 'The enrolment could not be scheduled: see `failure`.',
};

const notEnrolled = 'The account was never enrolled in the account factory.';

export const AccountEnrollmentStatus = defineEnum('AccountEnrollmentStatus', 'Where the enrolment of an account is.', {
  NOT_ENROLLED: notEnrolled,
  ...listed,
  UNKNOWN: unknownBeside('rawStatus'),
});
export type AccountEnrollmentStatus = keyof typeof AccountEnrollmentStatus;

export const AccountEnrollmentStatusInput = defineEnum(
  'AccountEnrollmentStatusInput',
  'Where the enrolment of an account is, to ask for.',
  listed,
);
export type AccountEnrollmentStatusInput = keyof typeof AccountEnrollmentStatusInput;

export const EnrollmentStatusOfAccountInput = defineEnum(
  'EnrollmentStatusOfAccountInput',
  'Where the enrollment of an account is, or that it has none, to ask for.',
  { NOT_ENROLLED: notEnrolled, ...listed },
);
export type EnrollmentStatusOfAccountInput = keyof typeof EnrollmentStatusOfAccountInput;

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
