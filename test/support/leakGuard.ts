import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Sees to it that nothing which a gateway under test says holds one of its secrets. */
export interface LeakGuard {
  /** @throws where the text holds a secret. */
  check(place: string, text: string): void;
  stop(): void;
}

/** undici tells of every request that this process sends. */
const channel = 'undici:request:create';

/** What goes up with a request and must never come out again: of sessions the key and the token, too. */
const parameters = /[?&](?:Signature|SecurityToken|AccessKeyId)=([^&]+)/g;

/** @param secrets those that are known beforehand; what goes up meanwhile to authenticate is secret, too. */
export const startLeakGuard = (secrets: readonly string[]): LeakGuard => {
  const seen = new Set<string>();
  const listen = (message: unknown): void => {
    const { path, body } = (message as { request: { path: string; body?: unknown } }).request;
    const sent = `${path}&${body instanceof Uint8Array ? Buffer.from(body).toString() : ''}`;
    for (const [, value = ''] of `&${sent}`.matchAll(parameters)) {
      seen.add(value);
      seen.add(decodeURIComponent(value));
    }
  };
  subscribe(channel, listen);

  return {
    check: (place, text) => {
      for (const secret of [...secrets, ...seen]) {
        // The secret itself has no place in the message either.
        if (text.includes(secret)) throw new Error(`A secret of ${secret.length} characters leaked into ${place}.`);
      }
    },
    stop: () => {
      unsubscribe(channel, listen);
    },
  };
};
