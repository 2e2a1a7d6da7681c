import { z } from 'zod';
import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { isOrigin, milliseconds, oneOf, pairs, text, urlWhere } from '../environment/formats';
import type { Rules } from '../environment/readSettings';
import { isLoopbackName } from '../process/loopback';

const services = ['cloud-config', 'resource-manager', 'governance', 'sts', 'actiontrail'] as const;

/** A host that may see signed requests: one of the provider's, or one of this machine for tests. */
const isUpstreamHost = (hostname: string): boolean =>
  /^(?:[a-z\d-]+\.)+aliyuncs\.com$/.test(hostname) || isLoopbackName(hostname);

const upstreamOrigin = urlWhere(/^https$/, (url) => isOrigin(url) && isUpstreamHost(url.hostname));

/** A proxy's URL may hold user and password, and nothing behind the port. */
const isProxyUrl = ({ pathname, search, hash }: URL): boolean => pathname + search + hash === '/';

/** `sts=https://…,governance=https://…` */
const endpoints = pairs({
  values: `\`<service>=<https URL of a host below aliyuncs.com, without user and path>\`, comma-separated; services are ${services.map((name) => `\`${name}\``).join(', ')}`,
  key: z.enum(services),
  value: upstreamOrigin,
});

/** Settings of the way to the upstream. */
export const networkTable = {
  proxyUrl: setting('HTTPS_PROXY', {
    secret: true,
    aliases: ['https_proxy'],
    values: 'an http or https URL without a path, its port at most 65535',
    parse: urlWhere(/^https?$/, isProxyUrl),
    unset: '(unset: no proxy)',
    description:
      'Proxy for calls to https endpoints. The URL may contain a user and a password. `https_proxy` works, too.',
  }),
  noProxy: setting('NO_PROXY', {
    aliases: ['no_proxy'],
    values: 'hosts, comma-separated',
    parse: z.string(),
    unset: '(none)',
    description:
      'Hosts to call without the proxy: names, domains with all hosts below them, IP addresses, and networks such as `10.0.0.0/8`. Each may have a port. `*` means all hosts. `no_proxy` works, too.',
  }),
  connectTimeoutMs: setting('CONNECT_TIMEOUT_MS', {
    ...milliseconds(100, 30_000),
    default: 5000,
    description:
      'Timeout for opening a connection to the upstream, in milliseconds, including the TLS handshake and the tunnel of a proxy. A read that fails this way is retried until its deadline of 10 seconds.',
  }),
  readAttemptTimeoutMs: setting('READ_ATTEMPT_TIMEOUT_MS', {
    ...milliseconds(100, 10_000),
    default: 3000,
    description:
      'Timeout for one attempt of a read, in milliseconds, from sending the request to the end of the response.',
  }),
  writeAttemptTimeoutMs: setting('WRITE_ATTEMPT_TIMEOUT_MS', {
    ...milliseconds(1000, 25_000),
    default: 10_000,
    description:
      'Timeout for a write, in milliseconds. A write that takes longer ends with the outcome `UNKNOWN` until the gateway has found out what became of it.',
  }),
  caFile: setting('CA_FILE', {
    ...text,
    values: 'a path',
    unset: '(unset)',
    description:
      'File with additional trusted certificates in PEM, for the upstream and the proxy, such as those of a company’s own authority.',
  }),
  endpointType: setting('ENDPOINT_TYPE', {
    ...oneOf('public', 'vpc'),
    default: 'public',
    description:
      'Which hosts to call. With `vpc`, products with a VPC host in `REGION` are called there, all others at their public hosts: see docs/OPERATIONS.md.',
  }),
  region: setting('REGION', {
    values: 'a region ID such as `cn-shanghai`',
    parse: z.string().regex(/^[a-z]{2,}(-[a-z0-9]+)+$/),
    unset: '(unset)',
    description: 'Region of the VPC that the gateway runs in, for `ENDPOINT_TYPE=vpc`.',
  }),
  endpoints: setting('ENDPOINTS', {
    ...endpoints,
    default: new Map(),
    description:
      'Other hosts for individual services, for `UPSTREAM=alibaba-cloud`. For tests, a host may also be one of this machine, such as `localhost`.',
  }),
};

type Network = SettingsOf<typeof networkTable>;

/** The region counts only if hosts of a VPC are called. */
export const toNetwork = ({ endpointType, region, ...network }: Network) => ({
  ...network,
  /** The region of the VPC whose hosts are called if there are any. Undefined for public hosts. */
  vpcRegion: endpointType === 'vpc' ? region : undefined,
});

/** The way to the upstream. `proxyUrl` may hold a password. */
export type NetworkSettings = ReturnType<typeof toNetwork>;

export const networkRules: Rules<Network> = ({ endpointType }, given) =>
  endpointType === 'vpc' && !given.has('REGION')
    ? ['REGION must be set where ENDPOINT_TYPE is vpc: the region of the VPC that the gateway runs in.']
    : [];
