import type { PropertyDifference } from '../parseConfigurationDiff';
import type { ValueIds } from '../parts/ValueIds';

/** What several changes of one millisecond came to, whatever their order. */
export interface NetChange {
  readonly differences: readonly Pick<PropertyDifference, 'path' | 'before' | 'after'>[];
  /** Whether the changes lead from different values to the same ones, or cannot follow each other. */
  readonly isAmbiguous: boolean;
}

interface Edge {
  readonly before: unknown;
  readonly after: unknown;
  readonly from: number;
  readonly to: number;
  /** Whether values lead back from its end to its start: then the value may have gone this way several times. */
  isRepeatable: boolean;
}

/**
 * Joins the changes of one millisecond, whose order the upstream does not keep.
 *
 * For each property, every value that one change leaves behind and another one finds cancels out. What remains is the
 * value before all of them and the one after all. Equal changes of one millisecond count as one, so if each property of a
 * change goes in circles, the change may have happened several times: then the value before is ambiguous.
 *
 * @param changes newest first, as far as the upstream says.
 */
export const netChange = (changes: readonly (readonly PropertyDifference[])[], ids: ValueIds): NetChange => {
  const edges = new Map<string, Edge[]>();
  const ofChanges = changes.map((differences) => differences.map((difference) => addEdge(edges, difference, ids)));
  for (const some of edges.values()) for (const edge of some) edge.isRepeatable = leadsBack(edge, some);
  let isAmbiguous = ofChanges.some((some) => some.some(isStep) && some.every(({ isRepeatable }) => isRepeatable));
  const differences = [...edges].map(([path, some]) => {
    const ends = endsOf(some);
    isAmbiguous ||= ends === undefined;
    return { path, ...(ends ?? { before: some.at(-1)?.before ?? null, after: some[0]?.after ?? null }) };
  });
  return { differences, isAmbiguous };
};

const addEdge = (edges: Map<string, Edge[]>, { path, before, after }: PropertyDifference, ids: ValueIds): Edge => {
  const edge = { before, after, from: ids.of(before), to: ids.of(after), isRepeatable: false };
  const known = edges.get(path);
  if (known === undefined) edges.set(path, [edge]);
  else known.push(edge);
  return edge;
};

/** Whether the value is another one after the change. */
const isStep = ({ from, to }: Edge): boolean => from !== to;

const leadsBack = ({ from, to }: Edge, edges: readonly Edge[]): boolean => {
  const reached = new Set([to]);
  // A set that grows while it is walked is walked to its end.
  for (const id of reached) {
    if (id === from) return true;
    for (const edge of edges) if (edge.from === id) reached.add(edge.to);
  }
  return false;
};

/** The values before and after all edges. Undefined if they cannot follow each other. */
const endsOf = (edges: readonly Edge[]): { readonly before: unknown; readonly after: unknown } | undefined => {
  const found = new Map<number, number>();
  const values = new Map<number, unknown>();
  for (const { before, after, from, to } of edges) {
    values.set(from, before).set(to, after);
    found.set(from, (found.get(from) ?? 0) + 1);
    found.set(to, (found.get(to) ?? 0) - 1);
  }
  const [only] = edges;
  if (only !== undefined && values.size === 1) return { before: only.before, after: only.after };
  const rest = [...found].filter(([, count]) => count !== 0);
  const start = rest.find(([, count]) => count === 1);
  const end = rest.find(([, count]) => count === -1);
  // All go in a circle: its end is its beginning, but nothing says which value that is.
  if (rest.length !== 2 || start === undefined || end === undefined) return undefined;
  return { before: values.get(start[0]), after: values.get(end[0]) };
};
