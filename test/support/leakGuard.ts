import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Sees to it that nothing which a gateway under test says holds one of its secrets. */
export interface LeakGuard {
  /** @throws where the text holds a secret. */
  check(place: string, text: string): void;
  stop(): void;
}

/** undici tells of every request that this process sends. */
const channel = 'undici:request:create';

/** @param secrets those that are known beforehand; the signatures made meanwhile are secrets, too. */
export const startLeakGuard = (secrets: readonly string[]): LeakGuard => {
  const signatures = new Set<string>();
  const listen = (message: unknown): void => {
    const { path, body } = (message as { request: { path: string; body?: unknown } }).request;
    const sent = `${path}&${body instanceof Uint8Array ? Buffer.from(body).toString() : ''}`;
    const signature = /[?&]Signature=([^&]+)/.exec(sent)?.[1];
    if (signature === undefined) return;
    signatures.add(signature);
    signatures.add(decodeURIComponent(signature));
  };
  subscribe(channel, listen);

  return {
    check: (place, text) => {
      for (const secret of [...secrets, ...signatures]) {
        // The secret itself has no place in the message either.
        if (text.includes(secret)) throw new Error(`A secret of ${secret.length} characters leaked into ${place}.`);
      }
    },
    stop: () => {
      unsubscribe(channel, listen);
    },
  };
};
