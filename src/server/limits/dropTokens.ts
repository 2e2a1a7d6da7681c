import type { DocumentNode } from 'graphql';

/** A node of a document, or a list of nodes, or one of their values. */
type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/**
 * Lets go of the tokens that the parser has linked to every node of a document: they take as much memory as all the rest,
 * and only the parser reads them. Errors have their positions from the source.
 */
export const dropTokens = (document: DocumentNode): void => {
  drop(document as unknown as Part);
};

const drop = (part: Part): void => {
  for (const name in part) {
    const value = part[name];
    if (!isPart(value)) continue;
    if (name === 'loc') Object.assign(value, withoutTokens);
    else drop(value);
  }
};

const withoutTokens = { startToken: undefined, endToken: undefined };
