import { badInput } from '../../src/errors/UserError';

/** A type name and the parts of its natural key. */
export interface GlobalId {
  readonly typeName: string;
  readonly key: readonly string[];
}

/** Writes a global ID: base64url over JSON `[type, ...key]`. Opaque to clients, stable for good. */
export const toGlobalId = (typeName: string, ...key: string[]): string =>
  Buffer.from(JSON.stringify([typeName, ...key])).toString('base64url');

/** @throws UserError BAD_USER_INPUT where no `id` field of this API printed it. */
export const parseGlobalId = (id: string): GlobalId => {
  const read = readGlobalId(id);
  if (read !== undefined) return read;
  throw badInput(
    ['id'],
    { en: 'an ID that an `id` field of this API returned', zh: '本 API 的 `id` 字段返回的 ID' },
    id,
  );
};

/** The same; undefined where it would throw. */
export const readGlobalId = (id: string): GlobalId | undefined => {
  const parts = parse(id);
  if (!Array.isArray(parts) || parts.length < 2 || !parts.every((part) => typeof part === 'string')) return undefined;
  const [typeName, ...key] = parts as [string, ...string[]];
  return { typeName, key };
};

const parse = (id: string): unknown => {
  try {
    return JSON.parse(Buffer.from(id, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};
