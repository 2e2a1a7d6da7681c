import type { GraphQLResponse } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { toClientError } from '../../errors/ClientError';
import type { Language } from '../../errors/Explanation';
import type { UserError } from '../../errors/UserError';

/** The response to an operation that is refused just before it is executed, and may be sent again later. */
export const unexecuted = (error: UserError, status: 429 | 503, language: Language): GraphQLResponse => {
  const { message, ...extensions } = toClientError(error, language);
  return {
    http: {
      status,
      headers: new HeaderMap([['retry-after', String(Math.ceil((error.retryAfterMs ?? 0) / 1000))]]),
    },
    body: { kind: 'single', singleResult: { errors: [{ message, extensions: { ...extensions } }] } },
  };
};
