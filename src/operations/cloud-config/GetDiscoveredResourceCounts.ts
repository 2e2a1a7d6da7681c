import { defineOperation, perMinute } from '../operation';
import { accountId, count, flag, list, object, oneOf, optional, text } from '../shapes';
import { AccountNotExisted, MemberNotBelongToMaster, NoPermission, ServiceUnavailable } from './errors';
import { CloudConfig } from './product';

/** What resources can be counted by. */
export const resourceCountKeys = ['ResourceType', 'Region'] as const;

/** Counts the tracked resources of the account by type or by region. */
export const GetDiscoveredResourceCounts = defineOperation({
  product: CloudConfig,
  action: 'GetDiscoveredResourceCounts',
  summary: 'Counts tracked resources by type or by region.',
  methods: ['GET', 'POST'],
  kind: 'read',
  retry: 'safe',
  parameters: {
    /** Its default is not documented: always sent. */
    GroupByKey: optional(oneOf(resourceCountKeys, { in: 'query' })),
    MultiAccount: optional(flag({ in: 'query', default: false, retired: true })),
    MemberId: optional(accountId('number', { in: 'query', retired: true })),
  },
  response: {
    GroupedResourceCounts: object({
      GroupByKey: optional(oneOf(resourceCountKeys)),
      GroupedResourceCountList: optional(
        list(object({ GroupName: optional(text()), ResourceCount: optional(count()) })),
      ),
    }),
  },
  errors: { NoPermission, MemberNotBelongToMaster, AccountNotExisted, ServiceUnavailable },
  quota: perMinute(300),
  cache: { ttlMs: 60_000 },
  ram: { action: 'config:GetDiscoveredResourceCounts', resource: 'acs:config:{region}:{accountId}:*' },
  source: 'Cloud Config 2019-01-08, GetDiscoveredResourceCounts',
});
