/** What identifies a resource everywhere. */
export interface ResourceKey {
  readonly accountId: string;
  readonly region: string;
  readonly resourceType: string;
  readonly resourceId: string;
}

/** What makes two keys the same resource. */
export const resourceKeyText = ({ accountId, region, resourceType, resourceId }: ResourceKey): string =>
  JSON.stringify([accountId, region, resourceType, resourceId]);
