import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { badInput } from '../../src/errors/UserError';
import { parseRegion, requireText } from '../requireText';

/** `ACS::ECS::Instance`: whose, which product's, and what. */
const resourceType = /^[^\s:]+(::[^\s:]+){2,}$/;

/**
 * @throws UserError BAD_USER_INPUT where a part of the key is empty, except the region, or the type can be none. A type of that form that does
 *   not exist is not told: that would cost a call for each key of which nothing is found, and a key is seldom typed by hand.
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
