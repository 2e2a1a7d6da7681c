/** What is logged of one GraphQL request when it ends. */
export interface RequestTrace {
  operationName?: string;
  operationType?: string;
  /** Attempts that were sent upstream for it; the shared STS call apart. */
  upstreamCalls: number;
  /** `extensions.code` of every error in the answer. */
  readonly errorCodes: string[];
}

export const createRequestTrace = (): RequestTrace => ({ upstreamCalls: 0, errorCodes: [] });
