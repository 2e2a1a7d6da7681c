import type { Context } from '../../src/context';
import type { UserError } from '../../src/errors/UserError';
import { badInput } from '../../src/errors/UserError';
import { orNull } from '../../src/loaders/orNull';
import { nearestOf } from '../nearest';

/** What the upstream accepts in place of a list of resource types: every type, those that are yet to come included. */
const everyType = 'all';

/** A resource type, and where a client wrote it. */
export interface WrittenType {
  readonly type: string;
  readonly field: readonly string[];
}

/** The types of a list, each with its own place. */
export const writtenTypes = (types: readonly string[], field: readonly string[]): readonly WrittenType[] =>
  types.map((type, index) => ({ type, field: [...field, String(index)] }));

/**
 * Holds resource types against those that Cloud Config supports in the account, so that a slip is told with the nearest names. One
 * upstream call.
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
 * Tells a slip where nothing was found: an answer about a type that does not exist reads like one about a type of which
 * there is nothing. One upstream call, once a document: the list of supported types is the same for all accounts. A
 * second one for a type that it lacks: there may be resources of that all the same.
 *
 * @param loadFound the types of which there are resources.
 * @throws UserError BAD_USER_INPUT for the first type that is neither supported nor found.
 */
export const checkTypesOfNothing = async (
  types: readonly WrittenType[],
  { loaders, currentAccountId }: Context,
  loadFound: () => Promise<readonly string[]>,
): Promise<void> => {
  if (types.length === 0) return;
  const answer = loaders.cloudConfig.supportedResourceTypes.load(await currentAccountId());
  // Who never activated Cloud Config may not read the list in its older version: then nobody can tell.
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
