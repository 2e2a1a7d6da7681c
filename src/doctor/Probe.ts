import { RpcError } from '../errors/RpcError';
import type { Operation, Product, RequestOf, ResponseOf } from '../operations/operation';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { Settings } from '../settings';

/** How a read went. */
export type Outcome<R> =
  | { readonly answer: R; readonly error?: undefined; readonly durationMs: number }
  | { readonly answer?: undefined; readonly error: RpcError; readonly durationMs: number };

/** Where a read is sent: to the caller's own account and the host of the site if nothing is named. */
export type ReadPlace = Pick<CallOptions, 'accountId' | 'region'>;

/** A question that was put, and how it went. */
export interface Asked {
  readonly operation: Operation;
  /** The account that it was read in. Undefined for the caller's own. */
  readonly accountId?: string;
  /** The region whose host was called. Undefined for the host of the site. */
  readonly region?: string;
  readonly outcome: Outcome<unknown>;
}

export interface ProbeOptions {
  readonly settings: Settings;
  readonly rpc: RpcClient;
  /** Scheme and host that a product is called at. */
  readonly endpointOf: (product: Product) => string;
  /** Milliseconds since the epoch, by this machine. */
  readonly wallTime: () => number;
  /** How far the upstream's clock was ahead of this machine's at its last answer, milliseconds; undefined: it told none. */
  readonly clockSkewMs: () => number | undefined;
}

/** What is examined: the settings of a gateway and its upstream. Each request is sent once. */
export class Probe {
  readonly settings: Settings;
  readonly endpointOf: ProbeOptions['endpointOf'];
  readonly clockSkewMs: ProbeOptions['clockSkewMs'];
  readonly wallTime: ProbeOptions['wallTime'];
  private readonly asked = new Map<string, Promise<Outcome<unknown>>>();
  private readonly over: Asked[] = [];

  constructor(private readonly options: ProbeOptions) {
    this.settings = options.settings;
    this.endpointOf = options.endpointOf;
    this.clockSkewMs = options.clockSkewMs;
    this.wallTime = options.wallTime;
  }

  /** All requests so far with their outcomes, in order. */
  outcomes(): readonly Asked[] {
    return this.over;
  }

  /**
   * Reads something; the same again gives the same outcome without another call.
   *
   * @throws if the operation is no read: a doctor changes nothing.
   */
  read<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
    call: ReadPlace = {},
  ): Promise<Outcome<ResponseOf<O>>> {
    if (operation.kind !== 'read') throw new Error(`${operation.action} is no read.`);
    const { product, action } = operation;
    const parameters = Object.entries(request).sort();
    const key = JSON.stringify([product.code, product.version, action, parameters, call.accountId, call.region]);
    const outcome = this.asked.get(key) ?? this.ask(operation, request, call);
    this.asked.set(key, outcome);
    return outcome as Promise<Outcome<ResponseOf<O>>>;
  }

  private async ask<O extends Operation>(
    operation: O,
    request: RequestOf<O>,
    call: ReadPlace,
  ): Promise<Outcome<ResponseOf<O>>> {
    const { rpc } = this.options;
    const startedAt = this.wallTime();
    let outcome: Outcome<ResponseOf<O>>;
    try {
      const answer = await rpc.call(operation, request, call);
      outcome = { answer, durationMs: this.wallTime() - startedAt };
    } catch (error) {
      if (!(error instanceof RpcError)) throw error;
      outcome = { error, durationMs: this.wallTime() - startedAt };
    }
    this.over.push({ operation, ...call, outcome });
    return outcome;
  }
}
