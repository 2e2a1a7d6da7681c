import type { Product, ServiceName, Site } from '../operations/operation';

/** How a product's host is chosen. */
export interface EndpointChoice {
  readonly site: Site;
  /** The region of the VPC that the calls come from; undefined: public hosts. */
  readonly vpcRegion?: string;
  /** Hosts in place of a service's own. */
  readonly endpoints?: ReadonlyMap<ServiceName, string>;
}

/** Scheme and host that a product is called at. A product without a host in the VPC's region is called at its public one. */
export function endpointOf({ service, hosts, vpcHosts = {} }: Product, choice: EndpointChoice): string {
  const { site, vpcRegion, endpoints } = choice;
  const named = endpoints?.get(service);
  if (named !== undefined) return named.replace(/\/$/, '');
  const vpcHost = vpcRegion === undefined ? undefined : (vpcHosts[vpcRegion] ?? vpcHosts['{region}']);
  return `https://${vpcHost?.replace('{region}', vpcRegion ?? '') ?? hosts[site]}`;
}
