import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { badInput } from '../../src/errors/UserError';
import { parseRegion, requireText } from '../requireText';

/** `ACS::ECS::Instance`: whose, which product's, and what. */
const resourceType = /^[^\s:]+(::[^\s:]+){2,}$/;

/**
 * @throws UserError BAD_USER_INPUT if a part of the key is empty, the region excepted, or the type can be none. Whether there
 *   is such a type costs a call: `checkResourceKey` looks that up for an empty timeline.
 */
export const parseResourceKey = (key: CloudResourceKeyInput, field: readonly string[]): CloudResourceKeyInput => {
  parseRegion(key.region, [...field, 'region']);
  for (const name of ['resourceType', 'resourceId'] as const) requireText(key[name], [...field, name]);
  if (!resourceType.test(key.resourceType)) {
    throw badInput(
      [...field, 'resourceType'],
      {
        en: 'a resource type such as ACS::ECS::Instance (`supportedResourceTypes` lists them)',
        zh: '资源类型，例如 ACS::ECS::Instance（`supportedResourceTypes` 可列出全部）',
      },
      key.resourceType,
    );
  }
  return key;
};
