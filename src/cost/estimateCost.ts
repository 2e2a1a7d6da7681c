import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, OperationTypeNode } from 'graphql';
import { coerceVariables } from '../execution/coerceVariables';
import type { ListedOrder } from '../loaders/KnownLists';
import type { Calling } from '../loaders/cloud-config/calledOperations';
import type { Operation } from '../operations/operation';
import type { PositionReader } from '../pagination/isWithinOnePage';
import { Origin } from './Keys';
import type { KnownSizes } from './KnownSizes';
import type { PlannedField } from './PlannedField';
import { planFields } from './PlannedField';
import type { CostBreakdown } from './explainCost';
import { explainCost } from './explainCost';
import type { Caused, Reckoning } from './reckonCalls';
import { reckonCalls } from './reckonCalls';
import { Selected } from './selections';

/** How many records a list of unknown length is assumed to have, if only such lists exceed the limit. */
export const assumedLength = 3;

/** What an operation costs at most, before anything is called. */
export interface CostEstimate {
  /** Upstream calls. A bound if nothing fails. */
  readonly estimatedCalls: number;
  /** Whether it is above the limit. */
  readonly isTooHigh: boolean;
  /** The same without the limit: more than `estimatedCalls` if only assumed lengths of lists let it start. */
  readonly boundOfCalls: number;
  /** The lists whose lengths it rests on and that are not known. */
  readonly unknown: ReadonlySet<Operation>;
  /** What is wrong with variables or arguments: then what they belong to is not counted, and not executed either. */
  readonly problems: readonly GraphQLError[];
  explain(): CostBreakdown;
}

/** What an operation may call, whatever its variables. */
export interface Plan {
  readonly operation: OperationDefinitionNode;
  readonly fields: readonly PlannedField[];
}

/** Plans an operation of a document that is valid against the schema, and whose size has been limited. */
export const planOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan => {
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  const { selections } = operation.selectionSet;
  const type = schema.getRootType(operation.operation);
  if (type == null) throw new TypeError(`The schema has no ${operation.operation}.`);
  return {
    operation,
    fields: planFields(new Selected(type, [{ selections, condition: [] }], { schema, fragments }), schema),
  };
};

/** What an estimate depends on besides the document and its variables. */
export interface CostContext {
  readonly schema: GraphQLSchema;
  /** The most calls that a document may cost. */
  readonly maxCalls: number;
  /** What is called for the operations that fields name. */
  readonly calling: Calling;
  readonly cursors: PositionReader;
  readonly known: KnownSizes;
  /** In which order timelines are listed if that is not known. */
  readonly assumedOrder: ListedOrder;
}

/**
 * Estimates the cost of a planned operation.
 *
 * A query whose estimate is above the limit only because of lists of unknown length may start all the same: if it would
 * cost no more than the limit with {@link assumedLength} records in each. Its estimate is the limit then, which holds at
 * run time. A mutation never starts so: it could end half done.
 */
export const estimateCost = (
  { operation, fields }: Plan,
  variables: Readonly<Record<string, unknown>>,
  { schema, maxCalls, calling, cursors, known, assumedOrder }: CostContext,
): CostEstimate => {
  const { coerced, errors } = coerceVariables(schema, operation, variables);
  if (coerced === undefined) return { ...nothing, problems: errors };
  if (fields.length === 0) return nothing;

  const isSerial = operation.operation === OperationTypeNode.MUTATION;
  const problems: GraphQLError[] = [];
  const unknown = new Set<Operation>();
  const reckoning: Reckoning = {
    variables: coerced,
    origin: new Origin(),
    known,
    calling,
    cursors,
    isSerial,
    problems,
    unknown,
    assumedOrder,
  };
  const again = { ...reckoning, problems: [], unknown: new Set<Operation>() };
  const bound = reckonCalls(fields, reckoning).total();
  const isExpected =
    bound > maxCalls && !isSerial && reckonCalls(fields, { ...again, assumedLength }).total() <= maxCalls;
  return {
    estimatedCalls: isExpected ? maxCalls : bound,
    isTooHigh: bound > maxCalls && !isExpected,
    boundOfCalls: bound,
    unknown,
    problems,
    explain: () => {
      const caused: Caused[] = [];
      return explainCost(reckonCalls(fields, { ...again, caused }), caused);
    },
  };
};

const nothing: CostEstimate = {
  estimatedCalls: 0,
  isTooHigh: false,
  boundOfCalls: 0,
  unknown: new Set(),
  problems: [],
  explain: () => ({ calls: [], mostExpensiveFields: [] }),
};
