import type { SettingsOf } from '../environment/Setting';
import { setting } from '../environment/Setting';
import { whole } from '../environment/formats';
import { defaultsOf } from '../environment/readSettings';

const upTo = (most: number, byDefault: number) => ({ ...whole(1, most), default: byDefault });

/** Settings of what one request may contain, and of its answer. docs/SECURITY-MODEL.md has the reasons. */
export const limitsTable = {
  tokens: setting('MAX_DOCUMENT_TOKENS', {
    ...upTo(100_000, 4000),
    description: 'Maximum number of tokens of a document.',
  }),
  depth: setting('MAX_DOCUMENT_DEPTH', {
    ...upTo(100, 14),
    description: 'Maximum number of levels of fields of a document. Below `__schema` and `__type` they do not count.',
  }),
  aliases: setting('MAX_ALIASES', {
    ...upTo(10_000, 60),
    description: 'Maximum number of aliases of a document. Those of a fragment count wherever it is spread.',
  }),
  rootFields: setting('MAX_ROOT_FIELDS', {
    ...upTo(10_000, 30),
    description: 'Maximum number of root fields of a document, in all its operations.',
  }),
  directives: setting('MAX_DIRECTIVES', {
    ...upTo(10_000, 20),
    description: 'Maximum number of directives of a document.',
  }),
  selections: setting('MAX_SELECTIONS', {
    ...upTo(1_000_000, 1000),
    description: 'Maximum number of selections of a document. Those of a fragment count wherever it is spread.',
  }),
  comparisons: setting('MAX_FIELD_COMPARISONS', {
    ...upTo(500_000, 10_000),
    description:
      'Maximum number of pairs of selections with the same response name, and of fragments that are spread side by side. Validation compares each pair.',
  }),
  variableDepth: setting('MAX_VARIABLE_DEPTH', {
    ...upTo(90, 10),
    description: 'Maximum number of levels of lists and objects in a variable.',
  }),
  variableValues: setting('MAX_VARIABLE_VALUES', {
    ...upTo(50_000, 5000),
    description:
      'Maximum number of items of lists and fields of objects in all variables of a request. Those of a variable count wherever it is used.',
  }),
  answerBytes: setting('MAX_ANSWER_BYTES', {
    ...whole(1000, 100_000_000),
    default: 10_000_000,
    description:
      'Maximum size of an answer, in bytes. The gateway stops a query that reaches it, and returns an error without data.',
  }),
};

/** What one request may contain, which is checked before anything is validated, estimated or executed; and its answer. */
export type RequestLimits = SettingsOf<typeof limitsTable>;

/** The limits if no setting is set. */
export const defaultLimits: RequestLimits = defaultsOf(limitsTable);

/** The setting that raises a limit. */
export const settingOfLimit = (limit: keyof RequestLimits): string => limitsTable[limit].name;
