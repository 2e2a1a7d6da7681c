import type { Context } from '../../src/context';
import type { UserError } from '../../src/errors/UserError';
import { badInput } from '../../src/errors/UserError';
import { orNull } from '../../src/loaders/orNull';
import { nearestOf } from '../nearest';

/** What the upstream accepts in place of a list of resource types: every type, those that are yet to come included. */
const everyType = 'all';

/** A resource type, and the path at which a client wrote it. */
export interface WrittenType {
  readonly type: string;
  readonly field: readonly string[];
}

/** The types of a list, each with its own place. */
export const writtenTypes = (types: readonly string[], field: readonly string[]): readonly WrittenType[] =>
  types.map((type, index) => ({ type, field: [...field, String(index)] }));

/**
 * Compares resource types with those that Cloud Config supports in the account. One upstream call. The error for a
 * misspelled type suggests the nearest names.
 *
 * @throws UserError BAD_USER_INPUT for the first type that is not supported, and for an empty list.
 */
export const checkResourceTypes = async (
  accountId: string,
  types: readonly string[],
  field: readonly string[],
  { loaders }: Context,
): Promise<void> => {
  if (types.length === 0) {
    throw badInput(field, { en: 'at least one resource type', zh: '至少一个资源类型' }, types);
  }
  if (types.length === 1 && types[0] === everyType) return;
  const supported = await loaders.cloudConfig.supportedResourceTypes.load(accountId);
  const slip = writtenTypes(types, field).find(({ type }) => !supported.includes(type));
  if (slip !== undefined) throw notSupported(slip, supported);
};

/**
 * Reports a misspelled type if nothing was found: the upstream answers the same for a type without resources and for
 * one that does not exist. One upstream call for each document, because all accounts have the same supported types. One
 * more for a type that is not among them: it may have resources all the same.
 *
 * @param loadFound the types that have resources.
 * @throws UserError BAD_USER_INPUT for the first type that is neither supported nor found.
 */
export const checkTypesOfNothing = async (
  types: readonly WrittenType[],
  { loaders, currentAccountId }: Context,
  loadFound: () => Promise<readonly string[]>,
): Promise<void> => {
  if (types.length === 0) return;
  const answer = loaders.cloudConfig.supportedResourceTypes.load(await currentAccountId());
  // In the older version, an account that never activated Cloud Config may not read the list, so nothing can be
  // checked.
  const supported = await orNull(answer, 'NOT_ACTIVATED');
  const unsupported = supported === null ? [] : types.filter(({ type }) => !supported.includes(type));
  if (supported === null || unsupported.length === 0) return;
  const found = await loadFound();
  const slip = unsupported.find(({ type }) => !found.includes(type));
  if (slip !== undefined) throw notSupported(slip, supported);
};

const notSupported = ({ type, field }: WrittenType, supported: readonly string[]): UserError => {
  const nearest = nearestOf(type, supported);
  return badInput(
    field,
    {
      en: `a resource type that Cloud Config supports (the nearest are ${nearest})`,
      zh: `配置审计支持的资源类型（最接近的有 ${nearest}）`,
    },
    type,
  );
};
