import type { Keys } from './Keys';
import type { LoadGroup, LoadTally } from './LoadTally';
import type { Caused } from './reckonCalls';

/** How many fields are named as the most expensive. */
const namedFields = 5;

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
  /** Its path in the answer, without list indices: `accounts.nodes.payer`. */
  readonly field: string;
  readonly calls: number;
}

/** What an estimate is made of, the most expensive first. */
export interface CostBreakdown {
  readonly calls: readonly OperationCalls[];
  readonly mostExpensiveFields: readonly FieldCalls[];
}

/**
 * Lists who is called, and because of which fields. A load that several fields share belongs to the first of them. A
 * field without a name stands for what is looked up once for the document.
 */
export const explainCost = (tally: LoadTally, caused: readonly Caused[]): CostBreakdown => {
  const operations = new Map<string, OperationCalls>();
  const fields = new Map<string, FieldCalls>();
  const rest = new Map(caused.map(({ group }) => [group, tally.callsOf(group)]));
  const loaded = new Map<LoadGroup, Set<Keys['source']>>();

  const count = ({ field, operation: { product, action }, accountId }: Caused, calls: number): void => {
    if (calls === 0) return;
    const row = { product: product.code, action, ...(accountId === undefined ? {} : { accountId }) };
    const key = JSON.stringify(row);
    operations.set(key, { ...row, calls: (operations.get(key)?.calls ?? 0) + calls });
    if (field !== '') fields.set(field, { field, calls: (fields.get(field)?.calls ?? 0) + calls });
  };

  for (const one of caused) {
    const { group, keys, calls } = one;
    const sources = loaded.get(group) ?? new Set();
    loaded.set(group, sources);
    const left = rest.get(group) ?? 0;
    const counted = sources.has(keys.source) ? 0 : Math.min(left, calls * keys.count);
    sources.add(keys.source);
    rest.set(group, left - counted);
    count(one, counted);
  }
  // What is left of a group are pages of the list that may be read besides.
  for (const one of caused) {
    count(one, rest.get(one.group) ?? 0);
    rest.set(one.group, 0);
  }
  return {
    calls: mostExpensiveFirst(operations),
    mostExpensiveFields: mostExpensiveFirst(fields).slice(0, namedFields),
  };
};

const mostExpensiveFirst = <T extends { readonly calls: number }>(rows: ReadonlyMap<string, T>): T[] =>
  [...rows.values()].sort((one, other) => other.calls - one.calls);
