import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { Context } from '../context';
import type { AnswerSize } from '../json/AnswerSize';
import { sizeOfJson, sizeOfMember } from '../json/sizeOfJson';

/** An entry of `errors`, roughly, in bytes. */
const sizeOfError = 500;

/** What a field is without its measure. */
export interface Measured {
  /** Undefined if the value is a property of the object. */
  readonly resolve: GraphQLFieldResolver<unknown, Context> | undefined;
}

/** Fields that are measured already: several schemas of a process share their types. */
const measured = new WeakMap<object, Measured>();

/**
 * Lets each field add its size to the answer as soon as it is resolved. If the answer becomes too large, the field that
 * made it so fails. Fields after that one are not resolved: they are null, or fail if they cannot be null.
 *
 * The fields of introspection are not measured. A document has them once, without aliases.
 */
export const measureFields = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields() as Record<string, GraphQLField<unknown, Context>>)) {
      if (measured.has(field)) continue;
      measured.set(field, { resolve: field.resolve });
      field.resolve = measuring(field);
    }
  }
};

/** What a measured field is without its measure, for an executor that measures itself. Undefined for any other. */
export const unmeasured = (field: GraphQLField<unknown, Context>): Measured | undefined => measured.get(field);

/** Whether there is no room for a field, which is null then. @throws the error of the answer if it cannot be null. */
export const hasNoRoom = (answerSize: AnswerSize, isNullable: boolean): boolean => {
  if (!answerSize.isTooLarge) return false;
  if (isNullable) return true;
  throw answerSize.error;
};

/** Adds what was resolved. @throws the error of the answer if it is too large now. */
export const addValue = (answerSize: AnswerSize, key: string, isLeaf: boolean, value: unknown): void => {
  answerSize.add(sizeOfMember(key) + (isLeaf ? sizeOfJson(value) : 2));
};

/** Adds a failure. @throws it, or the error of the answer if it is too large now. */
export const addError = (answerSize: AnswerSize, error: unknown): never => {
  answerSize.add(sizeOfError);
  throw error;
};

const measuring = ({
  type,
  resolve = defaultFieldResolver,
}: GraphQLField<unknown, Context>): GraphQLFieldResolver<unknown, Context> => {
  const isLeaf = isLeafType(getNamedType(type));
  const isNullable = !isNonNullType(type);
  return (source, args, context, info): unknown => {
    const { answerSize } = context;
    if (hasNoRoom(answerSize, isNullable)) return null;
    const key = String(info.path.key);
    const add = (value: unknown): unknown => {
      addValue(answerSize, key, isLeaf, value);
      return value;
    };
    try {
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.then(add, (error: unknown) => addError(answerSize, error)) : add(value);
    } catch (error) {
      return addError(answerSize, error);
    }
  };
};
