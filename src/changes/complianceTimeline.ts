import { GetResourceComplianceTimeline } from '../operations';
import type { ComplianceChangeRecord } from '../operations/cloud-config/ComplianceChangeRecord';
import type { TimelineKind } from '../pagination/TimelineKind';
import { textFingerprintOf } from './fingerprint';

/** The timeline of compliance evaluations. */
export const complianceTimeline: TimelineKind<ComplianceChangeRecord> = {
  operation: GetResourceComplianceTimeline,
  contentOf: ({ Configuration = '', ConfigurationDiff = '' }) => textFingerprintOf(Configuration, ConfigurationDiff),
};
