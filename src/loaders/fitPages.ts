import { RpcError } from '../errors/RpcError';
import type { Operation, PageNumberPaging, RequestOf, ResponseOf } from '../operations/operation';
import type { CallOptions, RpcClient } from '../rpc/client';
import type { PageSizes } from './PageSizes';
import { valueAt } from './valueAt';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The same client, which reads a page in smaller pieces if its response exceeds the body limit. It halves the page size
 * until the response fits, and starts with the size that fitted the next time.
 *
 * No loader or reader needs to know:
 *
 * - A list paged by token answers a shorter page with a token. That is always legal: only a missing token ends a list.
 * - A list paged by number has other pages at another size. The pieces that cover the wanted page are read and joined,
 *   so the caller gets the requested page, at one call for each piece.
 *
 * @throws RpcError with `tooLarge` if even the smallest page exceeds the limit.
 */
export const fitPages = (rpc: RpcClient, sizes: PageSizes): RpcClient => ({
  ...rpc,
  call: async <O extends Operation>(operation: O, request: RequestOf<O>, options?: CallOptions) => {
    const { paging } = operation;
    if (operation.kind !== 'read' || paging === undefined) return rpc.call(operation, request, options);
    const wanted = numberOf(request, paging.limitParameter) ?? paging.default ?? paging.max;
    const read = (size: number): Promise<ResponseOf<O>> => {
      if (size >= wanted) return rpc.call(operation, request, options);
      const page = (fields: Fields) => rpc.call(operation, { ...request, ...fields }, options);
      return paging.style === 'token'
        ? page({ [paging.limitParameter]: size })
        : joinPieces(
            { first: ((numberOf(request, paging.pageParameter) ?? 1) - 1) * wanted, wanted, size },
            paging,
            page,
          );
    };
    const known = sizes.isEmpty ? undefined : sizes.sizeOf(listOf(operation, request, options));
    for (let size = known ?? wanted; ;) {
      try {
        return await read(size);
      } catch (error) {
        const asked = Math.min(size, wanted);
        if (!isTooLarge(error) || asked <= paging.min) throw error;
        size = Math.max(paging.min, Math.floor(asked / 2));
        sizes.learnSize(listOf(operation, request, options), size);
      }
    }
  },
});

const isTooLarge = (error: unknown): boolean => error instanceof RpcError && error.tooLarge !== undefined;

/** Names a list: account, operation, and the parameters that the list is read with, except the token. */
const listOf = ({ product, action, parameters, paging }: Operation, request: object, options?: CallOptions): string => {
  const token = paging?.style === 'token' ? paging.tokenParameter : undefined;
  const texts = Object.entries(request).filter(([name]) => parameters[name]?.kind === 'text' && name !== token);
  return JSON.stringify([options?.accountId, product.code, product.version, action, texts]);
};

const numberOf = (request: object, name: string): number | undefined => {
  const value: unknown = (request as Fields)[name];
  return typeof value === 'number' ? value : undefined;
};

/** The part of a numbered list that is wanted, and the size of the pages that it is read by. */
interface Stretch {
  /** How many records of the list come before it. */
  readonly first: number;
  readonly wanted: number;
  readonly size: number;
}

/** Reads the pages of another size that cover a stretch of a numbered list, and joins them to one response. */
const joinPieces = async <T extends object>(
  { first, wanted, size }: Stretch,
  { limitParameter, pageParameter, items, total }: PageNumberPaging,
  page: (fields: Fields) => Promise<T>,
): Promise<T> => {
  const records: unknown[] = [];
  for (let index = Math.floor(first / size); ; index += 1) {
    const response = await page({ [pageParameter]: index + 1, [limitParameter]: size });
    const start = index * size;
    const piece = (valueAt(response, items) ?? []) as readonly unknown[];
    records.push(...piece.slice(Math.max(0, first - start), Math.max(0, first + wanted - start)));
    const count = total === undefined ? undefined : valueAt(response, total);
    // A count that is lower than what was seen is wrong, and ends nothing.
    const isCounted = typeof count === 'number' && count >= start + piece.length;
    const end = Math.min(first + wanted, isCounted ? count : Infinity);
    if (start + size >= end) return withValueAt(response, items, records) as T;
  }
};

/** The same object with another value at a dotted path. */
const withValueAt = (object: unknown, path: string, value: unknown): unknown => {
  const [name = '', ...rest] = path.split('.');
  const fields = object as Fields | undefined;
  return { ...fields, [name]: rest.length === 0 ? value : withValueAt(fields?.[name], rest.join('.'), value) };
};
