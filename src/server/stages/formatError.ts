import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { toClientError } from '../../errors/ClientError';
import type { Language } from '../../errors/Explanation';
import { RpcError } from '../../errors/RpcError';
import { UserError } from '../../errors/UserError';
import { settingOfLimit } from '../../settings';

/** Apollo's own codes for requests that never reach a resolver: their texts speak of the client's document only. */
const protocolCodes: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Whether an error is neither a client's doing nor the upstream's: to be logged, and told to nobody. */
export const isInternal = (formatted: GraphQLFormattedError, error: unknown): boolean => {
  const original = originOf(error);
  if (original instanceof UserError || original instanceof RpcError) return false;
  return !protocolCodes.has(formatted.extensions?.code) || isThrownByResolver(error, original);
};

/**
 * The one place where errors are masked, an allow-list: our own two classes are translated, Apollo's protocol errors
 * keep their text and code, everything else becomes INTERNAL_SERVER_ERROR.
 */
export const formatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
  language: Language,
): GraphQLFormattedError => {
  const { locations, path } = formatted;
  if (!isInternal(formatted, error)) {
    const original = originOf(error);
    if (!(original instanceof UserError || original instanceof RpcError)) {
      return { message: formatted.message, locations, path, extensions: { code: formatted.extensions?.code } };
    }
  }
  const { message, ...extensions } = toClientError(originOf(error), language);
  return { message, locations, path, extensions };
};

/** What a resolver threw, or a plugin, which has no path; our words for the limits of graphql-js. */
export const originOf = (error: unknown): unknown => {
  if (!(error instanceof GraphQLError)) return error;
  if (error.originalError instanceof UserError) return error.originalError;
  const [, most] = tooManyTokens.exec(error.message) ?? [];
  if (most !== undefined) return tooLong(most);
  return error.message === tooManyVariableErrors ? moreIsWrong : unwrapResolverError(error);
};

/** What the parser of graphql-js says if it stops at its limit. */
const tooManyTokens = /^Syntax Error: Document contains more tha[nt] (\d+) tokens\. Parsing aborted\.$/;

/** What graphql-js says if more values of variables are wrong than it lists. */
const tooManyVariableErrors = 'Too many errors processing variables, error limit reached. Execution aborted.';

const moreIsWrong = new UserError('BAD_USER_INPUT', {
  en: 'More values of the variables are wrong than are listed here.',
  zh: '变量中还有其他不合法的值，未全部列出。',
});

const tooLong = (most: string): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The document must have at most ${most} tokens, but has more. Select fewer fields, pass values as variables, or split the document. ${settingOfLimit('tokens')} raises the limit.`,
    zh: `GraphQL 文档最多可包含 ${most} 个词法单元（token），但此文档超出了限制。请减少所选字段、改用变量传值或拆分文档。运维人员可通过 ${settingOfLimit('tokens')} 提高上限。`,
  });

const isThrownByResolver = (error: unknown, original: unknown): boolean =>
  error instanceof GraphQLError && error.path !== undefined && original !== error;
