import type { ResourceKey } from '../../changes/ResourceKey';
import { resourceKeyText } from '../../changes/ResourceKey';
import { complianceTimeline } from '../../changes/complianceTimeline';
import { configurationTimeline } from '../../changes/configurationTimeline';
import { UserError } from '../../errors/UserError';
import {
  GetAggregateDiscoveredResource,
  GetAggregateResourceComplianceTimeline,
  GetAggregateResourceConfigurationTimeline,
} from '../../operations';
import type { Operation } from '../../operations/operation';
import type { UpstreamTimelineRequest } from '../../pagination/readTimelinePage';
import { readTimelinePage } from '../../pagination/readTimelinePage';
import type { CallOptions, RpcClient } from '../../rpc/client';
import type { MemberAccess } from '../../settings';
import type { KnownLists } from '../KnownLists';
import { fanOut } from '../batch/fanOut';
import type { Loader } from '../batch/inBatches';
import { orNull } from '../orNull';
import { cloudConfig2019 } from './2019-01-08';
import { changesPageOf, evaluationsPageOf } from './2020-09-07';
import type { CloudConfigReads, OperationChoice } from './CloudConfigApi';
import type { AccountGroupLoaders } from './accountGroups';
import { findChange } from './findChange';
import type {
  CloudConfigLoaders,
  CompliancePageKey,
  Freshness,
  ResourceChangeKey,
  ResourceIdKey,
  TimelinePageKey,
  UpdatedPageKey,
} from './loaders';
import {
  changeKeyText,
  compliancePageKeyText,
  detailKeyText,
  emptyIfUnknown,
  isBare,
  placesOf,
  timelinePageKeyText,
  timelineRangeKeyText,
} from './loaders';
import { noteOrder } from './noteOrder';

interface Members {
  readonly cloudConfig: CloudConfigLoaders;
  readonly accountGroups: AccountGroupLoaders;
  readonly rpc: RpcClient;
  readonly callOptions: (accountId: string) => Promise<CallOptions>;
  readonly lists: Pick<KnownLists, 'learnTimelineOrder' | 'seen'>;
}

/**
 * How each read reaches another account if `MEMBER_ACCESS=account-group`: by an operation on the group, or still in the
 * member, by a role there. A new read needs a decision here.
 */
const groupReads: { readonly [Read in keyof CloudConfigReads]: Operation | 'in member' } = {
  recorder: 'in member',
  resourceDetail: GetAggregateDiscoveredResource,
  resourcesPage: 'in member',
  resourceCounts: 'in member',
  supportedResourceTypes: 'in member',
  timelinePage: GetAggregateResourceConfigurationTimeline,
  compliancePage: GetAggregateResourceComplianceTimeline,
};

/** The operation that is called through the group, by the one of the older version that reads the same in a member. */
export const groupOperations = (access: MemberAccess): ReadonlyMap<OperationChoice, Operation> =>
  new Map(
    access === 'account-group'
      ? Object.entries(cloudConfig2019.operations).flatMap(([read, older]) => {
          const inGroup = groupReads[read as keyof CloudConfigReads];
          return inGroup === 'in member' ? [] : [[older, inGroup]];
        })
      : [],
  );

type OfAccount = { readonly accountId: string } | { readonly resource: ResourceKey };

const accountIdOf = (key: OfAccount): string => ('resource' in key ? key.resource.accountId : key.accountId);

/**
 * The loaders of Cloud Config if `MEMBER_ACCESS=account-group`: known resources of other accounts are read through the
 * account group of the whole directory. The gateway's own account is always read by its own calls.
 *
 * One or two calls per request find the group. The rest costs as much as in the member.
 *
 * @see docs/adr/0008-member-or-account-group.md
 */
