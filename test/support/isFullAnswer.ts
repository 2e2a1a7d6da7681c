import type { SelectionSetNode } from 'graphql';
import { Kind, parse } from 'graphql';

/** The pages of an answer, each as text. */
const pagesOf = (value: unknown): { readonly text: string; readonly hasNextPage: boolean }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'pageInfo' in value
      ? [{ text: JSON.stringify(value), hasNextPage: (value.pageInfo as { hasNextPage: boolean }).hasNextPage }]
      : [];
  return [...own, ...Object.values(value).flatMap(pagesOf)];
};

/** Whether every selection of an object has got one. */
const isWhole = ({ selections }: SelectionSetNode, value: object): boolean =>
  selections.every((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return isWhole(selection.selectionSet, value);
    if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return true;
    const { alias, name, selectionSet } = selection;
    const below = (value as Record<string, object | null | undefined>)[(alias ?? name).value];
    // Of a fragment on another type there is nothing.
    if (below === undefined) return true;
    return [below].flat().every((one: object | null) => one !== null && isWhole(selectionSet, one));
  });

/** Whether everything that was selected is there, every page has one behind it, and none was returned twice. */
export const isFullAnswer = (document: string, data: object | null | undefined): boolean => {
  const [operation] = parse(document).definitions;
  if (data == null || operation?.kind !== Kind.OPERATION_DEFINITION) return false;
  const pages = pagesOf(data);
  return (
    pages.length > 0 &&
    pages.every(({ hasNextPage }) => hasNextPage) &&
    new Set(pages.map(({ text }) => text)).size === pages.length &&
    isWhole(operation.selectionSet, data)
  );
};
