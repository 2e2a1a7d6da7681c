import type { Handlers } from '../handler';
import { EnrollAccount } from './EnrollAccount';
import { GetEnrolledAccount } from './GetEnrolledAccount';

/** Cloud Governance Center, answered from the state of the world. */
export const governanceHandlers: Pick<Handlers, 'EnrollAccount' | 'GetEnrolledAccount'> = {
  EnrollAccount,
  GetEnrolledAccount,
};
