import { distance } from 'fastest-levenshtein';
import type { Context } from '../../src/context';
import { badInput } from '../../src/errors/UserError';

/** How many names a message suggests. */
const suggestions = 3;

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
  const supported = await loaders.cloudConfig.supportedResourceTypes.load(accountId);
  types.forEach((type, index) => {
    if (supported.includes(type)) return;
    const nearest = [...supported]
      .sort((a, b) => distance(a.toLowerCase(), type.toLowerCase()) - distance(b.toLowerCase(), type.toLowerCase()))
      .slice(0, suggestions)
      .join(', ');
    throw badInput(
      [...field, String(index)],
      {
        en: `a resource type that Cloud Config supports (the nearest are ${nearest})`,
        zh: `配置审计支持的资源类型（最接近的有 ${nearest}）`,
      },
      type,
    );
  });
};
