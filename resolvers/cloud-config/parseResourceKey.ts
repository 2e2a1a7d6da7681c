import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { badInput } from '../../src/errors/UserError';

/** @throws UserError BAD_USER_INPUT where a part of the key is empty. */
export const parseResourceKey = (key: CloudResourceKeyInput, field: readonly string[]): CloudResourceKeyInput => {
  for (const name of ['region', 'resourceType', 'resourceId'] as const) {
    if (key[name].trim() === '') {
      throw badInput([...field, name], { en: 'a text that is not empty', zh: '非空文本' }, key[name]);
    }
  }
  return key;
};
