import type { IncomingHttpHeaders } from 'node:http';

/** One attempt of an upstream call that is over. It holds no parameter and no key. */
export interface TracedCall {
  /** The product's code as the upstream spells it. */
  readonly product: string;
  readonly action: string;
  /** Undefined: the account that the credentials belong to. */
  readonly accountId?: string;
  readonly region?: string;
  /** Counted from 1 within its call. */
  readonly attempt: number;
  readonly durationMs: number;
  /** `DONE`, or the kind of the failure. */
  readonly outcome: string;
  /** The upstream's `Code`. */
  readonly code?: string;
  readonly httpStatus?: number;
  /** The upstream's ID. */
  readonly requestId?: string;
}

/** A request that is over. It holds no variable, and nothing of its document but the name and the hash. */
export interface TracedRequest {
  readonly requestId: string;
  readonly method: string | undefined;
  /** Undefined if its client went away before the answer. */
  readonly status: number | undefined;
  readonly outcome: string;
  readonly operationType?: string;
  readonly operationName?: string;
  readonly operationHash?: string;
  readonly upstreamCalls?: number;
  readonly cached?: number;
  readonly errorCodes?: readonly string[];
}

/** The span of one request. */
export interface RequestSpan {
  /** 32 hex digits. */
  readonly traceId: string;
  /** Adds the span of an attempt, which ends now. */
  call(call: TracedCall): void;
  end(request: TracedRequest): void;
}

/** Makes spans, and exports them. */
export interface Tracing {
  /** Begins the span of a request, in the trace that its headers name. */
  begin(headers: IncomingHttpHeaders): RequestSpan;
  /** Adds the span of an attempt that belongs to no single request. It ends now. */
  call(call: TracedCall): void;
  /** Exports what is left, so long at most. @returns whether all was exported, or given up. */
  stop(withinMs: number): Promise<boolean>;
}

/** W3C Trace Context: version, trace, parent, flags. Later versions may add more. */
const traceParent = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})[\da-f]{16}-[\da-f]{2}(?:$|-)/;

/** The ID of the trace that a request belongs to, by its headers. */
export const traceIdIn = ({ traceparent }: IncomingHttpHeaders): string | undefined =>
  typeof traceparent === 'string' ? traceParent.exec(traceparent)?.[1] : undefined;
