import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

export const AccountEnrollmentStatus = enumMembers(
  'NOT_ENROLLED',
  'PENDING',
  'SCHEDULING',
  'RUNNING',
  'FINISHED',
  'FAILED',
  'SCHEDULE_FAILED',
  'UNKNOWN',
);
export type AccountEnrollmentStatus = keyof typeof AccountEnrollmentStatus;
registerEnumType(AccountEnrollmentStatus, {
  name: 'AccountEnrollmentStatus',
  description: 'Where the enrolment of an account is.',
  valuesConfig: {
    NOT_ENROLLED: { description: 'The account was never enrolled in the account factory.' },
    PENDING: { description: 'The enrolment waits for its turn.' },
    SCHEDULING: { description: 'The enrolment is being scheduled.' },
    RUNNING: { description: 'The baseline is being applied: see `progress`.' },
    FINISHED: { description: 'The baseline was applied.' },
    FAILED: { description: 'A baseline item could not be applied: see `failure`.' },
    SCHEDULE_FAILED: { description: 'The enrolment could not be scheduled: see `failure`.' },
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawStatus`.' },
  },
});

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
