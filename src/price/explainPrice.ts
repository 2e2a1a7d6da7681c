import type { FieldNode, FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';
import type { Operation } from '../operations/operation';
import type { FieldPrice } from './fieldPrice';
import { onceKey } from './fieldPrice';

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
}

/**
 * Tells who would be called for an operation, and for which of its fields. Where an object can be of several types, the
 * price counts the dearest of them, and this list each that the document asks for.
 *
 * @param prices of every field that is not skipped.
 */
export const explainPrice = (
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  prices: ReadonlyMap<FieldNode, FieldPrice>,
): PriceList => {
  const calls = new Map<string, OperationCalls>();
  const fields = new Map<string, FieldCalls>();
  const calledOnce = new Set<string>();

  /** What no field before has counted. */
  const first = ({ once, accountId }: FieldPrice): Operation[] =>
    once.filter((operation) => {
      const key = onceKey(operation, accountId);
      const isFirst = !calledOnce.has(key);
      calledOnce.add(key);
      return isFirst;
    });

  const walk = ({ selections }: SelectionSetNode, path: readonly string[], times: number, accountId?: string): void => {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment !== undefined) walk(fragment.selectionSet, path, times, accountId);
        continue;
      }
      const price = prices.get(selection);
      if (price === undefined) continue;
      const account = price.accountId ?? accountId;
      const below = [...path, (selection.alias ?? selection.name).value];
      const counted = [
        ...price.calls.map((each) => [each, times] as const),
        ...first(price).map((each) => [each, 1] as const),
      ];
      for (const [{ product, action }, count] of counted) {
        const row = { product: product.code, action, ...(account === undefined ? {} : { accountId: account }) };
        const key = JSON.stringify(row);
        calls.set(key, { ...row, calls: (calls.get(key)?.calls ?? 0) + count });
        const field = below.join('.');
        fields.set(field, { field, calls: (fields.get(field)?.calls ?? 0) + count });
      }
      if (selection.selectionSet !== undefined) walk(selection.selectionSet, below, times * price.size, account);
    }
  };

  walk(operation.selectionSet, [], 1);
  return { calls: dearestFirst(calls), dearestFields: dearestFirst(fields).slice(0, dearest) };
};

const dearestFirst = <T extends { readonly calls: number }>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows.values()].filter(({ calls }) => calls > 0).sort((one, other) => other.calls - one.calls);
