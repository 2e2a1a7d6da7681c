import type { DocumentedError } from '../errors/DocumentedError';
import type { Fields, RecordOf } from './shapes';

/** The services; the same names are the folders of every tree. */
export type ServiceName = 'cloud-config' | 'resource-manager' | 'governance' | 'sts' | 'actiontrail';

/** The sites that an Alibaba Cloud account can belong to; each has hosts of its own. */
export type Site = 'china' | 'international';

/** One product in one version of its API. */
export interface Product {
  readonly service: ServiceName;
  /** As the upstream spells it, in error bodies and RAM actions. */
  readonly code: string;
  /** The `Version` parameter. */
  readonly version: string;
  /** The https host that answers for a site. */
  readonly hosts: Readonly<Record<Site, string>>;
  /**
   * The https host of each region, if the host decides whose data is answered: `{region}` stands for the region. A call
   * that names no region goes to the host of the site.
   */
  readonly regionalHost?: string;
  /** The https hosts for callers in a VPC, by region; `{region}` in key and host stands for any. */
  readonly vpcHosts?: Readonly<Record<string, string>>;
}

/** A documented error code of an operation. */
export interface OperationError extends DocumentedError {
  /** HTTP status as documented. */
  readonly status: number;
  /** The literal text on the wire; `%s` is filled in by the upstream. Never shown to clients. */
  readonly message: string;
  /**
   * What each `%s` stands for, in order: the name of any parameter, or the value that was sent in this one. Omitted: the
   * client learns nothing of them.
   */
  readonly gaps?: readonly ('name of a parameter' | { readonly valueOf: string })[];
}

/** How often an account may call an operation. */
export type Quota = { readonly calls: number; readonly windowSeconds: number } | 'unknown';

/**
 * The permission that RAM requires: an action, and the pattern of the resources that it is checked against, as the
 * pages print it: with `{accountId}` and `{region}` for those of the call, and in newer pages `{#accountId}`,
 * `{#AggregatorId}`. `none`: no permission is required. If the pages leave the resource open it is `*`, which is right
 * by any reading.
 */
export type RamPermission = { readonly action: string; readonly resource: string } | 'none';

/** How a listing operation pages. Field names are dotted paths into the answer. */
interface PagingBase {
  readonly limitParameter: string;
  readonly items: string;
  readonly total?: string;
  readonly min: number;
  readonly max: number;
  /** Omitted if the limit is required. */
  readonly default?: number;
}

/** By an opaque token of the last answer. */
export interface TokenPaging extends PagingBase {
  readonly style: 'token';
  readonly tokenParameter: string;
  readonly next: string;
}

/** By page number, counted from 1. */
export interface PageNumberPaging extends PagingBase {
  readonly style: 'page';
  readonly pageParameter: string;
}

/** How long an answer may be given again to the same principal, milliseconds. */
export interface CacheRule {
  readonly ttlMs: number;
  /** Where the request asks for a time range that lies so far back that nothing is added to it any more. */
  readonly closedRange?: {
    /** Names the end of the range, in milliseconds since the epoch. */
    readonly endParameter: string;
    /** How long after the end of a range something may still arrive for it. */
    readonly settlesAfterMs: number;
    readonly ttlMs: number;
  };
}

export type OperationKind = 'read' | 'write';

export interface OperationDefinition<P extends Fields, R extends Fields, K extends OperationKind = OperationKind> {
  readonly product: Product;
  /** The `Action` parameter, letter case included. */
  readonly action: string;
  /** One sentence for docs/OPERATIONS.md. */
  readonly summary: string;
  /** HTTP methods that the upstream accepts; the client sends POST wherever it may. */
  readonly methods: readonly ('GET' | 'POST')[];
  readonly kind: K;
  /** True if the answer comes before the work is done. */
  readonly async?: boolean;
  /** Whether sending it twice is harmless: `safe`, only under a condition, or never. The client re-sends reads only. */
  readonly retry: 'safe' | 'conditional' | 'unsafe';
  readonly parameters: P;
  /** The answer at run time, `RequestId` apart. What is not optional here must be present: the container check. */
  readonly response: R;
  readonly paging?: TokenPaging | PageNumberPaging;
  readonly errors: Readonly<Record<string, OperationError>>;
  readonly quota: Quota;
  /** Omitted if nothing is kept: writes, and what is remembered elsewhere. Our judgement, not the upstream's. */
  readonly cache?: CacheRule;
  readonly ram: RamPermission;
  /** Where the facts come from. */
  readonly source: string;
}

/** Everything known about one RPC operation. */
export type Operation<
  P extends Fields = Fields,
  R extends Fields = Fields,
  K extends OperationKind = OperationKind,
> = OperationDefinition<P, R, K>;

/** What a caller passes: the parameter table as a type. */
export type RequestOf<O> = O extends OperationDefinition<infer P, Fields> ? RecordOf<P> : never;

/** What a caller gets: the response table as a type, and the upstream's id of the call. */
export type ResponseOf<O> =
  O extends OperationDefinition<Fields, infer R> ? RecordOf<R> & { readonly RequestId: string } : never;

/** Describes one operation. The tables are kept as literal types, so that requests and records follow from them. */
export const defineOperation = <P extends Fields, R extends Fields, K extends OperationKind>(
  definition: OperationDefinition<P, R, K>,
): Operation<P, R, K> => definition;

export const perSecond = (calls: number): Quota => ({ calls, windowSeconds: 1 });
export const perMinute = (calls: number): Quota => ({ calls, windowSeconds: 60 });
