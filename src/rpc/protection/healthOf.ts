import type { RpcError } from '../../errors/RpcError';
import type { Operation } from '../../operations/operation';
import type { Health } from './CircuitBreaker';

/** What a failure says about the host of the operation. */
export function healthOf({ kind, reason, httpStatus, product, action }: RpcError, operation: Operation): Health {
  // The failure of another call, which was to bring the credentials.
  if (product !== operation.product.code || action !== operation.action) return 'NONE';
  switch (kind) {
    case 'NOT_SENT':
      return reason === undefined ? 'FAILED' : 'NONE';
    case 'CONNECTION':
    case 'TIMEOUT':
    case 'SERVER':
      return 'FAILED';
    case 'BAD_RESPONSE':
      // A body of JSON with something missing comes from a host that works.
      return reason !== undefined || (httpStatus ?? 0) >= 500 ? 'FAILED' : 'ALIVE';
    case 'THROTTLING':
    case 'CLIENT':
    case 'AUTH':
      return 'ALIVE';
    case 'INVALID_REQUEST':
    case 'CREDENTIALS':
    case 'ABORTED':
      return 'NONE';
  }
}
