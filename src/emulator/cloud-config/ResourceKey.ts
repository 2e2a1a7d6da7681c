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
