import { z } from 'zod';
import { isOrigin, oneOf, setting, urlWhere } from './setting';

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
      'Hosts, and domains with all hosts below them, that are called without the proxy. `no_proxy` counts, too.',
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
  readonly CA_FILE?: string;
  readonly ENDPOINT_TYPE?: 'public' | 'vpc';
  readonly REGION?: string;
  readonly ENDPOINTS?: ReadonlyMap<Service, string>;
}

export const networkOf = (given: Given): NetworkSettings => ({
  proxyUrl: given.HTTPS_PROXY,
  noProxy: given.NO_PROXY,
  caFile: given.CA_FILE,
  vpcRegion: given.ENDPOINT_TYPE === 'vpc' ? given.REGION : undefined,
  endpoints: given.ENDPOINTS ?? defaultNetwork.endpoints,
});

/** What single values cannot tell. */
export const networkProblems = (given: Given): readonly string[] =>
  given.ENDPOINT_TYPE === 'vpc' && given.REGION === undefined
    ? ['REGION must be set where ENDPOINT_TYPE is vpc: the region of the VPC that the gateway runs in.']
    : [];
