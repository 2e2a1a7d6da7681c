import type { IncomingHttpHeaders } from 'node:http';

/** Requests the estimate alone: nothing is executed. */
export const costOnlyHeader = 'x-cost-only';

/** What a request has in that header. */
export const costOnlyOf = (headers: IncomingHttpHeaders): string | undefined => {
  const value = headers[costOnlyHeader];
  return Array.isArray(value) ? value.join(', ') : value;
};
