/** What one request may contain. Everything is checked before anything is validated, priced or executed. */
export interface RequestLimits {
  /** Tokens of a document. The parser stops there. */
  readonly tokens: number;
  /** Levels of fields. Below `__schema` and `__type` they do not count. */
  readonly depth: number;
  /** Aliases of one operation. */
  readonly aliases: number;
  /** Root fields of a document. */
  readonly rootFields: number;
  /** Directives of a document, as it is written. */
  readonly directives: number;
  /** Selections of a document. */
  readonly selections: number;
  /** Pairs of selections that must be compared, since they have the same response name, and of fragments spread together. */
  readonly comparisons: number;
  /** Levels of lists and objects in a variable. */
  readonly variableDepth: number;
  /** Values in all variables: items of lists, fields of objects, and the lists and objects themselves. */
  readonly variableValues: number;
}

/** The limits without any setting. docs/SECURITY-MODEL.md has the reasons. */
export const defaultRequestLimits: RequestLimits = {
  tokens: 4000,
  depth: 14,
  aliases: 60,
  rootFields: 30,
  directives: 20,
  selections: 3000,
  comparisons: 10_000,
  variableDepth: 10,
  variableValues: 5000,
};

/** The setting that raises each limit. */
export const settingOfLimit: Readonly<Record<keyof RequestLimits, string>> = {
  tokens: 'MAX_DOCUMENT_TOKENS',
  depth: 'MAX_DOCUMENT_DEPTH',
  aliases: 'MAX_ALIASES',
  rootFields: 'MAX_ROOT_FIELDS',
  directives: 'MAX_DIRECTIVES',
  selections: 'MAX_SELECTIONS',
  comparisons: 'MAX_FIELD_COMPARISONS',
  variableDepth: 'MAX_VARIABLE_DEPTH',
  variableValues: 'MAX_VARIABLE_VALUES',
};

/** The most violations of the schema that one answer lists. */
export const maxValidationErrors = 5;

/**
 * The deepest that a body's values, and a document's brackets, may nest: anyone who parses, prints or walks them recurses.
 * No setting raises it.
 */
export const maxNesting = 100;

/** The most fields of one object in a variable: graphql-js prints the whole object for each that is wrong. */
export const maxObjectFields = 100;

/** The most fragments that may be nested in each other: everyone who walks a document recurses. No setting raises it. */
export const maxFragmentNesting = 50;
