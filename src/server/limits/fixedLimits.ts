/** The largest request body, bytes, variables included. */
export const maxBodyBytes = 100_000;

/* Limits that no setting raises. src/settings/limits.ts has the others. */

/** The most violations of the schema that one answer lists. */
export const maxValidationErrors = 5;

/**
 * The deepest that a body's values, and a document's brackets, may nest: anyone who parses, prints or walks them recurses.
 */
export const maxNesting = 100;

/** The most fields of one object in a variable: graphql-js prints the whole object for each that is wrong. */
export const maxObjectFields = 100;

/** The most fragments that may be nested in each other: everyone who walks a document recurses. */
export const maxFragmentNesting = 50;

/** The most mutation fields of a document. */
export const maxMutationFields = 10;
