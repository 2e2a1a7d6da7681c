import type { Answer } from './readResponse';

const known = new WeakMap<Answer, number>();

/** Notes how many bytes the body of an answer had. */
export const noteBytes = (answer: Answer, bytes: number): void => void known.set(answer, bytes);

/** How many bytes the body of an answer had; undefined for one that did not come over the wire. */
export const bytesOf = (answer: Answer): number | undefined => known.get(answer);
