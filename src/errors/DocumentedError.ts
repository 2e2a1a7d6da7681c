import type { Explanation } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';

/** What a client is told of an upstream error code that the catalogue knows. */
export interface DocumentedError {
  /** What a client of the gateway sees as `code`. */
  readonly code: GovernanceErrorCode;
  /** What a client of the gateway sees as `message`. */
  readonly explanation: Explanation;
  /** True where the same call can succeed later without the caller changing anything. */
  readonly retryable?: boolean;
}
