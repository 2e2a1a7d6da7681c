import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import ipaddr from 'ipaddr.js';

/**
 * Builds what finds the address of a client, which trusted proxies say in `X-Forwarded-For`. What they say may be no address:
 * then it is the proxy's own.
 */
export const createAddressOf = (trustedProxies: readonly string[]): ((raw: IncomingMessage) => string) => {
  const isTrusted = proxyAddress.compile([...trustedProxies]);
  return (raw) => {
    const { remoteAddress = '' } = raw.socket;
    if (trustedProxies.length === 0 || raw.headers['x-forwarded-for'] === undefined) return remoteAddress;
    const address = proxyAddress(raw, isTrusted);
    return isIP(address) === 0 ? remoteAddress : address;
  };
};

/** How many of the eight parts of an IPv6 address a provider gives to one client, which chooses the others as it likes. */
const partsOfNetwork = 4;

/** What all addresses of one client have in common: the network of an IPv6 address, any other address itself. */
export const networkOf = (address: string): string => {
  if (isIP(address) !== 6) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const parts = parsed.parts.map((part, index) => (index < partsOfNetwork ? part : 0));
  return `${new ipaddr.IPv6(parts).toString()}/64`;
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** Whether an address is one of some addresses, or in one of some networks such as `10.0.0.0/8`. */
export const inNetworks = (networks: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits = isIPv6(network) ? '128' : '32'] = network.split('/');
    list.addSubnet(base, Number(bits), familyOf(base));
  }
  return (address) => {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.process(address).toString();
    return list.check(parsed, familyOf(parsed));
  };
};

/** Where a server listens, without a slash at the end. */
export const urlOf = (app: FastifyInstance, host: string): string => {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
