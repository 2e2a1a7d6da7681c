import type { Context } from '../../src/context';
import type { FeedSource } from '../../src/feed/UpdateIndex';
import type { UpdatedResource } from '../../src/feed/UpdatedResource';
import { keyOf } from '../../src/loaders/cloud-config/loaders';
import { ListAggregateDiscoveredResources, ListDiscoveredResources2020 } from '../../src/operations';
import type { ResourceProfileRecord } from '../../src/operations/cloud-config/DiscoveredResourceRecord';

/** What the upstream’s lists filter by besides time. */
export interface PushedScope {
  readonly Regions?: readonly string[];
  readonly ResourceTypes?: readonly string[];
}

/** The resources of an account that were updated, existing and deleted ones apart. */
export const accountSource = (accountId: string, pushed: PushedScope, { loaders }: Context): FeedSource => ({
  subject: { source: 'ACCOUNT', accountId },
  operation: ListDiscoveredResources2020,
  read: async ({ start, end }, isDeleted, page) => {
    const { records, ...rest } = await loaders.cloudConfig.updatedPage.load({
      accountId,
      ...pushed,
      ...timesOf(start, end, isDeleted),
      ...page,
    });
    return { ...rest, records: records.map((record) => toUpdated(accountId, record)) };
  },
});

/** The same of all members of an account group. */
export const groupSource = (accountGroupId: string, pushed: PushedScope, { loaders }: Context): FeedSource => ({
  subject: { source: 'ACCOUNT_GROUP', accountGroupId },
  operation: ListAggregateDiscoveredResources,
  read: async ({ start, end }, isDeleted, page) => {
    const { records, ...rest } = await loaders.accountGroups.resourcesPage.load({
      accountGroupId,
      ...pushed,
      ...timesOf(start, end, isDeleted),
      ...page,
    });
    return { ...rest, records: records.map(({ ownerAccountId, record }) => toUpdated(ownerAccountId, record)) };
  },
});

const timesOf = (start: number, end: number, isDeleted: boolean) => ({
  StartUpdateTimestamp: Math.max(0, start),
  EndUpdateTimestamp: Math.max(0, end),
  // The reverse of what the name suggests.
  ResourceDeleted: isDeleted ? 0 : 1,
});

const toUpdated = (
  accountId: string,
  record: ResourceProfileRecord & { readonly UpdateTime?: number },
): UpdatedResource => ({ resource: keyOf(accountId, record), updatedAt: record.UpdateTime });
