import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** Root fields whose answers do not depend on arguments: a second one of a document would only repeat the first. */
type OnlyOnce = '__schema' | '__type' | '_service';

/** Below these, depth is bounded by a rule of graphql-js: queries for the whole schema are deep. There are no aliases. */
const introspection: ReadonlySet<string> = new Set<OnlyOnce>(['__schema', '__type']);

/** The size of a selection set, counting a fragment wherever it is spread. */
interface Size {
  readonly selections: number;
  readonly aliases: number;
  /** Fields of the selection set itself. */
  readonly fields: number;
  /** Aliases below `__schema` and `__type`. */
  readonly introspectionAliases: number;
  /** Levels of fields. */
  readonly depth: number;
  /** Levels of fragments that are spread in fragments. */
  readonly nesting: number;
  /** How often the selection set itself has each field that a document may have once. */
  readonly repeated: Readonly<Record<OnlyOnce, number>>;
}

/** The size of a document that may be invalid. Fragments count wherever they are spread. */
export interface DocumentSize extends Omit<Size, 'fields'> {
  readonly rootFields: number;
  readonly directives: number;
  /** Whether a fragment spreads itself, which validation refuses. Its inner spread counts as empty. */
  readonly isCyclic: boolean;
}

const nothing: Size = {
  selections: 0,
  aliases: 0,
  introspectionAliases: 0,
  fields: 0,
  depth: 0,
  nesting: 0,
  repeated: { __schema: 0, __type: 0, _service: 0 },
};

const both = (one: Size, other: Size): Size => ({
  selections: one.selections + other.selections,
  aliases: one.aliases + other.aliases,
  introspectionAliases: one.introspectionAliases + other.introspectionAliases,
  fields: one.fields + other.fields,
  depth: Math.max(one.depth, other.depth),
  nesting: Math.max(one.nesting, other.nesting),
  repeated: {
    __schema: one.repeated.__schema + other.repeated.__schema,
    __type: one.repeated.__type + other.repeated.__type,
    _service: one.repeated._service + other.repeated._service,
  },
});

/**
 * Measures a document that may be invalid. Visits each selection once, however often its fragment is spread.
 *
 * @param maxNesting fragments that are nested deeper are not visited, so that nothing here overflows the stack.
 */
export const measureDocument = (document: DocumentNode, maxNesting: number): DocumentSize => {
  const fragments = fragmentsOf(document);
  const ofFragments = new Map<string, Size>();
  const open = new Set<string>();
  let isCyclic = false;
  let directives = 0;

  const ofSelections = ({ selections }: SelectionSetNode): Size => {
    let size = nothing;
    for (const selection of selections) size = both(size, ofSelection(selection));
    return size;
  };

  const ofSelection = (selection: SelectionNode): Size => {
    directives += selection.directives?.length ?? 0;
    switch (selection.kind) {
      case Kind.FIELD:
        return ofField(selection);
      case Kind.INLINE_FRAGMENT: {
        const inside = ofSelections(selection.selectionSet);
        return { ...inside, selections: inside.selections + 1 };
      }
      case Kind.FRAGMENT_SPREAD: {
        const inside = ofFragment(selection.name.value);
        return { ...inside, selections: inside.selections + 1, nesting: inside.nesting + 1 };
      }
    }
  };

  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    isCyclic ||= open.has(name);
    if (fragment === undefined || open.has(name) || open.size > maxNesting) return nothing;
    let size = ofFragments.get(name);
    if (size !== undefined) return size;
    directives += fragment.directives?.length ?? 0;
    open.add(name);
    size = ofSelections(fragment.selectionSet);
    open.delete(name);
    ofFragments.set(name, size);
    return size;
  };

  const ofField = ({ name: { value: name }, alias, selectionSet }: FieldNode): Size => {
    const below = selectionSet === undefined ? nothing : ofSelections(selectionSet);
    return {
      selections: below.selections + 1,
      aliases: below.aliases + (alias === undefined ? 0 : 1),
      introspectionAliases: introspection.has(name) ? below.aliases : below.introspectionAliases,
      fields: 1,
      depth: introspection.has(name) ? 1 : below.depth + 1,
      nesting: below.nesting,
      repeated: Object.hasOwn(nothing.repeated, name) ? { ...nothing.repeated, [name]: 1 } : nothing.repeated,
    };
  };

  let whole = nothing;
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    directives += definition.directives?.length ?? 0;
    for (const variable of definition.variableDefinitions ?? []) directives += variable.directives?.length ?? 0;
    whole = both(whole, ofSelections(definition.selectionSet));
    rootFields = whole.fields;
  }
  // What no operation spreads is invalid, and is validated all the same.
  for (const name of fragments.keys()) if (!ofFragments.has(name)) whole = both(whole, ofFragment(name));
  const { fields: _, ...size } = whole;
  return { ...size, rootFields, directives, isCyclic };
};

/**
 * Counts the comparisons that validation makes to find out whether selections can be merged: pairs of selections with the
 * same response name, and pairs of fragments that are spread side by side. Visits at most the selections of the document,
 * counting a fragment wherever it is spread.
 *
 * @param document without fragments that spread themselves.
 * @returns a number above `most` if there are more than that.
 */
export const countComparisons = (document: DocumentNode, most: number): number => {
  const fragments = fragmentsOf(document);
  const reached = new Set<string>();
  let comparisons = 0;

  /** Compares the selections of sets that are merged with each other. */
  const compare = (merged: readonly SelectionSetNode[]): void => {
    const fields = new Map<string, { count: number; readonly below: SelectionSetNode[] }>();
    const spread = new Set<string>();

    const collect = (selection: SelectionNode): void => {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const same = fields.get(name) ?? { count: 0, below: [] };
        fields.set(name, same);
        comparisons += same.count;
        same.count += 1;
        if (selection.selectionSet !== undefined) same.below.push(selection.selectionSet);
        return;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        selection.selectionSet.selections.forEach(collect);
        return;
      }
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment === undefined || spread.has(name)) return;
      comparisons += spread.size;
      spread.add(name);
      reached.add(name);
      fragment.selectionSet.selections.forEach(collect);
    };

    for (const { selections } of merged) selections.forEach(collect);
    for (const { below } of fields.values()) if (below.length > 0 && comparisons <= most) compare(below);
  };

  for (const one of document.definitions) if (one.kind === Kind.OPERATION_DEFINITION) compare([one.selectionSet]);
  for (const [name, { selectionSet }] of fragments) if (!reached.has(name)) compare([selectionSet]);
  return comparisons;
};

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
