import type { WorldDefinition } from './WorldDefinition';
import { systemBaseline } from './baselines';

/** The only account of the fresh world. */
export const freshAccountId = '1602394815570246';

/**
 * Nothing has begun: one verified enterprise account of the China site, no directory, no recorder.
 *
 * The landing zone is set up already, so that accounts can be enrolled as soon as there is a directory.
 */
export function freshWorld(): WorldDefinition {
  return {
    name: 'fresh',
    description: 'One verified enterprise account with nothing started, and no directory.',
    epoch: '2026-06-30T08:00:00.000Z',
    accounts: [
      {
        accountId: freshAccountId,
        name: 'cloud-admin@new-harbour.example',
        displayName: 'New Harbour Trading',
        enterpriseName: 'New Harbour Trading Co., Ltd.',
      },
    ],
    governance: [
      {
        managementAccountId: freshAccountId,
        defaultBaselineId: systemBaseline.baselineId,
        baselines: [systemBaseline],
      },
    ],
  };
}
