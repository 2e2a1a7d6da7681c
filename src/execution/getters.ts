import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import type { Context } from '../context';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/** A field that is a getter of a class, and nothing else: no arguments, no middleware, no roles. */
export interface Getter {
  readonly target: { readonly prototype: object; readonly name: string } & (new (...args: never[]) => unknown);
  readonly name: string;
}

/** By the resolver that type-graphql made. One that was wrapped since is another: it is called. */
const getters = new Map<unknown, Getter>();

/** Notes which resolvers of a schema, as type-graphql has built it, do nothing but read a getter. */
export const noteGetters = (schema: GraphQLSchema): GraphQLSchema => {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  const names = new Map<unknown, string>(objectTypes.map(({ target, name }) => [target, name]));
  for (const { kind, target, methodName, schemaName, params = [], middlewares = [], roles } of fieldResolvers) {
    if (kind !== 'internal' || params.length > 0 || middlewares.length > 0 || roles !== undefined) continue;
    const type = schema.getType(names.get(target) ?? '');
    const property = Object.getOwnPropertyDescriptor(target.prototype, methodName);
    const resolve = isObjectType(type) ? type.getFields()[schemaName]?.resolve : undefined;
    if (property?.get === undefined || resolve === undefined) continue;
    getters.set(resolve, { target: target as Getter['target'], name: methodName });
  }
  return schema;
};

/** The getter that a resolver reads of an object of its class. Undefined if it does more than that. */
export const getterOf = (resolve: Resolver | undefined): Getter | undefined => getters.get(resolve);
