import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** Sees to it that nothing which a gateway under test says holds one of its secrets. */
export interface LeakGuard {
  /** @throws if the text holds a secret. */
  check(place: string, text: string): void;
  stop(): void;
}

/** undici publishes every request of this process here. */
const channel = 'undici:request:create';

/** What goes up with a request and must never come out again: of sessions the key and the token, too. */
const parameters = /[?&](?:Signature|SecurityToken|AccessKeyId)=([^&]+)/g;

/** How a signature looks, percent-encoded or not: HMAC-SHA1 in base64. Its end is looked for first, because that is rare. */
const signatures = /(?<=((?:%2B|%2F|[A-Za-z0-9+/]){27}))(?:=|%3D)/gi;
const isSignature = (text: string): boolean => /^(?:[A-Za-z0-9+/]|%2B|%2F){27}(?:=|%3D)$/i.test(text);

/**
 * Every call has its own signature. So a text is searched for what looks like one, and that is looked up: the time does
 * not grow with the number of calls.
 *
 * @param secrets those that are known beforehand; what goes up meanwhile to authenticate is secret, too.
 */
export const startLeakGuard = (secrets: readonly string[]): LeakGuard => {
  const sentSignatures = new Set<string>();
  const others = new Set(secrets);
  const listen = (message: unknown): void => {
    const { path, body } = (message as { request: { path: string; body?: unknown } }).request;
    const sent = `${path}&${body instanceof Uint8Array ? Buffer.from(body).toString() : ''}`;
    for (const [, value = ''] of `&${sent}`.matchAll(parameters)) {
      for (const secret of [value, decodeURIComponent(value)])
        (isSignature(secret) ? sentSignatures : others).add(secret);
    }
  };
  subscribe(channel, listen);

  return {
    check: (place, text) => {
      const leaked =
        [...others].find((secret) => text.includes(secret)) ??
        [...text.matchAll(signatures)].map(([end, rest = '']) => rest + end).find((found) => sentSignatures.has(found));
      // The secret itself has no place in the message either.
      if (leaked !== undefined) throw new Error(`A secret of ${leaked.length} characters leaked into ${place}.`);
    },
    stop: () => {
      unsubscribe(channel, listen);
    },
  };
};
