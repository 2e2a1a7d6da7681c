import type { ExecutionResult, GraphQLField, GraphQLObjectType, GraphQLResolveInfo, ResponsePath } from 'graphql';
import {
  defaultTypeResolver,
  getArgumentValues,
  GraphQLError,
  isObjectType,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import type { Context } from '../context';
import type { FieldPlan, OperationPlan, TypePlan } from './OperationPlan';
import { addError, addValue, hasNoRoom } from './measureFields';

type Data = Record<string, unknown>;

/** A field that is a method of its object. */
type Method = (args: Data, context: Context, info: GraphQLResolveInfo) => unknown;

/** Where a value is in the answer. */
type Path = ResponsePath;

/**
 * Executes a planned query as graphql-js would: same data, same errors. As there, the order of errors in
 * different fields is not fixed. It is faster because a field that is a property or a getter of its object needs no arguments, no path and no `info`.
 *
 * @param variables coerced.
 */
export const executePlan = (
  plan: OperationPlan,
  variables: Readonly<Record<string, unknown>>,
  context: Context,
): ExecutionResult | Promise<ExecutionResult> => new Execution(plan, variables, context).run();

class Execution {
  private readonly errors: GraphQLError[] = [];
  /** Where an error made a value null: what fails below it later is not reported. */
  private readonly nulled = new Set<Path | undefined>();

  constructor(
    private readonly plan: OperationPlan,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly context: Context,
  ) {}

  run(): ExecutionResult | Promise<ExecutionResult> {
    try {
      const data = this.executeFields(this.plan.fields, undefined, undefined);
      return data instanceof Promise
        ? data.then(
            (settled) => this.result(settled),
            (error: unknown) => this.failed(error),
          )
        : this.result(data);
    } catch (error) {
      return this.failed(error);
    }
  }

  private result(data: Data | null): ExecutionResult {
    return this.errors.length === 0 ? { data } : { errors: this.errors, data };
  }

  private failed(error: unknown): ExecutionResult {
    this.report(error as GraphQLError, undefined);
    return this.result(null);
  }

  private executeFields(fields: readonly FieldPlan[], source: unknown, path: Path | undefined): Data | Promise<Data> {
    const data: Data = {};
    let isPending = false;
    try {
      for (const field of fields) {
        const value = this.executeField(field, source, path);
        data[field.key] = value;
        isPending ||= value instanceof Promise;
      }
    } catch (error) {
      if (!isPending) throw error;
      // The others may fail, too, and somebody has to listen.
      return settled(data).finally(() => {
        throw error;
      });
    }
    return isPending ? settled(data) : data;
  }

  private executeField(field: FieldPlan, source: unknown, parent: Path | undefined): unknown {
    const { type } = field;
    // Of a leaf, the path is needed only if it fails.
    const path =
      type.kind === 'LEAF' && (field.resolve === undefined || field.getter !== undefined)
        ? undefined
        : pathOf(field, parent);
    try {
      const value = this.resolve(field, source, path, parent);
      const completed =
        value instanceof Promise
          ? value.then((resolved: unknown) => this.complete(field, type, resolved, path ?? pathOf(field, parent)))
          : this.complete(field, type, value, path);
      return completed instanceof Promise
        ? completed.catch((error: unknown) => this.fail(error, field, type, path ?? pathOf(field, parent)))
        : completed;
    } catch (error) {
      return this.fail(error, field, type, path ?? pathOf(field, parent));
    }
  }

  /** The value of a field, measured. */
  private resolve(field: FieldPlan, source: unknown, path: Path | undefined, parent: Path | undefined): unknown {
    if (!field.isMeasured) return this.read(field, source, path, parent);
    const { key, isLeaf, type } = field;
    const { answerSize } = this.context;
    if (hasNoRoom(answerSize, !type.isNonNull)) return null;
    let value: unknown;
    try {
      value = this.read(field, source, path, parent);
      if (!(value instanceof Promise)) addValue(answerSize, key, isLeaf, value);
    } catch (error) {
      return addError(answerSize, error);
    }
    if (!(value instanceof Promise)) return value;
    return value.then(
      (resolved: unknown) => {
        addValue(answerSize, key, isLeaf, resolved);
        return resolved;
      },
      (error: unknown) => addError(answerSize, error),
    );
  }

  private read(field: FieldPlan, source: unknown, path: Path | undefined, parent: Path | undefined): unknown {
    const { resolve, getter, definition } = field;
    if (getter !== undefined && source instanceof getter.target) {
      const value = (source as Data)[getter.name];
      if (typeof value !== 'function') return value;
    }
    if (resolve === undefined) {
      if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
      const value = (source as Data)[definition.name];
      if (typeof value !== 'function') return value;
      const info = this.infoOf(field, path ?? pathOf(field, parent));
      return (value as Method).call(source, this.argumentsOf(field), this.context, info);
    }
    const info = this.infoOf(field, path ?? pathOf(field, parent));
    return resolve(source, this.argumentsOf(field), this.context, info);
  }

  private argumentsOf({ definition, nodes: [node] }: FieldPlan): Data {
    if (definition.args.length === 0 || node === undefined) return {};
    return getArgumentValues(definition as GraphQLField<unknown, unknown>, node, this.variables);
  }

  private complete(field: FieldPlan, type: TypePlan, value: unknown, path: Path | undefined): unknown {
    if (value instanceof Error) throw value;
    if (value == null) {
      if (!type.isNonNull) return null;
      throw new Error(`Cannot return null for non-nullable field ${field.parentType.name}.${field.definition.name}.`);
    }
    switch (type.kind) {
      case 'LEAF': {
        const serialized: unknown = type.type.serialize(value);
        if (serialized != null) return serialized;
        throw new Error(`${type.type.name} must serialize a value of ${field.definition.name}, but returned nothing.`);
      }
      case 'LIST':
        return this.completeList(field, type.item, value, path);
      case 'OBJECT':
        return this.completeObject(field, type.type, value, path);
      case 'ABSTRACT': {
        const resolveType = type.type.resolveType ?? defaultTypeResolver;
        const name = resolveType(value, this.context, this.infoOf(field, path), type.type);
        return name instanceof Promise
          ? name.then((resolved) => this.completeObject(field, this.possible(field, type.type, resolved), value, path))
          : this.completeObject(field, this.possible(field, type.type, name), value, path);
      }
    }
  }

  private completeList(field: FieldPlan, type: TypePlan, value: unknown, path: Path | undefined): unknown {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${field.parentType.name}.${field.definition.name}".`,
      );
    }
    const items: unknown[] = [];
    let isPending = false;
    try {
      for (const item of value as Iterable<unknown>) {
        const completed = this.completeItem(field, type, item, { prev: path, key: items.length, typename: undefined });
        items.push(completed);
        isPending ||= completed instanceof Promise;
      }
    } catch (error) {
      // The others may fail, too, and somebody has to listen.
      void Promise.allSettled(items);
      throw error;
    }
    return isPending ? Promise.all(items) : items;
  }

  private completeItem(field: FieldPlan, type: TypePlan, item: unknown, path: Path): unknown {
    try {
      const completed =
        item instanceof Promise
          ? item.then((resolved: unknown) => this.complete(field, type, resolved, path))
          : this.complete(field, type, item, path);
      return completed instanceof Promise
        ? completed.catch((error: unknown) => this.fail(error, field, type, path))
        : completed;
    } catch (error) {
      return this.fail(error, field, type, path);
    }
  }

  private completeObject(
    field: FieldPlan,
    type: GraphQLObjectType,
    value: unknown,
    path: Path | undefined,
  ): Data | Promise<Data> {
    const isOfType = type.isTypeOf?.(value, this.context, this.infoOf(field, path)) ?? true;
    const execute = (is: boolean): Data | Promise<Data> => {
      if (!is) {
        throw new GraphQLError(`Expected value of type "${type.name}" for field "${field.definition.name}".`, {
          nodes: field.nodes,
        });
      }
      return this.executeFields(field.below(type), value, path);
    };
    return isOfType instanceof Promise ? isOfType.then(execute) : execute(isOfType);
  }

  /** The type of an object behind an interface or a union. */
  private possible(
    field: FieldPlan,
    abstract: (TypePlan & { kind: 'ABSTRACT' })['type'],
    name: string | undefined,
  ): GraphQLObjectType {
    const { schema } = this.plan;
    const type = name === undefined ? undefined : schema.getType(name);
    if (isObjectType(type) && schema.isSubType(abstract, type)) return type;
    throw new GraphQLError(
      `Abstract type "${abstract.name}" must resolve to one of its types for field "${field.parentType.name}.${field.definition.name}", but got ${name}.`,
      { nodes: field.nodes },
    );
  }

  private infoOf(field: FieldPlan, path: Path | undefined): GraphQLResolveInfo {
    const { definition, nodes, parentType } = field;
    const { schema, fragments, operation } = this.plan;
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path: path ?? pathOf(field, undefined),
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: this.variables,
    };
  }

  /** Null in place of a value that failed, unless it cannot be null: then what is around it fails. */
  private fail(raw: unknown, { nodes }: FieldPlan, { isNonNull }: TypePlan, path: Path): null {
    const error = locatedError(raw, nodes, responsePathAsArray(path));
    if (isNonNull) throw error;
    this.report(error, path);
    return null;
  }

  private report(error: GraphQLError, path: Path | undefined): void {
    for (let at = path; at !== undefined; at = at.prev) if (this.nulled.has(at)) return;
    if (this.nulled.has(undefined)) return;
    this.nulled.add(path);
    this.errors.push(error);
  }
}

const pathOf = ({ key, parentType }: FieldPlan, prev: Path | undefined): Path => ({
  prev,
  key,
  typename: parentType.name,
});

/** The same object, when none of its members is a promise any more. */
const settled = async (data: Data): Promise<Data> => {
  const keys = Object.keys(data).filter((key) => data[key] instanceof Promise);
  const values = await Promise.all(keys.map((key) => data[key]));
  keys.forEach((key, index) => (data[key] = values[index]));
  return data;
};
