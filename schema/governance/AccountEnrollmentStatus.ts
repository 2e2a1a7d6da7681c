import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const listed = {
  PENDING: 'The enrollment is waiting to start.',
  SCHEDULING: 'The enrollment is being scheduled.',
  RUNNING: 'The baseline is being applied: see `progress`.',
  FINISHED: 'The baseline was applied.',
  FAILED: 'A baseline item could not be applied: see `failure`.',
  SCHEDULE_FAILED: 'The enrollment could not be scheduled: see `failure`.',
};

const notEnrolled = 'The account was never enrolled in the account factory.';

export const AccountEnrollmentStatus = defineEnum(
  'AccountEnrollmentStatus',
  'The status of the enrollment of an account.',
  {
    NOT_ENROLLED: notEnrolled,
    ...listed,
    UNKNOWN: unknownBeside('rawStatus'),
  },
);
export type AccountEnrollmentStatus = keyof typeof AccountEnrollmentStatus;

export const AccountEnrollmentStatusInput = defineEnum(
  'AccountEnrollmentStatusInput',
  'The status of the enrollment of an account, as a filter.',
  listed,
);
export type AccountEnrollmentStatusInput = keyof typeof AccountEnrollmentStatusInput;

export const EnrollmentStatusOfAccountInput = defineEnum(
  'EnrollmentStatusOfAccountInput',
  'The status of the enrollment of an account, including none, as a filter.',
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

/** Reads an enrollment's status as the upstream prints it. */
export const parseEnrollmentStatus = (raw: string | undefined): AccountEnrollmentStatus => enumValue(names, raw);
