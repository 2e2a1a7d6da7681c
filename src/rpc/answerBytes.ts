import type { Answer } from './readResponse';

/** A property, because a WeakMap with thousands of short-lived keys is a burden for the garbage collector. It is not copied. */
const bytes = Symbol('bytes of the body');

/** Notes how many bytes the body of an answer had. */
export const noteBytes = (answer: Answer, count: number): void => {
  Object.defineProperty(answer, bytes, { value: count });
};

/** How many bytes the body of an answer had; undefined for one that did not come over the wire. */
export const bytesOf = (answer: Answer & { readonly [bytes]?: number }): number | undefined => answer[bytes];
