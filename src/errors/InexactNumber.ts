/** A number of a request that a double cannot hold: it would be rounded. */
export interface InexactNumber {
  /** Where it stands: `variables`, `accountId`. */
  readonly path: readonly string[];
  /** As the client wrote it. */
  readonly literal: string;
}
