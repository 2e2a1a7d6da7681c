import { connectionOf } from '../relay/connectionOf';
import { AccountEnrollment } from './AccountEnrollment';

export const AccountEnrollmentConnection = connectionOf(AccountEnrollment, {
  name: 'AccountEnrollment',
  items: 'enrolments',
});
export type AccountEnrollmentConnection = InstanceType<typeof AccountEnrollmentConnection>;
