import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { oneOf, text, urlWhere, whole } from '../environment/formats';

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

/** Settings of OpenTelemetry that decide whether and how its SDK is loaded. The SDK itself reads all others. */
export const telemetryTable = {
  endpoint: setting('OTEL_EXPORTER_OTLP_ENDPOINT', {
    secret: true,
    aliases: ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'],
    values: 'an http or https URL',
    parse: urlWhere(/^https?$/, () => true),
    unset: '(unset: no traces)',
    description:
      'Collector of OpenTelemetry that gets the spans by OTLP over HTTP, at `/v1/traces` below this URL. `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` is the whole URL. All other variables of the SDK work, too, such as OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER and OTEL_EXPORTER_OTLP_HEADERS.',
  }),
  protocol: setting('OTEL_EXPORTER_OTLP_PROTOCOL', {
    ...oneOf('http/protobuf', 'http/json'),
    default: 'http/protobuf',
    description: 'Form in which spans are sent. There is no gRPC.',
  }),
  isDisabled: setting('OTEL_SDK_DISABLED', {
    values: '`true` or `false`',
    parse: z.enum(['true', 'false']).transform((value) => value === 'true'),
    default: false,
    description: 'Whether no spans are made, although there is a collector.',
  }),
};
