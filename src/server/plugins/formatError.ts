import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { toClientError } from '../../errors/ClientError';
import type { Language } from '../../errors/Explanation';
import { RpcError } from '../../errors/RpcError';
import { UserError } from '../../errors/UserError';

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

/** What a resolver threw, or a plugin, which has no path. */
export const originOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError instanceof UserError
    ? error.originalError
    : unwrapResolverError(error);

const isThrownByResolver = (error: unknown, original: unknown): boolean =>
  error instanceof GraphQLError && error.path !== undefined && original !== error;
