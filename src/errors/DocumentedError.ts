import type { Explanation } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';

/** How an upstream error code that the catalogue knows is reported to clients. */
export interface DocumentedError {
  /** What a client of the gateway sees as `code`. */
  readonly code: GovernanceErrorCode;
  /** What a client of the gateway sees as `message`. */
  readonly explanation: Explanation;
  /** True if the same call can succeed later without a change by the caller. */
  readonly retryable?: boolean;
}
