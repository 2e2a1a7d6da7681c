import { GraphQLError } from 'graphql';
import type { UserError } from '../../errors/UserError';

/** An answer without data, for what is wrong with the request as a whole. */
export const refusal = (error: UserError): GraphQLError =>
  new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } });
