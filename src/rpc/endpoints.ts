import type { Product, ServiceName, Site } from '../operations/operation';

/** How a product's host is chosen. */
export interface EndpointChoice {
  readonly site: Site;
  /** The region of the VPC that the calls come from; undefined: public hosts. */
  readonly vpcRegion?: string;
  /** Hosts in place of a service's own. */
  readonly endpoints?: ReadonlyMap<ServiceName, string>;
}

/** Scheme and host that a product is called at: that of a region, if it has one in each, or else of the site. */
export type EndpointOf = (product: Product, region?: string) => string;

/** What may become a part of a host name. */
const regionForm = /^[a-z]{2,}(-[a-z0-9]+)+$/;

/** The public host of a region. Undefined if no region is meant, or the product has no host for each. @throws for none. */
export function regionalHostOf({ regionalHost }: Product, region: string | undefined): string | undefined {
  if (regionalHost === undefined || region === undefined) return undefined;
  if (!regionForm.test(region)) throw new Error('That is no region.');
  return regionalHost.replace('{region}', region);
}

/**
 * Scheme and host that a product is called at. A product without a host in the VPC's region is called at its public one,
 * as is the host of another region than the VPC's.
 */
export function endpointOf(product: Product, choice: EndpointChoice, region?: string): string {
  const { service, hosts, vpcHosts = {} } = product;
  const { site, vpcRegion, endpoints } = choice;
  const ofRegion = regionalHostOf(product, region);
  const named = endpoints?.get(service);
  if (named !== undefined) return named.replace(/\/$/, '');
  const isOther = ofRegion !== undefined && region !== vpcRegion;
  const vpcHost = vpcRegion === undefined || isOther ? undefined : (vpcHosts[vpcRegion] ?? vpcHosts['{region}']);
  return `https://${vpcHost?.replace('{region}', vpcRegion ?? '') ?? ofRegion ?? hosts[site]}`;
}

/** The host of a call as part of a key; empty for a region that can have none. */
export function hostIn(hostOf: EndpointOf, product: Product, region: string | undefined): string {
  try {
    return hostOf(product, region);
  } catch {
    return '';
  }
}
