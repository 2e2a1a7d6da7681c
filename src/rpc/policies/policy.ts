import type { Call } from '../Call';
import type { Answer } from '../readResponse';

export type Next = (call: Call) => Promise<Answer>;

/** Something that stands between a call and the wire: it may delay it, repeat it, bound it or refuse it. */
export interface Policy {
  /** @throws RpcError; besides it only what the call's `admit` throws. */
  execute(call: Call, next: Next): Promise<Answer>;
}

/** One function out of many policies. The first is the outermost. */
export function compose(policies: readonly Policy[], last: Next): Next {
  return policies.reduceRight<Next>((next, policy) => (call) => policy.execute(call, next), last);
}
