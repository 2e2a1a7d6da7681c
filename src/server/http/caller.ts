import type { Principal } from '../../access/Principal';
import type { Caller } from '../../context';
import { networkOf } from './addresses';

/** Who makes a request: its principal, or its address if there is no authentication. */
export const callerOf = (principal: Principal | undefined, address: string): Caller =>
  principal !== undefined && !principal.isAnonymous
    ? callerNamed('principal', principal.id)
    : callerNamed('address', address, networkOf(address));

const callerNamed = (kind: 'principal' | 'address', name: string, of = name): Caller => ({
  name: `${kind} ${name}`,
  key: `${kind} ${of}`,
});
