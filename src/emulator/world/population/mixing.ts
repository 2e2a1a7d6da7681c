import { createHash } from 'node:crypto';

/** A whole number below 2^32 that follows from its arguments alone, and looks as if it followed from nothing. */
export type Mix = (...numbers: readonly number[]) => number;

/** Makes the {@link Mix} of a seed: the same seed, the same numbers. */
export function createMix(seed: string): Mix {
  const start = createHash('sha256').update(seed).digest().readUInt32BE();
  return (...numbers) => {
    let state = start;
    for (const number of numbers) {
      state = Math.imul(state ^ number, 0x9e3779b1);
      state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
      state ^= state >>> 13;
    }
    return state >>> 0;
  };
}

/** One of the values, by a number from {@link Mix}. */
export function pick<T>(values: readonly [T, ...T[]], number: number): T {
  return values[number % values.length] ?? values[0];
}

/** A prime: multiplication by anything but 0 then goes through every number below it once. */
const prime = 899_999_999_999_983n;

/** Numbers below {@link prime} in a scattered order, and back: neither way needs a table. */
export interface Scatter {
  to(index: number): bigint;
  /** The index of a number; larger than any that was used if the number has none. */
  from(scattered: bigint): number;
}

/** Makes the {@link Scatter} of a seed. */
export function createScatter(seed: string): Scatter {
  const digest = createHash('sha256').update(seed).digest();
  const factor = (digest.readBigUInt64BE(0) % (prime - 1n)) + 1n;
  const shift = digest.readBigUInt64BE(8) % prime;
  const inverse = power(factor, prime - 2n);
  return {
    to: (index) => (factor * BigInt(index) + shift) % prime,
    from: (scattered) => (scattered < prime ? Number(((scattered - shift + prime) * inverse) % prime) : Infinity),
  };
}

/** By Fermat, the power `prime - 2` is the inverse. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}
