import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { Calling } from '../loaders/calling';
import type { Operation } from '../operations/operation';
import type { FieldPrice, Whose } from './fieldPrice';

/** How many fields are named as the dearest. */
const dearest = 5;

/** So many calls of one upstream operation. */
export interface OperationCalls {
  /** The product's code as the upstream spells it. */
  readonly product: string;
  readonly action: string;
  /** The account that the document names for them. */
  readonly accountId?: string;
  readonly calls: number;
}

/** So many calls because of one field. */
export interface FieldCalls {
  /** Its path in the answer, list indices left out: `accounts.nodes.payer`. */
  readonly field: string;
  readonly calls: number;
}

/** What a price is made of, the dearest first. */
export interface PriceList {
  readonly calls: readonly OperationCalls[];
  readonly dearestFields: readonly FieldCalls[];
  /** How many of the calls are made once for the document, and belong to none of its fields. */
  readonly lookUps: number;
}

/**
 * Tells who would be called for an operation, and for which of its fields. Where an object can be of several types, the
 * price counts the dearest of them, and this list each that the document asks for.
 *
 * @param prices of every field that is not skipped.
 * @param calling what is called for the operations that fields name.
 */
export const explainPrice = (
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  prices: ReadonlyMap<FieldNode, FieldPrice>,
  calling: Calling,
): PriceList => {
  const calls = new Map<string, OperationCalls>();
  const fields = new Map<string, FieldCalls>();
  let lookUp: readonly Operation[] = [];

  const count = ({ product, action }: Operation, times: number, accountId?: string): void => {
    const row = { product: product.code, action, ...(accountId === undefined ? {} : { accountId }) };
    const key = JSON.stringify(row);
    calls.set(key, { ...row, calls: (calls.get(key)?.calls ?? 0) + times });
  };

  const walk = ({ selections }: SelectionSetNode, path: readonly string[], times: number, around: Whose): void => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment !== undefined) walk(fragment.selectionSet, path, times, around);
        continue;
      }
      const price = prices.get(selection);
      if (price === undefined) continue;
      const whose = price.whose ?? around;
      const below = [...path, (selection.alias ?? selection.name).value];
      for (const named of price.calls) {
        const operation = price.older.has(named) ? named : calling.calledFor(named, price.args, whose.isOwn);
        count(operation, times, whose.accountId);
        if (times > 0) lookUp = calling.lookUps.get(operation) ?? lookUp;
      }
      if (price.calls.length > 0) {
        const field = below.join('.');
        fields.set(field, { field, calls: (fields.get(field)?.calls ?? 0) + times * price.calls.length });
      }
      if (selection.selectionSet === undefined) continue;
      walk(selection.selectionSet, below, times * price.size, price.leadsElsewhere ? unknown : whose);
    }
  };

  walk(operation.selectionSet, [], 1, unknown);
  // A field that finds the group has it in its own price, and finds it for all.
  if ([...prices.values()].some(({ findsGroup }) => findsGroup)) lookUp = [];
  for (const operation of lookUp) count(operation, 1);
  return {
    calls: dearestFirst(calls),
    dearestFields: dearestFirst(fields).slice(0, dearest),
    lookUps: lookUp.length,
  };
};

const unknown: Whose = { isOwn: false };

const dearestFirst = <T extends { readonly calls: number }>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows.values()].filter(({ calls }) => calls > 0).sort((one, other) => other.calls - one.calls);
