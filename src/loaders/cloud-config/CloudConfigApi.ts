import type {
  ListDiscoveredResources,
  PutConfigurationRecorder,
  StartConfigurationRecorder,
  StartConfigurationRecorder2020,
  UpdateConfigurationRecorder,
} from '../../operations';
import type { ComplianceChangeRecord } from '../../operations/cloud-config/ComplianceChangeRecord';
import type { ConfigurationRecorderRecord } from '../../operations/cloud-config/ConfigurationRecorderRecord';
import type {
  ResourceDetailRecord,
  ResourceProfileRecord,
} from '../../operations/cloud-config/DiscoveredResourceRecord';
import type { resourceCountKeys } from '../../operations/cloud-config/GetDiscoveredResourceCounts';
import type { ConfigurationChangeRecord } from '../../operations/cloud-config/GetResourceConfigurationTimeline';
import type { Operation, RequestOf, ResponseOf } from '../../operations/operation';
import type { UpstreamNumberedPage, UpstreamPageNumber } from '../../pagination/readNumberedPage';
import type { UpstreamTimelinePage, UpstreamTimelineRequest } from '../../pagination/readTimelinePage';
import type { UpstreamTokenPage, UpstreamTokenRequest } from '../../pagination/readTokenPage';

/** Calls an operation in the account that is meant. */
export type CallInAccount = <O extends Operation>(
  operation: O,
  request: RequestOf<O>,
  /** Asks the upstream, even if an answer is cached. */
  options?: { readonly fresh?: boolean },
) => Promise<ResponseOf<O>>;

/** What identifies a resource of one account. */
export interface ResourceOfAccount {
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** What the lists of resources can filter by, in either version. */
export type ResourceListFilter = Pick<
  RequestOf<typeof ListDiscoveredResources>,
  'ResourceId' | 'ResourceDeleted' | 'ResourceTypes' | 'Regions'
>;

/** How a page of a list is requested: by number, or by token. */
export type UpstreamListRequest = UpstreamPageNumber | UpstreamTokenRequest;

/** How many resources there are of one type or region. */
export interface ResourceCountRecord {
  readonly GroupName?: string;
  readonly ResourceCount?: number;
}

/**
 * What the graph reads of Cloud Config, in either version. Records are those of the older version; what the newer one does
 * not return is absent from them.
 */
export interface CloudConfigReads {
  recorder(call: CallInAccount): Promise<ConfigurationRecorderRecord>;
  resourceDetail(call: CallInAccount, resource: ResourceOfAccount): Promise<ResourceDetailRecord>;
  resourcesPage(
    call: CallInAccount,
    filter: ResourceListFilter,
    page: UpstreamListRequest,
  ): Promise<UpstreamNumberedPage<ResourceProfileRecord> & UpstreamTokenPage<ResourceProfileRecord>>;
  resourceCounts(call: CallInAccount, by: (typeof resourceCountKeys)[number]): Promise<readonly ResourceCountRecord[]>;
  supportedResourceTypes(call: CallInAccount): Promise<readonly string[]>;
  timelinePage(
    call: CallInAccount,
    resource: ResourceOfAccount,
    page: UpstreamTimelineRequest,
  ): Promise<UpstreamTimelinePage<ConfigurationChangeRecord>>;
  compliancePage(
    call: CallInAccount,
    resource: ResourceOfAccount,
    page: UpstreamTimelineRequest,
  ): Promise<UpstreamTimelinePage<ComplianceChangeRecord>>;
}

/** An operation, or the choice of one by the arguments of the field that reads. */
export type OperationChoice = Operation | ((args: Readonly<Record<string, unknown>>) => Operation);

/** One version of Cloud Config, as the graph needs it. */
export interface CloudConfigApi extends CloudConfigReads {
  /**
   * The operation behind each read. Costs name those of the older version: the same name leads to the one that
   * is called.
   */
  readonly operations: Readonly<Record<Exclude<keyof CloudConfigReads, 'resourceCounts'>, Operation>> & {
    readonly resourceCounts: OperationChoice;
  };

  /** How {@link CloudConfigReads.resourcesPage} is requested. */
  readonly resourcesArePagedBy: 'number' | 'token';

  /** The older version, for what this one does not answer; absent if this is the older version. */
  readonly older?: CloudConfigApi;

  /** Writes are made by the mutation. Starting is without the enterprise edition here. */
  readonly startRecorder: typeof StartConfigurationRecorder | typeof StartConfigurationRecorder2020;
  readonly updateRecorder: typeof PutConfigurationRecorder | typeof UpdateConfigurationRecorder;
  /** Whether it has StopConfigurationRecorder. */
  readonly canStopRecorder: boolean;
}

/** For the parameters of an operation that names one resource. */
export const namedResource = ({ region, resourceType, resourceId }: ResourceOfAccount) => ({
  ResourceId: resourceId,
  ResourceType: resourceType,
  Region: region,
});
