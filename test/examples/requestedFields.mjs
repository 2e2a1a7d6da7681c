import { Kind, parse } from 'graphql';

/** Clients add these by themselves. */
const added = ['__typename', 'id', 'cursor'];

/**
 * The paths of all leaves that an operation selects, sorted, such as `accounts.edges.node.accountId`. Fragments count as
 * if they were written in place.
 *
 * @param text a document.
 * @param name the operation, if the document has several.
 */
export function requestedFields(text, name) {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const paths = new Set();
  const walk = ({ selections }, path) => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) walk(fragments.get(selection.name.value).selectionSet, path);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, path);
      else if (selection.selectionSet) walk(selection.selectionSet, [...path, selection.name.value]);
      else if (!added.includes(selection.name.value)) paths.add([...path, selection.name.value].join('.'));
    }
  };
  const operation = definitions.find(
    (each) => each.kind === Kind.OPERATION_DEFINITION && (name === undefined || each.name?.value === name),
  );
  walk(operation.selectionSet, []);
  return [...paths].sort();
}
