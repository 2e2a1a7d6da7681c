import type { GraphQLField, GraphQLInputType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import {
  defaultFieldResolver,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { accessOf } from '../../schema/access';
import type { Access } from '../access/Access';
import type { Scope } from '../access/Principal';
import type { Context } from '../context';

type Field = GraphQLField<unknown, Context>;
type Args = Readonly<Record<string, unknown>>;

/** Arguments and members of inputs that name an account, which is seen or changed because of them. */
const accountNames: ReadonlySet<string> = new Set(['accountId', 'payerAccountId']);

/**
 * Enforces what a principal may do, wherever a request comes in.
 *
 * - A root field requires its scope.
 * - An account that an argument names must be allowed, before anything is read of it. A mutation that names none changes
 *   the gateway's own account, and creates accounts by its rights.
 * - Whatever returns objects with a global ID, of whatever way it came by them, returns only those that may be seen. An
 *   object belongs to the account that its `accountId`, or that of its `resource`, names.
 *
 * Lists of accounts omit what may not be seen before this: here they would fail.
 *
 * @returns the same schema.
 * @throws Error for a mutation that does not declare what it requires.
 */
export const enforceAccess = (schema: GraphQLSchema): GraphQLSchema => {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()) as Field[]) {
      if (type === mutation) guard(field, checkOfMutation(field));
      else guard(field, checkOfQuery(field, type === query));
    }
  }
  return schema;
};

/** What is checked before a field is resolved. It may have to wait. @throws UserError FORBIDDEN */
type Check = (context: Context, args: Args, source: unknown) => void | Promise<void>;

/** Which account is meant decides what may be seen. Undefined for a field that needs no check. */
const checkOfQuery = (field: Field, isRoot: boolean): Check | undefined => {
  const paths = pathsOf(field);
  const own = accessOf(field);
  if (!isRoot && own !== undefined) return checkOfOwner(own.scope);
  if (!isRoot && paths.length === 0) return undefined;
  const { scope } = accessOf(field) ?? { scope: 'governance:read' as const };
  return ({ access }, args) => {
    if (isRoot) access.requireScope(scope);
    for (const { accountId, path } of accountsIn(args, paths)) access.requireRight(scope, accountId, path);
  };
};

/** What a field of an object requires beyond reading it, in the account whose data it is. */
const checkOfOwner =
  (scope: Scope): Check =>
  ({ access }, _args, source) => {
    access.requireRight(scope, (source as { readonly ownerAccountId: string }).ownerAccountId);
  };

const checkOfMutation = (field: Field): Check => {
  const declared = accessOf(field);
  if (declared === undefined) throw new Error(`Mutation.${field.name} must declare what it requires: see @Requires.`);
  const { scope, also } = declared;
  const paths = pathsOf(field);
  return async ({ access, currentAccountId }, args) => {
    const needed = [scope, ...(also?.onlyIf(args) === true ? [also.scope] : [])];
    for (const one of needed) access.requireScope(one);
    const named = accountsIn(args, paths);
    const requireAll = (accountId: string, path?: readonly string[]) => {
      for (const one of needed) access.requireRight(one, accountId, path);
    };
    for (const { accountId, path } of named) requireAll(accountId, path);
    if (!named.some(({ path }) => path.at(-1) === 'accountId')) requireAll(await currentAccountId());
  };
};

/** Checks a field before it is resolved, and what it returns if that has a global ID. */
const guard = (field: Field, check: Check | undefined): void => {
  const isResultGuarded = isGuarded(field.type);
  if (check === undefined && !isResultGuarded) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: Args, context, info): unknown => {
    const { access } = context;
    if (access.isUnrestricted) return resolve(source, args, context, info);
    const read = (): unknown => {
      const result: unknown = resolve(source, args, context, info);
      if (!isResultGuarded) return result;
      return isPromise(result) ? result.then((value) => shown(value, access)) : shown(result, access);
    };
    const checked = check?.(context, args, source);
    return checked === undefined ? read() : checked.then(read);
  };
};

/** Whether what a field returns has a global ID. */
const isGuarded = (type: GraphQLOutputType): boolean => {
  const named = getNamedType(type);
  return isInterfaceType(named)
    ? named.name === 'Node'
    : isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'Node');
};

/** The value, if it may be seen. In a list an error stands in place of an item. @throws UserError FORBIDDEN */
const shown = (value: unknown, access: Access): unknown => {
  if (Array.isArray(value))
    return value.map((item: unknown) =>
      isPromise(item) ? item.then((one) => shown(one, access)) : shownItem(item, access),
    );
  if (typeof value !== 'object' || value === null) return value;
  const accountId = ownerOf(value);
  if (accountId === undefined) access.requireScope('governance:read');
  else access.requireRight('governance:read', accountId);
  return value;
};

const shownItem = (item: unknown, access: Access): unknown => {
  try {
    return shown(item, access);
  } catch (error) {
    return error;
  }
};

/** The account that an object belongs to; undefined if it belongs to none. */
const ownerOf = (value: object): string | undefined => {
  const { accountId, resource } = value as { readonly accountId?: unknown; readonly resource?: unknown };
  if (typeof accountId === 'string') return accountId;
  return typeof resource === 'object' && resource !== null ? ownerOf(resource) : undefined;
};

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Where arguments of a field can name accounts. */
const pathsOf = ({ args }: Pick<Field, 'args'>): readonly (readonly string[])[] =>
  args.flatMap((argument) => pathsIn(argument.type, [argument.name]));

const pathsIn = (type: GraphQLInputType, path: readonly string[]): readonly (readonly string[])[] => {
  if (accountNames.has(path.at(-1) ?? '')) return [path];
  if (isListType(type) || isNonNullType(type)) return pathsIn(type.ofType, path);
  if (!isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((member) => pathsIn(member.type, [...path, member.name]));
};

interface NamedAccount {
  readonly accountId: string;
  readonly path: readonly string[];
}

const accountsIn = (args: Args, paths: readonly (readonly string[])[]): readonly NamedAccount[] =>
  paths.flatMap((path) => {
    let value: unknown = args;
    for (const name of path) value = typeof value === 'object' && value !== null ? (value as Args)[name] : undefined;
    return typeof value === 'string' ? [{ accountId: value, path }] : [];
  });
