import { RpcError } from '../errors/RpcError';
import type { Operation } from '../operations/operation';

/** A token cannot be followed. Has the message for the client, if there is no other way. */
export class LostToken extends Error {
  private constructor(readonly reason: RpcError) {
    super('A token leads nowhere.');
  }

  /** The loss of a token that the upstream refuses. The upstream gave it, so the caller did nothing wrong. */
  static refused({ product, action, code, httpStatus, requestId, accountId }: RpcError): LostToken {
    const detail = 'a refusal of the token that the upstream gave itself';
    const seen = { product, action, code, httpStatus, requestId, accountId };
    return new LostToken(new RpcError({ ...seen, kind: 'BAD_RESPONSE', detail }));
  }

  /** The loss of a token that leads to what was read before. */
  static inCircle({ product, action }: Operation): LostToken {
    const detail = 'a token that leads back to a page that was read before';
    return new LostToken(new RpcError({ product: product.code, action, kind: 'BAD_RESPONSE', detail }));
  }
}

/** The page, or the loss of the token that it was requested with. No code is documented for one that has expired. */
export const orLost = async <T>(token: string | undefined, page: Promise<T>): Promise<T | LostToken> => {
  try {
    return await page;
  } catch (error) {
    if (token !== undefined && error instanceof RpcError && error.kind === 'CLIENT') return LostToken.refused(error);
    throw error;
  }
};
