import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { text, whole } from '../environment/formats';

/** Settings of the port for those who run the gateway. */
export const adminTable = {
  port: setting('ADMIN_PORT', {
    ...whole(0, 65_535),
    unset: '(unset: no metrics are kept)',
    description:
      'Port with metrics for Prometheus (`/metrics`) and the probes `/livez` and `/readyz`. With 0 it takes a free one. docs/METRICS.md lists the metrics.',
  }),
  host: setting('ADMIN_HOST', {
    ...text,
    values: 'an address',
    default: '127.0.0.1',
    description: 'Address of `ADMIN_PORT`. It has no authentication, so let only your monitoring reach it.',
  }),
};

/** Undefined if there is no such port. */
export const toAdmin = ({ host, port }: SettingsOf<typeof adminTable>) =>
  port === undefined ? undefined : { host, port };
