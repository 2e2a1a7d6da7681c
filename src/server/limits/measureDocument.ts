import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** Root fields whose answers do not depend on arguments: a second one of a document would only repeat the first. */
type OnlyOnce = '__schema' | '__type' | '_service';

/** Below these, depth is bounded by a rule of graphql-js: queries for the whole schema are deep. There are no aliases. */
const introspection: ReadonlySet<string> = new Set<OnlyOnce>(['__schema', '__type']);

/** The size of a selection set, counting a fragment wherever it is spread. */
interface Size {
  selections: number;
  aliases: number;
  /** Fields of the selection set itself. */
  fields: number;
  /** Aliases below `__schema` and `__type`. */
  introspectionAliases: number;
  /** Levels of fields. */
  depth: number;
  /** Levels of fragments that are spread in fragments. */
  nesting: number;
  /** How often the selection set itself has each field that a document may have once. Shared as long as that is never. */
  repeated: Readonly<Record<OnlyOnce, number>>;
}

/** The size of a document that may be invalid. Fragments count wherever they are spread. */
export interface DocumentSize extends Omit<Size, 'fields'> {
  readonly rootFields: number;
  readonly directives: number;
  /** Whether a fragment spreads itself, which validation refuses. Its inner spread counts as empty. */
  readonly isCyclic: boolean;
}

const never: Size['repeated'] = { __schema: 0, __type: 0, _service: 0 };

const emptySize = (): Size => ({
  selections: 0,
  aliases: 0,
  introspectionAliases: 0,
  fields: 0,
  depth: 0,
  nesting: 0,
  repeated: never,
});

/** Adds another selection set that is merged into one. */
const addInto = (size: Size, other: Readonly<Size>): void => {
  size.selections += other.selections;
  size.aliases += other.aliases;
  size.introspectionAliases += other.introspectionAliases;
  size.fields += other.fields;
  size.depth = Math.max(size.depth, other.depth);
  size.nesting = Math.max(size.nesting, other.nesting);
  if (other.repeated !== never) size.repeated = sum(size.repeated, other.repeated);
};

const nothing: Readonly<Size> = emptySize();

const sum = (one: Size['repeated'], other: Size['repeated']): Size['repeated'] => ({
  __schema: one.__schema + other.__schema,
  __type: one.__type + other.__type,
  _service: one._service + other._service,
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
    const size = emptySize();
    for (const selection of selections) addSelection(size, selection);
    return size;
  };

  const addSelection = (size: Size, selection: SelectionNode): void => {
    directives += selection.directives?.length ?? 0;
    size.selections += 1;
    switch (selection.kind) {
      case Kind.FIELD:
        addField(size, selection);
        break;
      case Kind.INLINE_FRAGMENT:
        addInto(size, ofSelections(selection.selectionSet));
        break;
      case Kind.FRAGMENT_SPREAD: {
        const inside = ofFragment(selection.name.value);
        addInto(size, inside);
        size.nesting = Math.max(size.nesting, inside.nesting + 1);
        break;
      }
    }
  };

  const ofFragment = (name: string): Readonly<Size> => {
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

  const addField = (size: Size, { name: { value: name }, alias, selectionSet }: FieldNode): void => {
    const below = selectionSet === undefined ? nothing : ofSelections(selectionSet);
    const isIntrospection = introspection.has(name);
    size.selections += below.selections;
    size.aliases += below.aliases + (alias === undefined ? 0 : 1);
    size.introspectionAliases += isIntrospection ? below.aliases : below.introspectionAliases;
    size.fields += 1;
    size.depth = Math.max(size.depth, isIntrospection ? 1 : below.depth + 1);
    size.nesting = Math.max(size.nesting, below.nesting);
    if (Object.hasOwn(never, name)) size.repeated = sum(size.repeated, { ...never, [name]: 1 });
  };

  const whole = emptySize();
  let rootFields = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    directives += definition.directives?.length ?? 0;
    for (const variable of definition.variableDefinitions ?? []) directives += variable.directives?.length ?? 0;
    addInto(whole, ofSelections(definition.selectionSet));
    rootFields = whole.fields;
  }
  // What no operation spreads is invalid, and is validated all the same.
  for (const name of fragments.keys()) if (!ofFragments.has(name)) addInto(whole, ofFragment(name));
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
    const fields = new Map<string, { count: number; below?: SelectionSetNode[] }>();
    let spread: Set<string> | undefined;

    const collect = (selection: SelectionNode): void => {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        let same = fields.get(name);
        if (same === undefined) fields.set(name, (same = { count: 0 }));
        comparisons += same.count;
        same.count += 1;
        if (selection.selectionSet !== undefined) (same.below ??= []).push(selection.selectionSet);
        return;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        selection.selectionSet.selections.forEach(collect);
        return;
      }
      const name = selection.name.value;
      const fragment = fragments.get(name);
      spread ??= new Set();
      if (fragment === undefined || spread.has(name)) return;
      comparisons += spread.size;
      spread.add(name);
      reached.add(name);
      fragment.selectionSet.selections.forEach(collect);
    };

    for (const { selections } of merged) selections.forEach(collect);
    for (const { below } of fields.values()) if (below !== undefined && comparisons <= most) compare(below);
  };

  for (const one of document.definitions) if (one.kind === Kind.OPERATION_DEFINITION) compare([one.selectionSet]);
  for (const [name, { selectionSet }] of fragments) if (!reached.has(name)) compare([selectionSet]);
  return comparisons;
};

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
