import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import { RpcError } from '../../src/errors/RpcError';
import { UserError } from '../../src/errors/UserError';
import type { Operation } from '../../src/operations/operation';

/**
 * How a write that failed ended: REJECTED if nothing can have been changed, UNKNOWN otherwise. Undefined for a failure of
 * the gateway's own, which is neither a refusal nor an upstream failure.
 */
export const outcomeOfFailure = (error: unknown, { action }: Operation): 'REJECTED' | 'UNKNOWN' | undefined => {
  if (error instanceof UserError) return 'REJECTED';
  if (!(error instanceof RpcError)) return undefined;
  // What was read to prepare the write has no effect, however it failed.
  return error.action === action && mayHaveHadAnEffect(error) ? 'UNKNOWN' : 'REJECTED';
};

/** Whether the payload has objects to show: something was done, is being done, or may have been. */
export const hasSomethingToShow = (outcome: MutationOutcome): boolean =>
  outcome !== 'REJECTED' && outcome !== 'VALIDATED';

const mayHaveHadAnEffect = ({ kind, code, documented }: RpcError): boolean => {
  switch (kind) {
    case 'INVALID_REQUEST':
    case 'CREDENTIALS':
    case 'NOT_SENT':
    case 'THROTTLING':
    case 'CLIENT':
      return false;
    case 'AUTH':
      // Nonces are never used twice here: a copy of this very request has arrived before.
      return code === 'SignatureNonceUsed';
    case 'SERVER':
      // A 5xx is a refusal only if the documents say so, as CreateSLRFail.
      return documented === undefined || documented.code === 'UPSTREAM_UNAVAILABLE';
    case 'CONNECTION':
    case 'TIMEOUT':
    case 'ABORTED':
    case 'BAD_RESPONSE':
      return true;
  }
};
