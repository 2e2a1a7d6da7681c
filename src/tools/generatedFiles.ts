import type { GeneratedFile } from './GeneratedFile';
import { accessPolicySchema } from './accessPolicySchema';
import { schemaFiles } from './emitSchema';
import { emulatorWorldSchema } from './emulatorWorldSchema';
import { errorsPage } from './errorsPage';
import { operationsPage } from './listOperations';
import { metricsPage } from './metricsPage';
import { ramPoliciesPage } from './ramPoliciesPage';
import { settingsPage } from './settingsPage';

/** Every generated file that is committed, as the code says it must be. */
export const generatedFiles = (): readonly GeneratedFile[] => [
  ...schemaFiles(),
  operationsPage(),
  settingsPage(),
  metricsPage(),
  errorsPage(),
  ramPoliciesPage(),
  accessPolicySchema(),
  emulatorWorldSchema(),
];
