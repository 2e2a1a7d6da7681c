import type { Operation } from '../../operations/operation';
import type { Refusal } from '../Refusal';
import type { Caller } from '../world/Caller';
import type { World } from '../world/World';
import type { WriteDefinition } from '../world/writeDefinition';

/** A write that came over the wire, and how it ended. */
export interface CalledWrite {
  readonly operation: Operation;
  readonly request: object;
  readonly caller: Caller;
  readonly region: string;
  readonly userAgent: string;
  /** Undefined if it was done. */
  readonly refusal: Refusal | undefined;
}

/** How products spell themselves in events, if otherwise than in requests. */
const services: Readonly<Record<string, string>> = { governance: 'Governance' };

/** Products without regions: their events are kept in one. */
const globalProducts: ReadonlySet<string> = new Set(['resource-manager', 'governance']);

/** Notes a write that somebody sent, also one that was refused, as an event of the trail. Its own identity did it. */
export function noteCall({ operation, request, caller, region, userAgent, refusal }: CalledWrite, world: World): void {
  const { product, action } = operation;
  const isGlobal = globalProducts.has(product.service);
  world.trail.write({
    at: new Date(world.clock.now()).toISOString(),
    accountId: caller.accountId,
    region: isGlobal ? world.trail.globalRegion(caller.accountId) : region,
    service: services[product.code] ?? product.code,
    operation: action,
    type: 'ApiCall',
    isWrite: true,
    isGlobal,
    identity: identityOf(caller),
    userAgent,
    sourceIp: '127.0.0.1',
    resources: [],
    parameters: { ...request },
    answer: {},
    ...(refusal && { error: { code: refusal.code, message: refusal.message } }),
  });
}

/** `acs:ram::<account>:user/<name>` and `acs:ram::<account>:assumed-role/<role>/<session>`. */
function identityOf({ identityType, arn }: Caller): WriteDefinition['identity'] {
  const [, name = '', session] = arn.split('/');
  switch (identityType) {
    case 'Account':
      return { type: 'root-account' };
    case 'RAMUser':
      return { type: 'ram-user', userName: name };
    case 'AssumedRoleUser':
      return { type: 'assumed-role', roleName: name, sessionName: session };
  }
}
