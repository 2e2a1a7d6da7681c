import type { Explanation } from '../errors/Explanation';
import { UserError } from '../errors/UserError';

/** A request whose sender is not known. */
export class NotAuthenticated extends UserError {
  /** @param isPassing whether the same request can succeed later: it could not be checked. */
  constructor(explanation: Explanation, isPassing = false) {
    super('UNAUTHENTICATED', explanation, undefined, isPassing);
  }

  /** The status of the answer. */
  get status(): 401 | 503 {
    return this.retryable ? 503 : 401;
  }
}
