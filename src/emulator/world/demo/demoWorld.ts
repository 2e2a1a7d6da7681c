import type { WorldDefinition } from '../WorldDefinition';
import { company, demoAccounts, demoEpoch } from './company';
import { demoResources } from './resources';
import { demoRules } from './rules';

/** A trading company with a dozen members, a landing zone and a few hundred recorded changes. Always the same. */
export function demoWorld(): WorldDefinition {
  return {
    name: 'demo',
    description: 'A trading company with a dozen members, a landing zone and a few hundred recorded changes.',
    epoch: new Date(demoEpoch).toISOString(),
    keys: [{ id: 'sandboxid', secret: 'sandboxsecret', accountId: demoAccounts.sandbox }],
    ...company(),
    resources: demoResources(),
    complianceRules: demoRules(),
  };
}
