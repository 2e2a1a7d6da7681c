import { createHash } from 'node:crypto';
import type { ConfigurationChangeRecord } from '../operations/cloud-config/GetResourceConfigurationTimeline';
import { GetResourceConfigurationTimeline } from '../operations/cloud-config/GetResourceConfigurationTimeline';
import type { TimelineKind } from '../pagination/TimelineKind';
import { fingerprintOf } from './fingerprint';

/** As cursors held it before equal changes counted as one. Such cursors are still in clients' hands. */
const formerFingerprintOf = ({ ResourceEventType, ConfigurationDiff }: ConfigurationChangeRecord): string =>
  createHash('sha256')
    .update(JSON.stringify([ResourceEventType, ConfigurationDiff]))
    .digest('base64url')
    .slice(0, 8);

/** The timeline of configuration changes. */
export const configurationTimeline: TimelineKind<ConfigurationChangeRecord> = {
  operation: GetResourceConfigurationTimeline,
  contentOf: fingerprintOf,
  formerContentOf: formerFingerprintOf,
};
