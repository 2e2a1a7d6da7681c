/** What is logged of one GraphQL request when it ends. Clients get the counters in `extensions.cost`, too. */
export interface RequestTrace {
  operationName?: string;
  operationType?: string;
  /** The SHA-256 of the document, as persisted operations name it. */
  operationHash?: string;
  /** What the document costs at most, in upstream calls, reckoned before the first; 0 if it was never estimated. */
  estimatedCalls: number;
  /** Upstream calls that it came to, each once however often it was sent, a quota's refusals included; STS apart. */
  actualCalls: number;
  /** Reads that joined a call which another request had in flight. */
  coalesced: number;
  /** Reads that were answered from memory. */
  cached: number;
  /** Age of the oldest answer from memory, milliseconds. */
  oldestAgeMs?: number;
  /** Reads of other accounts, by the way that they went; remembered answers included. Omitted if there were none. */
  routes?: Record<'member' | 'accountGroup', number>;
  /** Attempts that were sent upstream for it, retries included; the shared STS call apart. */
  upstreamCalls: number;
  /** `extensions.code` of every error in the answer. */
  readonly errorCodes: string[];
}

export const createRequestTrace = (): RequestTrace => ({
  estimatedCalls: 0,
  actualCalls: 0,
  coalesced: 0,
  cached: 0,
  upstreamCalls: 0,
  errorCodes: [],
});

/** Counts an answer that came without a call of its own; `ageMs` is set if it was cached. */
export const noteShared = (trace: RequestTrace, shared: { readonly how: string; readonly ageMs?: number }): void => {
  if (shared.ageMs === undefined) {
    trace.coalesced += 1;
    return;
  }
  trace.cached += 1;
  trace.oldestAgeMs = Math.max(trace.oldestAgeMs ?? 0, shared.ageMs);
};

/** Notes a read of another account. */
export const noteRoute = (trace: RequestTrace, route: 'member' | 'accountGroup'): void => {
  trace.routes ??= { member: 0, accountGroup: 0 };
  trace.routes[route] += 1;
};
