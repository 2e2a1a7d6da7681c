import type { catalogue } from '../operations';
import type { RequestOf, ResponseOf } from '../operations/operation';
import type { Readings } from './readings';
import type { Caller } from './world/Caller';
import type { World } from './world/World';

/** What a handler may reach. */
export interface HandlerContext {
  readonly world: World;
  readonly caller: Caller;
  readonly readings: Readings;
  /** The region that was called: by the host, else the parameter RegionId, else the first of the China site. */
  readonly region: string;
  /** Notes a change of the world in the call log: the ground truth for "nothing done twice". */
  effect(description: string): void;
}

type Catalogue = typeof catalogue;

/** Answers one operation from the state of the world, or throws a {@link BusinessError}. */
export type Handler<A extends keyof Catalogue> = (
  request: RequestOf<Catalogue[A]>,
  context: HandlerContext,
) => Omit<ResponseOf<Catalogue[A]>, 'RequestId'>;

/** One handler for every operation of the catalogue: adding an operation without one does not compile. */
export type Handlers = { readonly [A in keyof Catalogue]: Handler<A> };

/**
 * A documented refusal. Status and message come from the catalogue (or the gateway's own table);
 * `names` fill the `%s` of the message in order.
 */
export class BusinessError extends Error {
  readonly names: readonly string[];

  constructor(
    readonly code: string,
    ...names: string[]
  ) {
    super(code);
    this.names = names;
  }
}
