import { isIP } from 'node:net';
import { z } from 'zod';
import { setting } from '../environment/Setting';
import type { Format } from '../environment/formats';
import { list, whole } from '../environment/formats';

const perMinute = (byDefault: number) => ({ ...whole(0, 10_000_000), default: byDefault });

/** Whether a text is an IP address, or a network such as `10.0.0.0/8`. */
const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
};

const network: Format<string> = {
  values: 'IP addresses or networks such as `10.0.0.0/8`',
  parse: z.string().refine(isNetwork),
};

/** Settings of how much one caller may ask for, and of when all are turned away. */
export const callersTable = {
  trustedProxies: setting('TRUSTED_PROXIES', {
    ...list(network),
    default: [],
    description:
      'Proxies and load balancers in front of the gateway. If one of them sends a request, the client’s address is the last one in `X-Forwarded-For` that is none of theirs. Without them, that header has no effect.',
  }),
  requestsPerMinute: setting('CALLER_REQUESTS_PER_MINUTE', {
    ...perMinute(6000),
    description:
      'Maximum number of requests per minute of one caller, in each process. A caller is who the token or the router says, or an address if there is no authentication. With 0 there is no maximum.',
  }),
  upstreamCallsPerMinute: setting('CALLER_UPSTREAM_CALLS_PER_MINUTE', {
    ...perMinute(60_000),
    description:
      'Maximum number of upstream calls per minute of one caller, in each process. The estimate of a document counts until the document has run. With 0 there is no maximum.',
  }),
  failedLoginsPerMinute: setting('FAILED_LOGINS_PER_MINUTE', {
    ...perMinute(600),
    description:
      'Maximum number of requests per minute without valid credentials from one address, in each process. Beyond it, that address gets 429 for credentials that the gateway has not accepted before. With 0 there is no maximum.',
  }),
  maxEventLoopDelayMs: setting('MAX_EVENT_LOOP_DELAY_MS', {
    ...whole(0, 60_000),
    default: 500,
    description:
      'Mean delay of the event loop, in milliseconds, above which new requests are refused with 503 before their bodies are read. Health checks are answered. With 0 none are refused.',
  }),
};
