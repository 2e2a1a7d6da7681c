import type { CloudResourceConnection, ResourcesArgs } from '../../schema/cloud-config/CloudResourceConnection';
import type { FilterCosts, Load, MemberLoad } from '../../schema/costs';
import type { Context } from '../../src/context';
import { RpcError } from '../../src/errors/RpcError';
import { badInput } from '../../src/errors/UserError';
import { GetDiscoveredResourceCounts, GetSupportedResourceTypes } from '../../src/operations';
import type { resourceCountKeys } from '../../src/operations/cloud-config/GetDiscoveredResourceCounts';
import { mayBeRegion, publishedRegions } from '../../src/operations/cloud-config/regions';
import { nearestOf } from '../nearest';
import { checkTypesOfNothing, writtenTypes } from './checkResourceTypes';

/** The types, or the regions, of the resources that there are. */
export type LoadFound = (by: (typeof resourceCountKeys)[number]) => Promise<readonly string[]>;

/** One count by types, and with a region that is not known without a call, another one by regions. */
const countsOf = (per: Load['per']): { readonly ofTypes: Load; readonly ofRegions: MemberLoad } => {
  const count = { operation: GetDiscoveredResourceCounts, per };
  return { ofTypes: count, ofRegions: { ...count, calls: 2, except: (region) => mayBeRegion(String(region)) } };
};

/** What the filter of a list of resources adds to its cost: what is called if nothing matches. */
export const resourcesFilterCosts = (...counted: readonly Load['per'][]): FilterCosts => {
  const counts = counted.map(countsOf);
  return {
    checksOf: 'resourceTypes',
    checks: [
      { operation: GetSupportedResourceTypes, per: 'document', calls: 2 },
      ...counts.map(({ ofTypes }) => ofTypes),
    ],
    members: { regions: counts.map(({ ofRegions }) => ofRegions) },
  };
};

/**
 * Holds the types and the regions of a filter that finds nothing against those that there are. A check that fails proves
 * nothing: then the empty list stands as it is.
 *
 * @throws UserError BAD_USER_INPUT for one that does not exist.
 */
export const checkEmptyList = async (
  { edges, pageInfo }: CloudResourceConnection,
  { filter, after }: ResourcesArgs,
  context: Context,
  loadFound: LoadFound,
): Promise<void> => {
  const isWhole = after == null && !pageInfo.hasNextPage;
  if (!isWhole || edges.length > 0) return;
  const types = writtenTypes(filter?.resourceTypes ?? [], ['filter', 'resourceTypes']);
  try {
    await checkTypesOfNothing(types, context, () => loadFound('ResourceType'));
    await checkRegions(filter?.regions ?? [], ['filter', 'regions'], () => loadFound('Region'));
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
  }
};

/** No operation lists the regions: one that is not published, and in which there is nothing, is taken for a slip. */
const checkRegions = async (
  regions: readonly string[],
  field: readonly string[],
  loadFound: () => Promise<readonly string[]>,
): Promise<void> => {
  if (regions.every(mayBeRegion)) return;
  const found = await loadFound();
  const index = regions.findIndex((region) => !mayBeRegion(region) && !found.includes(region));
  const slip = regions[index];
  if (slip === undefined) return;
  const nearest = nearestOf(slip, new Set([...publishedRegions, ...found.filter((region) => region !== '')]));
  throw badInput(
    [...field, String(index)],
    {
      en: `a region of Alibaba Cloud, or one that has resources (the nearest are ${nearest})`,
      zh: `阿里云地域，或已有资源所在的地域（最接近的有 ${nearest}）`,
    },
    slip,
  );
};
