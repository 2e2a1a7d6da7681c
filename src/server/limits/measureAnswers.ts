import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { Context } from '../../context';
import { sizeOfJson, sizeOfMember } from '../../json/sizeOfJson';

/** An entry of `errors`, roughly, in bytes. */
const sizeOfError = 500;

/** Fields that are measured already: several schemas of a process share their types. */
const measured = new WeakSet<object>();

/**
 * Lets each field add its size to the answer as soon as it is resolved. If the answer becomes too large, the field that
 * made it so fails. Fields after that one are not resolved: they are null, or fail if they cannot be null.
 *
 * The fields of introspection are not measured. A document has them once, without aliases.
 */
export const measureAnswers = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields() as Record<string, GraphQLField<unknown, Context>>)) {
      if (measured.has(field)) continue;
      measured.add(field);
      field.resolve = measuring(field);
    }
  }
};

const measuring = ({
  type,
  resolve = defaultFieldResolver,
}: GraphQLField<unknown, Context>): GraphQLFieldResolver<unknown, Context> => {
  const isLeaf = isLeafType(getNamedType(type));
  const isNullable = !isNonNullType(type);
  return (source, args, context, info): unknown => {
    const { answerSize } = context;
    const add = (value: unknown): unknown => {
      answerSize.add(sizeOfMember(String(info.path.key)) + (isLeaf ? sizeOfJson(value) : 2));
      return value;
    };
    if (answerSize.isTooLarge) {
      if (isNullable) return null;
      throw answerSize.error;
    }
    const fail = (error: unknown): never => {
      answerSize.add(sizeOfError);
      throw error;
    };
    try {
      const value: unknown = resolve(source, args, context, info);
      return value instanceof Promise ? value.then(add, fail) : add(value);
    } catch (error) {
      return fail(error);
    }
  };
};
