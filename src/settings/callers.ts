import { setting } from '../environment/Setting';
import { whole } from '../environment/formats';

const perMinute = (byDefault: number) => ({ ...whole(0, 10_000_000), default: byDefault });

/** Settings of how much one caller may ask for, and of when all are turned away. */
export const callersTable = {
  requestsPerMinute: setting('CALLER_REQUESTS_PER_MINUTE', {
    ...perMinute(6000),
    description:
      'Maximum number of requests per minute of one caller, in each process. A caller is an address. With 0 there is no maximum.',
  }),
  upstreamCallsPerMinute: setting('CALLER_UPSTREAM_CALLS_PER_MINUTE', {
    ...perMinute(60_000),
    description:
      'Maximum number of upstream calls per minute of one caller, in each process. The estimate of a document counts until the document has run. With 0 there is no maximum.',
  }),
  maxEventLoopDelayMs: setting('MAX_EVENT_LOOP_DELAY_MS', {
    ...whole(0, 60_000),
    default: 500,
    description:
      'Mean delay of the event loop, in milliseconds, above which new requests are refused with 503 before their bodies are read. Health checks are answered. With 0 none are refused.',
  }),
};
