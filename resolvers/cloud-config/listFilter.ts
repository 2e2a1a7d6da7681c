import type { CloudResourceFilter } from '../../schema/cloud-config/CloudResourceConnection';
import { badInput } from '../../src/errors/UserError';
import type { ResourceListFilter } from '../../src/loaders/cloud-config/CloudConfigApi';
import { textIfGiven } from '../requireText';

/** What the upstream filters by: everything that a client can ask for. @throws UserError for what is invalid. */
export const toListFilter = (filter: CloudResourceFilter | null | undefined): ResourceListFilter => ({
  ResourceId: textIfGiven(filter?.resourceId, ['filter', 'resourceId']),
  ResourceDeleted: filter?.deleted === true ? 0 : 1,
  ...toPlaces(filter ?? {}, ['filter']),
});

/**
 * The types and regions among those.
 *
 * @param path of the input that has them, for messages.
 */
export const toPlaces = (
  { resourceTypes, regions }: Pick<CloudResourceFilter, 'resourceTypes' | 'regions'>,
  path: readonly string[],
): Pick<ResourceListFilter, 'ResourceTypes' | 'Regions'> => ({
  ResourceTypes: toSet(resourceTypes, [...path, 'resourceTypes']),
  Regions: toSet(regions, [...path, 'regions']),
});

/** The same set is the same request; an empty one asks for nothing in particular. */
const toSet = (
  values: readonly string[] | null | undefined,
  field: readonly string[],
): readonly string[] | undefined =>
  values == null || values.length === 0
    ? undefined
    : [...new Set(values.map((value, index) => requireItem(value, [...field, String(index)])))].sort();

/** The upstream takes a list as one text, parted by commas. */
const requireItem = (text: string, field: readonly string[]): string => {
  if (text.trim() !== '' && !text.includes(',')) return text;
  throw badInput(field, { en: 'a non-empty string without commas', zh: '不含英文逗号的非空字符串' }, text);
};
