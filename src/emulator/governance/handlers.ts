import type { Handlers } from '../handler';
import { EnrollAccount } from './EnrollAccount';
import { GetEnrolledAccount } from './GetEnrolledAccount';
import { ListEnrolledAccounts } from './ListEnrolledAccounts';
import { baselineHandlers } from './baselines';

/** Cloud Governance Center, answered from the state of the world. */
export const governanceHandlers: typeof baselineHandlers &
  Pick<Handlers, 'EnrollAccount' | 'GetEnrolledAccount' | 'ListEnrolledAccounts'> = {
  ...baselineHandlers,
  EnrollAccount,
  GetEnrolledAccount,
  ListEnrolledAccounts,
};
