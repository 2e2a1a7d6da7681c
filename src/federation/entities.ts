import type { Reference } from '../../resolvers/references';
import { findByKey, namedObject, parseKey, references as allReferences } from '../../resolvers/references';
import type { NamedObject } from '../../schema/costs';
import type { Context } from '../context';
import { badInput, UserError } from '../errors/UserError';

/** The most representations that may be wrong. Each wrong one is a separate error, and a router sends none. */
const maxWrong = 100;

/** What a representation names, checked. */
interface Named {
  readonly reference: Reference;
  readonly key: readonly string[];
  /** Where the client wrote a part of the key. */
  readonly fieldOf: (name: string) => readonly string[];
}

/**
 * Answers `_entities`: order kept, one promise an item, so that one bad or failing representation is null alone with
 * an error at its own index. Equal ones meet in the loaders, and cost one call.
 *
 * @throws UserError BAD_USER_INPUT if more than {@link maxWrong} are bad.
 */
export const resolveEntities = (
  references: Readonly<Record<string, Reference>>,
  representations: readonly unknown[],
  context: Context,
): Promise<object | null>[] => {
  const all = representations.map((representation, index) => {
    try {
      return readNamed(references, representation, ['representations', String(index)]);
    } catch (error) {
      if (error instanceof UserError) return error;
      throw error;
    }
  });
  const wrong = all.filter((one) => one instanceof UserError);
  if (wrong.length > maxWrong && wrong[0] !== undefined) throw tooManyWrong(wrong[0], wrong.length);
  return all.map(async (one) => {
    if (one instanceof UserError) throw one;
    return findByKey(one.reference, one.key, one.fieldOf, context);
  });
};

const tooManyWrong = (first: UserError, count: number): UserError =>
  new UserError(
    'BAD_USER_INPUT',
    {
      en: `At most ${maxWrong} representations may be wrong, but ${count} are. The first: ${first.in('en')}`,
      zh: `最多允许 ${maxWrong} 个不合法的 representations，但此请求有 ${count} 个。第一个：${first.in('zh')}`,
    },
    first.field,
  );

const readNamed = (
  references: Readonly<Record<string, Reference>>,
  representation: unknown,
  at: readonly string[],
): Named => {
  const fields = parseRepresentation(representation, at);
  const typeName = fields.__typename;
  const reference =
    typeof typeName === 'string' && Object.hasOwn(references, typeName) ? references[typeName] : undefined;
  if (reference === undefined) {
    const names = Object.keys(references).join(', ');
    throw badInput([...at, '__typename'], { en: `one of ${names}`, zh: `以下之一：${names}` }, typeName);
  }
  const key = reference.keyFields.map((name) => toKeyText(fields[name], [...at, name]));
  const fieldOf = (name: string) => [...at, name];
  return { reference, key: parseKey(reference, key, fieldOf), fieldOf };
};

/** What a representation names, for its cost. Undefined if it names nothing that this subgraph resolves. */
export const readRepresentation = (value: unknown): NamedObject | undefined => {
  if (typeof value !== 'object' || value === null || !('__typename' in value)) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  const typeName = textIn(fields.__typename);
  const reference = Object.hasOwn(allReferences, typeName) ? allReferences[typeName] : undefined;
  return (
    reference &&
    namedObject(
      typeName,
      reference.keyFields.map((name) => textIn(fields[name])),
    )
  );
};

/** A text or a number. Any other value names nothing: it is refused when the field runs. */
const textIn = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

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
