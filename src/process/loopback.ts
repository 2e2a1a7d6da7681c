const loopbackName = /^(?:(?:[a-z\d-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Whether a name or an address, without a port, is one of this machine's own. */
export const isLoopbackName = (name: string): boolean => loopbackName.test(name);

/** Whether a peer's address is this machine's own. */
export const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && (address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address));

/**
 * Whether a `Host` header names this machine. A page of a foreign site whose name was rebound to 127.0.0.1 sends its own
 * name.
 */
export const isLoopbackHost = (host: string | undefined): boolean =>
  host === undefined || isLoopbackName(host.replace(/:\d{1,5}$/, ''));

/** Whether an `Origin` header, which browsers send with cross-site requests, is a page of this machine. */
export const isLoopbackOrigin = (origin: string | undefined): boolean =>
  origin === undefined || (/^https?:\/\//i.test(origin) && isLoopbackHost(origin.replace(/^https?:\/\//i, '')));
