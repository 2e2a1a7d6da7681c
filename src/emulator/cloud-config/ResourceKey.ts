/** What Cloud Config finds a resource by. */
export interface ResourceKey {
  readonly accountId: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** A resource key as one text: no part of it can contain a slash but the last. */
export const toResourceKeyText = ({ accountId, region, resourceType, resourceId }: ResourceKey): string =>
  [accountId, region, resourceType, resourceId].join('/');

/** How requests name a resource. */
export interface NamedResource {
  readonly Region: string;
  readonly ResourceType: string;
  readonly ResourceId: string;
}

/** The key of the resource that a request names, in an account. */
export const keyOf = ({ Region, ResourceType, ResourceId }: NamedResource, accountId: string): ResourceKey => ({
  accountId,
  region: Region,
  resourceType: ResourceType,
  resourceId: ResourceId,
});
