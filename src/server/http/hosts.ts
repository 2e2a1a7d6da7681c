import type { IncomingMessage } from 'node:http';
import { isLoopbackName } from '../../process/loopback';

/** Addresses that stand for every address of the machine. */
const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** A `Host` header: a name, an IPv4 address or an IPv6 address in brackets, and perhaps a port. */
const hostHeader = /^(?:\[(?<address>[\da-f:.]+)\]|(?<name>[a-z\d._-]+))(?::\d{1,5})?$/i;

/** The name in a `Host` header, in lower case and without a port. Undefined if it is none. */
const nameIn = (header: string): string | undefined => {
  const { address, name } = hostHeader.exec(header)?.groups ?? {};
  return (address ?? name?.replace(/\.$/, ''))?.toLowerCase();
};

/** The address that a client connected to, as a `Host` header spells it. */
const ownAddress = ({ socket }: IncomingMessage): string | undefined =>
  socket.localAddress?.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();

/**
 * Builds the test of whether a request is for this gateway. A page of a foreign site whose name was rebound to an
 * address of this machine sends its own name as the host (DNS rebinding).
 *
 * @param host the address on which the gateway listens. If it is `0.0.0.0` or `::`, the address that the client
 *   connected to is known, too.
 * @param allowedHosts further names, in lower case and without a port.
 */
export const createHostCheck = (
  host: string,
  allowedHosts: readonly string[],
): ((request: IncomingMessage) => boolean) => {
  const known = new Set([host.toLowerCase(), ...allowedHosts]);
  const isEveryAddress = everyAddress.has(host);
  return (request) => {
    const name = nameIn(request.headers.host ?? '');
    if (name === undefined) return false;
    return isLoopbackName(name) || known.has(name) || (isEveryAddress && name === ownAddress(request));
  };
};
