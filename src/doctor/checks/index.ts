import type { Check } from '../Check';
import { accountGroupCheck } from './accountGroup';
import { adminCheck, tracesCheck } from './admin';
import { authenticationCheck } from './authentication';
import { authorsCheck } from './authors';
import { clockCheck } from './clock';
import { cloudConfigCheck } from './cloudConfig';
import { credentialsCheck } from './credentials';
import { directoryCheck } from './directory';
import { auditCheck, ledgerCheck } from './files';
import { membersCheck } from './members';
import { networkCheck } from './network';
import { productsCheck } from './products';
import { redisCheck } from './redis';
import { rightsCheck } from './rights';
import { settingsCheck } from './settings';

/** Everything that is looked at, in this order: what comes first may explain what comes later. */
export const checks: readonly Check[] = [
  settingsCheck,
  authenticationCheck,
  auditCheck,
  ledgerCheck,
  adminCheck,
  tracesCheck,
  networkCheck,
  redisCheck,
  clockCheck,
  credentialsCheck,
  productsCheck,
  directoryCheck,
  cloudConfigCheck,
  rightsCheck,
  accountGroupCheck,
  membersCheck,
  authorsCheck,
];
