import type { RpcError } from '../errors/RpcError';

/** Why an upstream call failed, for logs: no parameter, no key and no text of the upstream's. */
export const causeOf = ({
  product,
  action,
  kind,
  detail,
  httpStatus,
  code,
  requestId,
  accountId,
  attempt,
  tooLarge,
}: RpcError) => ({
  product,
  action,
  accountId,
  attempt,
  kind,
  cause: detail ?? code ?? (httpStatus === undefined ? kind : `HTTP_${httpStatus}`),
  httpStatus,
  upstreamCode: code,
  upstreamRequestId: requestId,
  ...tooLarge,
});
