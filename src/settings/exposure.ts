import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import type { Format } from '../environment/formats';
import { isOrigin, list, onOff } from '../environment/formats';
import { defaultsOf } from '../environment/readSettings';

const inDevelopment = '`on` in development, else `off`';

const hostName: Format<string> = {
  values: 'host names or IP addresses without a port',
  parse: z
    .string()
    .regex(
      /^(?:[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*|\[[\da-f:.]+\]|[\da-f]*:[\da-f:.]+)$/i,
    )
    .transform((name) => name.replace(/^\[|\]$/g, '').toLowerCase()),
};

/** The end of an origin that allows every port. */
const anyPort = ':*';

const withoutPort = (text: string): string => (text.endsWith(anyPort) ? text.slice(0, -anyPort.length) : text);

const origin: Format<string> = {
  values: 'origins such as `https://app.example` or `http://localhost:*`',
  parse: z
    .string()
    .regex(/^https?:\/\//)
    .refine((text) => isOriginText(withoutPort(text)))
    .transform((text) => {
      const { origin: normalized } = new URL(withoutPort(text));
      return text.endsWith(anyPort) ? `${normalized}${anyPort}` : normalized;
    }),
};

/** A pattern for hosts would be taken for a host. */
const isOriginText = (text: string): boolean => URL.canParse(text) && isOrigin(new URL(text)) && !text.includes('*');

/** Settings of who may ask from where, and of what the gateway shows of itself. */
export const exposureTable = {
  allowedHosts: setting('ALLOWED_HOSTS', {
    ...list(hostName),
    default: [],
    description:
      'Names under which clients reach the gateway, in addition to `HOST` and the names of this machine (`localhost`, `127.0.0.1`, `[::1]`). Requests for other hosts are refused with 421, except for the health checks.',
  }),
  allowedOrigins: setting('ALLOWED_ORIGINS', {
    ...list(origin),
    default: [],
    description:
      'Origins whose pages may use the gateway from a browser (CORS). Its own pages always may. In development, Apollo Studio and `http://localhost:*` may, too. Requests from other origins are refused with 403.',
  }),
  introspection: setting('INTROSPECTION', {
    ...onOff,
    unset: inDevelopment,
    description:
      'Whether clients may query `__schema` and `__type`. The schema is in schema/api.graphql in any case, and a router reads it with `_service`.',
  }),
  sandbox: setting('SANDBOX', {
    ...onOff,
    unset: inDevelopment,
    description:
      'Whether browsers that open `/graphql` get the Apollo Sandbox. It needs `INTROSPECTION` for its schema.',
  }),
  graphiql: setting('GRAPHIQL', {
    ...onOff,
    unset: inDevelopment,
    description: 'Whether `/graphiql` has GraphiQL. It needs `INTROSPECTION` for its schema.',
  }),
  suggestions: setting('SUGGESTIONS', {
    ...onOff,
    unset: inDevelopment,
    description: 'Whether messages about unknown names suggest the nearest names of the schema.',
  }),
};

type ExposureSettings = SettingsOf<typeof exposureTable>;

/** The pages that a developer uses the gateway from: Apollo Studio's Sandbox, and an own page on any port. */
const developersOrigins = ['https://studio.apollographql.com', 'http://localhost:*'];

/** @param development whether only this machine reaches the gateway, and it serves demo data. */
export const toExposure = (read: ExposureSettings, development: boolean) => ({
  ...read,
  /** Origins whose pages may use the gateway. The port `*` allows every port. */
  allowedOrigins: [...read.allowedOrigins, ...(development ? developersOrigins : [])],
  introspection: read.introspection ?? development,
  sandbox: read.sandbox ?? development,
  graphiql: read.graphiql ?? development,
  suggestions: read.suggestions ?? development,
});

/** Who may ask from where, and what the gateway shows of itself. */
export type Exposure = ReturnType<typeof toExposure>;

/** What holds if nothing is set, on the machine of a developer. */
export const developmentExposure = toExposure(defaultsOf(exposureTable), true);

/** What holds if nothing is set, anywhere else. */
export const productionExposure = toExposure(defaultsOf(exposureTable), false);
