import type { RefusalState } from './RefusalState';
import { cloudConfigRefusals } from './cloudConfigRefusals';
import { governanceRefusals } from './governanceRefusals';
import { resourceManagerRefusals } from './resourceManagerRefusals';
import { stsRefusals } from './stsRefusals';

/** For every documented code of every operation one state that provokes it; tests run them, and a page lists them. */
export const refusalStates: readonly RefusalState[] = [
  ...cloudConfigRefusals,
  ...resourceManagerRefusals,
  ...governanceRefusals,
  ...stsRefusals,
];
