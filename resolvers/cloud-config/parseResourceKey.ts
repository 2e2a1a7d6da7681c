import type { CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import type { UserError } from '../../src/errors/UserError';
import { badInput } from '../../src/errors/UserError';
import { notBlank, requireCharacters } from '../requireText';

type ResourceKeyParts = Omit<CloudResourceKeyInput, 'accountId'>;

/** `ACS::ECS::Instance`: whose, which product's, and what. */
const resourceType = /^[^\s:]+(::[^\s:]+){2,}$/;

/**
 * Cloud Config lists resources with odd keys: without a region, with a blank ID, with a type of another form. What it
 * lists can be read by its key, so a key is refused before it is looked up only if the upstream takes no such request.
 * Slips are reported if nothing is found: see {@link slipIn}.
 *
 * @throws UserError BAD_USER_INPUT if the type or the ID is empty.
 */
export const parseResourceKey = <K extends ResourceKeyParts>(key: K, field: readonly string[]): K => {
  for (const name of ['resourceType', 'resourceId'] as const) requireCharacters(key[name], [...field, name]);
  return key;
};

/**
 * What is wrong with the form of a key, reported if nothing is found: a part that is blank, except an empty region, or
 * a type of another form than `ACS::ECS::Instance`. Undefined if nothing is wrong. A well-formed type that does not
 * exist passes: to detect it costs a call, which `checkResourceKey` makes for an empty timeline.
 */
export const slipIn = (key: ResourceKeyParts, field: readonly string[]): UserError | undefined => {
  const names = ['region', 'resourceType', 'resourceId'] as const;
  const blank = names.find((name) => key[name].trim() === '' && !(name === 'region' && key.region === ''));
  if (blank !== undefined) return notBlank([...field, blank], key[blank]);
  if (resourceType.test(key.resourceType)) return undefined;
  return badInput(
    [...field, 'resourceType'],
    {
      en: 'a resource type such as ACS::ECS::Instance (`supportedResourceTypes` lists them)',
      zh: '资源类型，例如 ACS::ECS::Instance（`supportedResourceTypes` 可列出全部）',
    },
    key.resourceType,
  );
};
