/** What is logged of one GraphQL request when it ends. */
export interface RequestTrace {
  operationName?: string;
  operationType?: string;
  /** Attempts that were sent upstream for it; the shared STS call apart. */
  upstreamCalls: number;
  /** Answers that another request was already waiting for. */
  coalesced: number;
  /** Answers that were remembered. */
  cached: number;
  /** Age of the oldest of them, milliseconds. */
  oldestAgeMs?: number;
  /** `extensions.code` of every error in the answer. */
  readonly errorCodes: string[];
}

export const createRequestTrace = (): RequestTrace => ({ upstreamCalls: 0, coalesced: 0, cached: 0, errorCodes: [] });

/** Notes an answer that came without a call of its own; `ageMs` where it was remembered. */
export const noteShared = (trace: RequestTrace, shared: { readonly how: string; readonly ageMs?: number }): void => {
  if (shared.ageMs === undefined) {
    trace.coalesced += 1;
    return;
  }
  trace.cached += 1;
  trace.oldestAgeMs = Math.max(trace.oldestAgeMs ?? 0, shared.ageMs);
};
