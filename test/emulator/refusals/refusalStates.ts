import type { RefusalState, UnprovokedCode } from './RefusalState';
import { accountGroupRefusals } from './accountGroupRefusals';
import { actiontrailRefusals, actiontrailUnprovoked } from './actiontrailRefusals';
import { cloudConfig2020Refusals, cloudConfig2020Unprovoked } from './cloudConfig2020Refusals';
import { cloudConfigRefusals } from './cloudConfigRefusals';
import { governanceRefusals } from './governanceRefusals';
import { resourceManagerRefusals } from './resourceManagerRefusals';
import { stsRefusals } from './stsRefusals';

/** For nearly every documented code of every operation one state that provokes it; tests run them, a page lists them. */
export const refusalStates: readonly RefusalState[] = [
  ...cloudConfigRefusals,
  ...cloudConfig2020Refusals,
  ...accountGroupRefusals,
  ...resourceManagerRefusals,
  ...governanceRefusals,
  ...stsRefusals,
  ...actiontrailRefusals,
];

/** The documented codes that have no such state. */
export const unprovokedCodes: readonly UnprovokedCode[] = [...cloudConfig2020Unprovoked, ...actiontrailUnprovoked];
