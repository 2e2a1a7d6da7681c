import { RpcError } from '../errors/RpcError';
import { UserError } from '../errors/UserError';

/**
 * Whether an error says that one source cannot be read. Then the rest of the page is right without it. Anything else is about
 * the whole document, or a mistake of the gateway.
 */
export const isOfSource = (error: unknown): error is Error =>
  error instanceof RpcError || (error instanceof UserError && error.code !== 'LIMIT_EXCEEDED');
