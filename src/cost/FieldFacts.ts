import type { GraphQLAbstractType, GraphQLField, GraphQLObjectType } from 'graphql';
import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { FieldCosts } from '../../schema/costs';
import { costsOf } from '../../schema/costs';
import { keyFieldsOf } from './keyFields';

/** What holds for a field of the schema in every document. */
export interface FieldFacts {
  /** Its name in the schema, with that of its type: `Account.payer`. */
  readonly name: string;
  /** Undefined for a field that calls nothing itself. */
  readonly costs: FieldCosts | undefined;
  /** What it returns, without lists around it, if that is an object type. */
  readonly object: GraphQLObjectType | undefined;
  /** The same, if that is an interface or a union. */
  readonly abstract: GraphQLAbstractType | undefined;
  /** The type of the objects behind it, or of those on its page. */
  readonly objectType: string;
  /** Whether the ID of an account identifies such an object. */
  readonly isKeyedByAccount: boolean;
  /** Whether it takes `first`, and what that is by default. */
  readonly defaultSize: number | undefined;
  /** The name of its required argument, which identifies an object. */
  readonly keyArgument: string | undefined;
}

const known = new WeakMap<GraphQLField<unknown, unknown>, FieldFacts>();

export const factsOf = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldFacts => {
  let facts = known.get(field);
  if (facts === undefined) known.set(field, (facts = read(parent, field)));
  return facts;
};

const read = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): FieldFacts => {
  const type = getNamedType(field.type);
  const objectType = isObjectType(type) ? itemTypeOf(type) : undefined;
  return {
    name: `${parent.name}.${field.name}`,
    costs: costsOf(field),
    object: isObjectType(type) ? type : undefined,
    abstract: isAbstractType(type) ? type : undefined,
    objectType: objectType?.name ?? type.name,
    isKeyedByAccount: objectType !== undefined && isKeyedByAccount(objectType),
    defaultSize: sizeByDefault(field),
    keyArgument: field.args.find(({ type: given }) => given.toString().endsWith('!'))?.name,
  };
};

/** The type of the items on a page; any other type itself. */
const itemTypeOf = (type: GraphQLObjectType): GraphQLObjectType => {
  const { nodes } = type.getFields();
  const item = nodes && getNamedType(nodes.type);
  return isObjectType(item) ? item : type;
};

/** By its federation key; an object without one may still be of one account. */
const isKeyedByAccount = (type: GraphQLObjectType): boolean => {
  const keys = keyFieldsOf(type);
  return 'accountId' in type.getFields() && (keys === undefined || [...keys].join() === 'id,accountId');
};

const sizeByDefault = ({ args }: GraphQLField<unknown, unknown>): number | undefined => {
  const first = args.find(({ name }) => name === 'first');
  return first && Number(first.defaultValue);
};
