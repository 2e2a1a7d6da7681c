import { BlockList, isIP, isIPv6 } from 'node:net';

/** One entry of `NO_PROXY`: a host, a domain, an address or a network, perhaps with a port. */
interface Entry {
  readonly name: string;
  readonly port?: string;
}

/**
 * Whether an origin is called without the proxy, by `NO_PROXY`: hosts, domains with all hosts below them, with or without
 * a leading dot or `*.`, IP addresses and networks (`10.0.0.0/8`), each perhaps with a port, divided by commas or blanks.
 * An entry `*` means every host.
 */
export function bypassesProxy(origin: string, noProxy: string): boolean {
  const { hostname, port, protocol } = new URL(origin);
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const usedPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  const entries = noProxy.toLowerCase().split(/[\s,]+/);
  return entries.map(parseEntry).some((entry) => (entry.port ?? usedPort) === usedPort && covers(entry.name, host));
}

function parseEntry(text: string): Entry {
  if (isIPv6(text) || text.includes('/')) return { name: text };
  const [, bracketed, plain = '', port] = /^(?:\[(.*)\]|(.*?))(?::(\d+))?$/.exec(text) ?? [];
  return { name: bracketed ?? plain, port };
}

function covers(name: string, host: string): boolean {
  if (name === '*') return true;
  if (name.includes('/') || isIP(name) !== 0) return isIP(host) !== 0 && isInNetwork(name, host);
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

function isInNetwork(network: string, address: string): boolean {
  const [base = '', bits = isIPv6(base) ? '128' : '32'] = network.split('/');
  const list = new BlockList();
  try {
    list.addSubnet(base, Number(bits), familyOf(base));
  } catch {
    // No network at all.
    return false;
  }
  return list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');
