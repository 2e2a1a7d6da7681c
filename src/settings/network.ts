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
      'The proxy for calls to https endpoints, as tools usually read it; user and password may be part of the URL. `https_proxy` counts, too.',
  }),
  NO_PROXY: setting({
    values: 'hosts, comma-separated',
    parse: z.string(),
    default: '(none)',
    description:
      'Hosts that are called without the proxy: names, domains with all hosts below them, IP addresses and networks such as `10.0.0.0/8`, each perhaps with a port; `*` means all. `no_proxy` counts, too.',
  }),
  CONNECT_TIMEOUT_MS: setting({
    ...whole(100, 30_000),
    default: '5000',
    description:
      'How long opening a connection to the upstream may take, milliseconds, the TLS handshake and a proxy’s tunnel included. A read that fails so is tried again while its deadline of 10 seconds allows.',
  }),
  READ_ATTEMPT_TIMEOUT_MS: setting({
    ...whole(100, 10_000),
    default: '3000',
    description:
      'How long one attempt of a read may take, milliseconds, from when its request goes out until its whole answer is there.',
  }),
  WRITE_ATTEMPT_TIMEOUT_MS: setting({
    ...whole(1000, 25_000),
    default: '10000',
    description:
      'The same for a write, which has one attempt. A write that takes longer ends with the outcome `UNKNOWN`.',
  }),
  CA_FILE: setting({
    values: 'a path',
    parse: z.string().min(1),
    default: '(unset)',
    description:
      'Certificates in PEM that are trusted besides the usual ones, of upstream and proxy: a company’s own authority.',
  }),
  ENDPOINT_TYPE: setting({
    ...oneOf('public', 'vpc'),
    default: 'public',
    description:
      'With `vpc`, products that have a VPC host in `REGION` are called there, the others at their public hosts: see docs/OPERATIONS.md.',
  }),
  REGION: setting({
    values: 'a region ID such as `cn-shanghai`',
    parse: z.string().regex(/^[a-z]{2,}(-[a-z0-9]+)+$/),
    default: '(unset)',
    description: 'The region of the VPC that the gateway runs in, for `ENDPOINT_TYPE=vpc`.',
  }),
  ENDPOINTS: setting({
    values: `\`<service>=<https URL without user and path>\`, comma-separated; services are ${services.map((name) => `\`${name}\``).join(', ')}`,
    parse: endpoints,
    default: '(none)',
    description: 'Services that are called at another host than their own, for `UPSTREAM=alibaba-cloud`.',
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
  /** The region of the VPC whose hosts are called where there are any; undefined: public hosts. */
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
