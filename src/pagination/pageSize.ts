import { badInput } from '../errors/UserError';

/** The size of a connection's page if `first` is omitted. */
export const defaultPageSize = 20;

/** The most that a connection gives at once; also the most that the upstream's own pages hold. */
export const maxPageSize = 100;

/** @throws UserError BAD_USER_INPUT outside 1 to {@link maxPageSize}. An explicit null means the default. */
export const parsePageSize = (first: number | null | undefined): number => {
  const size = first ?? defaultPageSize;
  if (!Number.isInteger(size) || size < 1 || size > maxPageSize) {
    throw badInput(['first'], { en: `1 to ${maxPageSize}`, zh: ` 1 到 ${maxPageSize}` }, size);
  }
  return size;
};
