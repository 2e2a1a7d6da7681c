import { tryParseJson } from '../../src/json/tryParseJson';

/** A type name and the parts of its natural key. */
export interface GlobalId {
  readonly typeName: string;
  readonly key: readonly string[];
}

/** The same, as {@link toGlobalId} takes it. */
export type GlobalKey = readonly [typeName: string, ...key: string[]];

/** Writes a global ID: base64url over JSON `[type, ...key]`. Opaque to clients, stable for good. */
export const toGlobalId = (typeName: string, ...key: string[]): string =>
  Buffer.from(JSON.stringify([typeName, ...key])).toString('base64url');

/** A type name and key; undefined for what no `id` field of this API printed. */
export const readGlobalId = (id: string): GlobalId | undefined => {
  const parts = tryParseJson(Buffer.from(id, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length < 2 || !parts.every((part) => typeof part === 'string')) return undefined;
  const [typeName, ...key] = parts as [string, ...string[]];
  return { typeName, key };
};
