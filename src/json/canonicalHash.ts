import { createHash } from 'node:crypto';

/** SHA-256 of a value as JSON, hexadecimal: the same for equal values, whatever the order of their members. */
export const canonicalHash = (value: object): string =>
  createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex');

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