export const throughAccountGroup = ({
  cloudConfig,
  accountGroups,
  rpc,
  callOptions,
  lists,
}: Members): CloudConfigLoaders => {
  const isOwn = async (accountId: string): Promise<boolean> => (await callOptions(accountId)).accountId === undefined;

  /** A loader that reads other accounts through the group, and the gateway's own with the loader of single accounts. */
  const exceptOwn = <K extends OfAccount, V>(
    name: string,
    own: Pick<Loader<K, V>, 'load'>,
    readInGroup: (key: K) => Promise<V>,
    keyText: (key: K) => string,
  ): Loader<K, V> =>
    fanOut(
      `accountGroups.${name}`,
      async (key) => ((await isOwn(accountIdOf(key))) ? own.load(key) : readInGroup(key)),
      keyText,
    );

  /** The ID of the account group of the whole directory. */
  const groupIdFor = async (accountId: string): Promise<string> => {
    const group = await accountGroups.ofDirectory.load('current');
    if (group === null) throw noGroup(accountId);
    return group.AggregatorId;
  };

  const inGroup = async ({ accountId, region, resourceType, resourceId }: ResourceKey) => ({
    AggregatorId: await groupIdFor(accountId),
    ResourceAccountId: accountId,
    Region: region,
    ResourceType: resourceType,
    ResourceId: resourceId,
  });

  const resourceDetail = exceptOwn(
    'resourceDetail',
    cloudConfig.resourceDetail,
    async ({ fresh, ...key }: ResourceKey & Freshness) => {
      const call = rpc.call(GetAggregateDiscoveredResource, await inGroup(key), { fresh });
      const answer = await orNull(call, 'NoData');
      const detail = answer?.DiscoveredResourceDetail;
      if (detail === undefined || isBare(detail)) return null;
      lists.seen.note(resourceKeyText(key));
      return detail;
    },
    detailKeyText,
  );

  const readTimeline = async (resource: ResourceKey, options: Freshness = {}) => {
    const common = await inGroup(resource);
    return emptyIfUnknown(async ({ Limit, ...page }) => {
      const request = { ...common, ...page, MaxResults: Limit };
      return changesPageOf(await rpc.call(GetAggregateResourceConfigurationTimeline, request, options));
    });
  };

  const timelinePage = exceptOwn(
    'timelinePage',
    cloudConfig.timelinePage,
    async ({ resource, fresh, ...request }: TimelinePageKey) =>
      readTimelinePage(configurationTimeline, request, noteOrder(await readTimeline(resource, { fresh }), lists)),
    timelinePageKeyText,
  );

  const compliancePage = exceptOwn(
    'compliancePage',
    cloudConfig.compliancePage,
    async ({ resource, ...request }: CompliancePageKey) => {
      const common = await inGroup(resource);
      const readPage = async ({ Limit, ...page }: UpstreamTimelineRequest) => {
        const request = { ...common, ...page, MaxResults: Limit };
        return evaluationsPageOf(await rpc.call(GetAggregateResourceComplianceTimeline, request));
      };
      return readTimelinePage(complianceTimeline, request, emptyIfUnknown(readPage));
    },
    compliancePageKeyText,
  );

  const change = exceptOwn(
    'change',
    cloudConfig.change,
    async ({ resource, ...of }: ResourceChangeKey) => findChange(of, await readTimeline(resource)),
    changeKeyText,
  );

  const resourcesWithId = exceptOwn(
    'resourcesWithId',
    cloudConfig.resourcesWithId,
    async ({ accountId, resourceId }: ResourceIdKey) => {
      const { records } = await accountGroups.resourcesPage.load({
        accountGroupId: await groupIdFor(accountId),
        ResourceAccountId: accountId,
        ResourceId: resourceId,
        ResourceDeleted: 1,
        MaxResults: 100,
      });
      return placesOf(
        records.map(({ record }) => record),
        resourceId,
      );
    },
    JSON.stringify,
  );

  const updatedPage = exceptOwn(
    'updatedPage',
    cloudConfig.updatedPage,
    async ({ accountId, ...request }: UpdatedPageKey) => {
      const { records, ...page } = await accountGroups.resourcesPage.load({
        accountGroupId: await groupIdFor(accountId),
        ResourceAccountId: accountId,
        ...request,
      });
      return { ...page, records: records.map(({ record }) => record) };
    },
    JSON.stringify,
  );

  /** No role reads the older version in a member, and an account group has only the newer one. */
  const timelineCount = exceptOwn(
    'timelineCount',
    cloudConfig.timelineCount,
    () => Promise.resolve(undefined),
    timelineRangeKeyText,
  );

  const { configurationRecorder, organization, resourcesPage, resourceCounts, found, supportedResourceTypes } =
    cloudConfig;
  // Each by name: what is new has to be decided, in the member or through the group.
  return {
    configurationRecorder,
    organization,
    resourcesPage,
    resourceCounts,
    found,
    supportedResourceTypes,
    resourceDetail,
    hasSeen: cloudConfig.hasSeen,
    timelinePage,
    compliancePage,
    timelineCount,
    change,
    resourcesWithId,
    updatedPage,
  };
};

const noGroup = (accountId: string): UserError =>
  new UserError(
    'FORBIDDEN',
    {
      en: 'This deployment reads other accounts through the account group of the whole directory, but there is none. Create one of the type “resource directory” in Cloud Config, or let the gateway assume roles (MEMBER_ACCESS).',
      zh: '本部署通过覆盖整个资源目录的账号组读取其他账号，但不存在这样的账号组。请在配置审计中新建类型为“资源目录”的账号组，或允许网关扮演角色（MEMBER_ACCESS）。',
    },
    undefined,
    false,
    accountId,
  );
