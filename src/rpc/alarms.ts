import type { RpcError } from '../errors/RpcError';
import type { Alarm, AlarmObserver } from '../observability/Alarm';
import type { Operation } from '../operations/operation';
import type { Clock } from './clock';

/** The same alarm is raised so often at most: every call may meet what it is about. */
const repeatAfterMs = 60_000;

/** Raises each alarm once a minute, however often it is met. What the observer throws is ignored. */
export function createAlarms(clock: Clock, observer: AlarmObserver | undefined): AlarmObserver {
  const raisedAt = new Map<string, number>();
  return (alarm) => {
    const { kind, product, host, detail } = alarm;
    const key = [kind, product, host, detail].join(' ');
    const now = clock.now();
    if (now - (raisedAt.get(key) ?? -Infinity) < repeatAfterMs) return;
    raisedAt.set(key, now);
    try {
      observer?.(alarm);
    } catch {
      // An observer's own trouble must not turn a call into a failure.
    }
  };
}

/** What an operator has to know of a failed attempt; undefined for failures that pass, and for those of callers. */
export function alarmOf({ code, detail, reason }: RpcError, { action, kind, product }: Operation): Alarm | undefined {
  const about = { product: product.code, action };
  if (reason === 'CERTIFICATE') return { kind: 'CERTIFICATE', ...about, detail };
  if (code === 'SignatureDoesNotMatch' || code === 'IncompleteSignature') {
    return { kind: 'SIGNATURE', ...about, detail: code };
  }
  return code === 'SignatureNonceUsed' && kind === 'write' ? { kind: 'NONCE_USED', ...about, detail: code } : undefined;
}
