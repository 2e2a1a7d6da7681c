import { CloudResource } from '../../schema/cloud-config/CloudResource';
import type { CloudResourceConnection, CloudResourceFilter } from '../../schema/cloud-config/CloudResourceConnection';
import type { PageArgs } from '../../schema/relay/PageArgs';
import type { Context } from '../../src/context';
import type { ResourceListFilter } from '../../src/loaders/cloud-config';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import { connectNumbered } from '../paging';

/** One page of the recorded resources of an account. @throws UserError for arguments that do not fit. */
export const listResources = (
  accountId: string,
  page: PageArgs,
  filter: CloudResourceFilter | null | undefined,
  context: Context,
): Promise<CloudResourceConnection> => {
  const pushed = toListFilter(filter);
  return connectNumbered<ResourceProfileRecord, CloudResource>(
    {
      field: 'resources',
      page,
      args: [accountId, pushed],
      toNode: (record) => CloudResource.of(keyOf(accountId, record), record),
    },
    (upstreamPage) => context.loaders.cloudConfig.resourcesPage.load({ accountId, ...pushed, ...upstreamPage }),
  );
};

/** The upstream filters by everything that a client can ask for. */
export const toListFilter = (filter: CloudResourceFilter | null | undefined): ResourceListFilter => ({
  ResourceId: filter?.resourceId ?? undefined,
  ResourceDeleted: filter?.deleted === true ? 0 : 1,
  ResourceTypes: sorted(filter?.resourceTypes),
  Regions: sorted(filter?.regions),
});

/** The same set is the same request; an empty one asks for nothing in particular. */
const sorted = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values == null || values.length === 0 ? undefined : [...new Set(values)].sort();

const keyOf = (accountId: string, { Region = '', ResourceType = '', ResourceId }: ResourceProfileRecord) => ({
  accountId,
  region: Region,
  resourceType: ResourceType,
  resourceId: ResourceId,
});
