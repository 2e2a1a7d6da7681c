import type { DocumentNode, GraphQLSchema } from 'graphql';
import { GraphQLError, NoFragmentCyclesRule, validate } from 'graphql';
import type { Explanation } from '../../errors/Explanation';
import { UserError } from '../../errors/UserError';
import type { RequestLimits } from '../../settings';
import { settingOfLimit } from '../../settings';
import { maxFragmentNesting } from './fixedLimits';
import { countComparisons, measureDocument } from './measureDocument';

type DocumentLimit = 'depth' | 'aliases' | 'rootFields' | 'directives' | 'selections' | 'comparisons';

const wherever = { en: ', counting a fragment wherever it is spread,', zh: '（片段按每次展开计算）' };

/** What a limit counts, and what to do about too many, as messages print them. */
const words: Readonly<Record<DocumentLimit, { readonly what: Explanation; readonly advice: Explanation }>> = {
  depth: {
    what: { en: 'levels of fields', zh: '层字段' },
    advice: { en: 'Select less deep, or split the document.', zh: '请减少嵌套层数或拆分文档。' },
  },
  aliases: {
    what: { en: `aliases${wherever.en}`, zh: `个别名${wherever.zh}` },
    advice: { en: 'Use fewer aliases, or split the document.', zh: '请减少别名或拆分文档。' },
  },
  rootFields: {
    what: { en: `root fields${wherever.en}`, zh: `个根字段${wherever.zh}` },
    advice: { en: 'Split the document.', zh: '请拆分文档。' },
  },
  directives: {
    what: { en: 'directives', zh: '个指令' },
    advice: { en: 'Use fewer directives, or split the document.', zh: '请减少指令或拆分文档。' },
  },
  selections: {
    what: { en: `selections${wherever.en}`, zh: `个选择项${wherever.zh}` },
    advice: { en: 'Select fewer fields, or split the document.', zh: '请减少所选字段或拆分文档。' },
  },
  comparisons: {
    what: {
      en: 'pairs of selections with the same response name or of fragments spread side by side',
      zh: '对同名选择项或并列展开的片段',
    },
    advice: {
      en: 'Select each field once, and spread fewer fragments side by side.',
      zh: '请避免重复选择同一字段，并减少并列展开的片段。',
    },
  },
};

/**
 * What of a document exceeds the limits, or would let those who walk it run in circles. Its cost grows with the length of
 * the document, and with no other number.
 */
export const checkDocument = (
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: RequestLimits,
): readonly GraphQLError[] => {
  const size = measureDocument(document, maxFragmentNesting);
  const problems: UserError[] = [];
  if (size.nesting > maxFragmentNesting) problems.push(nestedFragments());
  for (const limit of ['depth', 'aliases', 'rootFields', 'directives', 'selections'] as const) {
    if (size[limit] > limits[limit]) problems.push(exceeded(limit, limits[limit], size[limit]));
  }
  if (size.introspectionAliases > 0) problems.push(aliasedIntrospection());
  for (const [field, count] of Object.entries(size.repeated)) if (count > 1) problems.push(repeated(field, count));
  if (problems.length === 0 && size.isCyclic) return validate(schema, document, [NoFragmentCyclesRule]);
  const most = limits.comparisons;
  if (problems.length === 0 && countComparisons(document, most) > most) problems.push(exceeded('comparisons', most));
  return problems.map((problem) => new GraphQLError(problem.message, { originalError: problem }));
};

const exceeded = (limit: DocumentLimit, most: number, came?: number): UserError => {
  const { what, advice } = words[limit];
  const setting = settingOfLimit(limit);
  return new UserError('LIMIT_EXCEEDED', {
    en: `The document must have at most ${most} ${what.en.replace(/,$/, '')}, but has ${came ?? 'more'}. ${advice.en} ${setting} raises the limit.`,
    zh: `GraphQL 文档最多可包含 ${most} ${what.zh}，但此文档${came === undefined ? '超出了限制' : `实际为 ${came}`}。${advice.zh}运维人员可通过 ${setting} 提高上限。`,
  });
};

const nestedFragments = (): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The fragments of the document must nest at most ${maxFragmentNesting} levels deep, but nest deeper. Spread their fields directly.`,
    zh: `GraphQL 文档中的片段最多可嵌套 ${maxFragmentNesting} 层，但此文档嵌套更深。请直接展开其中的字段。`,
  });

const repeated = (field: string, came: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The document must select ${field} at most once, but selects it ${came} times. Select everything in one place.`,
    zh: `GraphQL 文档最多可选择 ${field} 一次，但此文档选择了 ${came} 次。请合并为一处选择。`,
  });

const aliasedIntrospection = (): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: 'The document must have no aliases below __schema and __type. Select each of their fields once.',
    zh: 'GraphQL 文档在 __schema 和 __type 之下不能使用别名。请将其中的每个字段只选择一次。',
  });
