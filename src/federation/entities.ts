import type { Reference } from '../../resolvers/references';
import { findByKey, namedObject, references as allReferences } from '../../resolvers/references';
import type { NamedObject } from '../../schema/costs';
import type { Context } from '../context';
import { badInput, UserError } from '../errors/UserError';

/**
 * Answers `_entities`: order kept, one promise an item, so that one bad or failing representation is null alone with
 * an error at its own index. Equal ones meet in the loaders, and cost one call.
 */
export const resolveEntities = (
  references: Readonly<Record<string, Reference>>,
  representations: readonly unknown[],
  context: Context,
): Promise<object | null>[] =>
  representations.map(async (representation, index) => {
    const at = ['representations', String(index)];
    const fields = parseRepresentation(representation, at);
    const typeName = fields.__typename;
    const reference =
      typeof typeName === 'string' && Object.hasOwn(references, typeName) ? references[typeName] : undefined;
    if (reference === undefined) {
      const names = Object.keys(references).join(', ');
      throw badInput([...at, '__typename'], { en: `one of ${names}`, zh: `以下之一：${names}` }, typeName);
    }
    const key = reference.keyFields.map((name) => toKeyText(fields[name], [...at, name]));
    return findByKey(reference, key, (name) => [...at, name], context);
  });

/** What a representation names, for its cost. Undefined if it names nothing that this subgraph resolves. */
export const readRepresentation = (value: unknown): NamedObject | undefined => {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const typeName = String(fields.__typename);
  const reference = Object.hasOwn(allReferences, typeName) ? allReferences[typeName] : undefined;
  return (
    reference &&
    namedObject(
      typeName,
      reference.keyFields.map((name) => String(fields[name])),
    )
  );
};

const parseRepresentation = (representation: unknown, field: readonly string[]): Record<string, unknown> => {
  if (typeof representation !== 'object' || representation === null || Array.isArray(representation)) {
    throw badInput(
      field,
      { en: 'an object with __typename and a key', zh: '包含 __typename 和键的对象' },
      representation,
    );
  }
  return representation as Record<string, unknown>;
};

/** Routers pass on what a neighbor sent, and neighbors print account ids as numbers, too. */
const toKeyText = (value: unknown, field: readonly string[]): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'number') {
    const name = field.join('.');
    throw new UserError(
      'BAD_USER_INPUT',
      {
        en: `${name} must be a string, but got a number that has lost digits. Send IDs of this size as strings.`,
        zh: `${name} 应为字符串，但收到的数字已丢失精度。此长度的 ID 请以字符串传递。`,
      },
      field,
    );
  }
  throw badInput(field, { en: 'a non-empty string', zh: '非空字符串' }, value);
};
