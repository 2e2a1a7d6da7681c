import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { requireText } from '../requireText';

/** @throws UserError BAD_USER_INPUT where a part of the key is empty. */
export const parseResourceKey = (key: CloudResourceKeyInput, field: readonly string[]): CloudResourceKeyInput => {
  for (const name of ['region', 'resourceType', 'resourceId'] as const) requireText(key[name], [...field, name]);
  return key;
};
