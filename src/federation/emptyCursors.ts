import type { GraphQLSchema } from 'graphql';
import { defaultFieldResolver, isObjectType } from 'graphql';

/**
 * Lets every connection read an empty `after` as null: clients such as Apollo Client send it if they have no cursor.
 *
 * @returns the same schema.
 */
export const acceptEmptyCursors = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some(({ name }) => name === 'after')) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args: { readonly after?: unknown }, context, info): unknown =>
        resolve(source, args.after === '' ? { ...args, after: null } : args, context, info);
    }
  }
  return schema;
};
