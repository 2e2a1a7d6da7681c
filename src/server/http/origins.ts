import type { IncomingHttpHeaders } from 'node:http';

/** Builds the test of whether an origin is in a list. The port `*` of an entry allows every port. */
export const createOriginList = (allowed: readonly string[]): ((origin: string) => boolean) => {
  const exact = new Set(allowed);
  return (text) => {
    if (exact.has(text)) return true;
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, origin } = new URL(text);
    return text === origin && exact.has(`${protocol}//${hostname}:*`);
  };
};

/**
 * Whether a page of the gateway itself sent a request. Browsers report that in `Sec-Fetch-Site`, which no script can set,
 * to https and to this machine: right whatever a proxy does to `Host`. Otherwise the origin must have the host of the
 * request. Its scheme is not compared, because a proxy may end TLS.
 */
export const isSameOrigin = (origin: string, headers: IncomingHttpHeaders): boolean => {
  if (headers['sec-fetch-site'] === 'same-origin') return true;
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  const { protocol, host } = new URL(origin);
  const requested = `${protocol}//${headers.host ?? ''}`;
  return URL.canParse(requested) && new URL(requested).host === host;
};
