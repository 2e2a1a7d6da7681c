import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { badInput } from '../../src/errors/UserError';
import { requireCharacters, requireText } from '../requireText';

/** `ACS::ECS::Instance`: whose, which product's, and what. */
const resourceType = /^[^\s:]+(::[^\s:]+){2,}$/;

/**
 * Cloud Config lists resources with odd keys: without a region, with a blank ID, with a type of another form. What it
 * lists can be read by its key, so a key is refused before it is looked up only if the upstream takes no such request.
 * Slips are told if nothing is found: see {@link checkFormOfUnknown}.
 *
 * @throws UserError BAD_USER_INPUT if the type or the ID is empty.
 */
export const parseResourceKey = <K extends Omit<CloudResourceKeyInput, 'accountId'>>(
  key: K,
  field: readonly string[],
): K => {
  for (const name of ['resourceType', 'resourceId'] as const) requireCharacters(key[name], [...field, name]);
  return key;
};

/**
 * Tells a slip in a key of which nothing is found. A type of the right form that does not exist is not told here: that
 * costs a call.
 *
 * @throws UserError BAD_USER_INPUT if a part of the key is blank, an empty region excepted, or the type has another form.
 */
export const checkFormOfUnknown = (key: Omit<CloudResourceKeyInput, 'accountId'>, field: readonly string[]): void => {
  if (key.region !== '') requireText(key.region, [...field, 'region']);
  for (const name of ['resourceType', 'resourceId'] as const) requireText(key[name], [...field, name]);
  if (resourceType.test(key.resourceType)) return;
  throw badInput(
    [...field, 'resourceType'],
    {
      en: 'a resource type such as ACS::ECS::Instance (`supportedResourceTypes` lists them)',
      zh: '资源类型，例如 ACS::ECS::Instance（`supportedResourceTypes` 可列出全部）',
    },
    key.resourceType,
  );
};
