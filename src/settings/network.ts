import { z } from 'zod';
import { isOrigin, oneOf, setting, urlWhere, whole } from './setting';

const services = ['cloud-config', 'resource-manager', 'governance', 'sts'] as const;

type Service = (typeof services)[number];

const httpsOrigin = urlWhere(/^https$/, isOrigin);

/** A proxy's URL may hold user and password, and nothing behind the port. */
const isProxyUrl = ({ pathname, search, hash }: URL): boolean => pathname + search + hash === '/';

/** `sts=https://…,governance=https://…` */
const endpoints = z
  .string()
  .transform((text) => text.split(',').map((pair) => pair.split('=').map((part) => part.trim())))
  .pipe(z.array(z.tuple([z.enum(services), httpsOrigin])))
  .transform((pairs) => new Map<Service, string>(pairs));

/** Settings of the way to the upstream. */
export const networkDefinitions = {
  HTTPS_PROXY: setting({
    values: 'an http or https URL without a path, its port at most 65535',
    parse: urlWhere(/^https?$/, isProxyUrl),
    default: '(unset: no proxy)',
    description:
      'Proxy for calls to https endpoints. The URL may contain a user and a password. `https_proxy` works, too.',
  }),
  NO_PROXY: setting({
    values: 'hosts, comma-separated',
    parse: z.string(),
    default: '(none)',
    description:
      'Hosts to call without the proxy: names, domains with all hosts below them, IP addresses, and networks such as `10.0.0.0/8`. Each may have a port. `*` means all hosts. `no_proxy` works, too.',
  }),
  CONNECT_TIMEOUT_MS: setting({
    ...whole(100, 30_000),
    default: '5000',
    description:
      'Timeout for opening a connection to the upstream, in milliseconds, including the TLS handshake and the tunnel of a proxy. A read that fails this way is retried until its deadline of 10 seconds.',
  }),
  READ_ATTEMPT_TIMEOUT_MS: setting({
    ...whole(100, 10_000),
    default: '3000',
    description:
      'Timeout for one attempt of a read, in milliseconds, from sending the request to the end of the response.',
  }),
  WRITE_ATTEMPT_TIMEOUT_MS: setting({
    ...whole(1000, 25_000),
    default: '10000',
    description:
      'Timeout for a write, in milliseconds. A write has one attempt, and one that takes longer ends with the outcome `UNKNOWN`.',
  }),
  CA_FILE: setting({
    values: 'a path',
    parse: z.string().min(1),
    default: '(unset)',
    description:
      'File with additional trusted certificates in PEM, for the upstream and the proxy, such as those of a company’s own authority.',
  }),
  ENDPOINT_TYPE: setting({
    ...oneOf('public', 'vpc'),
    default: 'public',
    description:
      'Which hosts to call. With `vpc`, products with a VPC host in `REGION` are called there, all others at their public hosts: see docs/OPERATIONS.md.',
  }),
  REGION: setting({
    values: 'a region ID such as `cn-shanghai`',
    parse: z.string().regex(/^[a-z]{2,}(-[a-z0-9]+)+$/),
    default: '(unset)',
    description: 'Region of the VPC that the gateway runs in, for `ENDPOINT_TYPE=vpc`.',
  }),
  ENDPOINTS: setting({
    values: `\`<service>=<https URL without user and path>\`, comma-separated; services are ${services.map((name) => `\`${name}\``).join(', ')}`,
    parse: endpoints,
    default: '(none)',
    description: 'Other hosts for individual services, for `UPSTREAM=alibaba-cloud`.',
  }),
};

/** The way to the upstream. */
export interface NetworkSettings {
  /** For https endpoints. Holds a password, perhaps. */
  readonly proxyUrl?: string;
  /** Hosts that are called without the proxy, as `NO_PROXY` writes them. */
  readonly noProxy?: string;
  /** How long opening a connection may take. */
  readonly connectTimeoutMs?: number;
  /** How long one attempt of a read may take once it is sent. */
  readonly readAttemptTimeoutMs?: number;
  /** How long one attempt of a write may take once it is sent. */
  readonly writeAttemptTimeoutMs?: number;
  /** A file of certificates in PEM that are trusted besides the usual ones. */
  readonly caFile?: string;
  /** The region of the VPC whose hosts are called if there are any; undefined: public hosts. */
  readonly vpcRegion?: string;
  /** Hosts that are called in place of a service's own: https, no path. */
  readonly endpoints: ReadonlyMap<Service, string>;
}

/** Public hosts, no proxy, no certificates besides the usual ones. */
export const defaultNetwork: NetworkSettings = { endpoints: new Map() };

interface Given {
  readonly HTTPS_PROXY?: string;
  readonly NO_PROXY?: string;
  readonly CONNECT_TIMEOUT_MS?: number;
  readonly READ_ATTEMPT_TIMEOUT_MS?: number;
  readonly WRITE_ATTEMPT_TIMEOUT_MS?: number;
  readonly CA_FILE?: string;
  readonly ENDPOINT_TYPE?: 'public' | 'vpc';
  readonly REGION?: string;
  readonly ENDPOINTS?: ReadonlyMap<Service, string>;
}

export const networkOf = (given: Given): NetworkSettings => ({
  proxyUrl: given.HTTPS_PROXY,
  noProxy: given.NO_PROXY,
  connectTimeoutMs: given.CONNECT_TIMEOUT_MS ?? Number(networkDefinitions.CONNECT_TIMEOUT_MS.default),
  readAttemptTimeoutMs: given.READ_ATTEMPT_TIMEOUT_MS ?? Number(networkDefinitions.READ_ATTEMPT_TIMEOUT_MS.default),
  writeAttemptTimeoutMs: given.WRITE_ATTEMPT_TIMEOUT_MS ?? Number(networkDefinitions.WRITE_ATTEMPT_TIMEOUT_MS.default),
  caFile: given.CA_FILE,
  vpcRegion: given.ENDPOINT_TYPE === 'vpc' ? given.REGION : undefined,
  endpoints: given.ENDPOINTS ?? defaultNetwork.endpoints,
});

/** What single values cannot tell. */
export const networkProblems = (given: Given): readonly string[] =>
  given.ENDPOINT_TYPE === 'vpc' && given.REGION === undefined
    ? ['REGION must be set where ENDPOINT_TYPE is vpc: the region of the VPC that the gateway runs in.']
    : [];
