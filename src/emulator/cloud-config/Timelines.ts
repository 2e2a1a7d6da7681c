import type { ResourceDefinition } from '../world/WorldDefinition';
import type { GeneratedResources } from '../world/population/Population';
import type { History } from './History';
import { Timeline } from './Timeline';

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

/** The resources of one world with their histories. */
export class Timelines {
  private readonly byKey: ReadonlyMap<string, Timeline>;

  constructor(
    resources: readonly ResourceDefinition[],
    private readonly generated?: GeneratedResources,
  ) {
    this.byKey = new Map(
      resources.map(({ changes, ...resource }) => [toResourceKeyText(resource), new Timeline(resource, changes)]),
    );
  }

  get(key: ResourceKey): History | undefined {
    return this.byKey.get(toResourceKeyText(key)) ?? this.generated?.get(key);
  }

  /** The histories of the resources of an account, in the order of the world. */
  *of(accountId: string): Generator<History> {
    for (const timeline of this.byKey.values()) {
      if (timeline.resource.accountId === accountId) yield timeline;
    }
    yield* this.generated?.of(accountId) ?? [];
  }

  /** Has the first scan of an account, at a time, find what the account has. */
  discover(accountId: string, at: number): void {
    for (const timeline of this.byKey.values()) {
      if (timeline.resource.accountId === accountId) timeline.discover(at);
    }
  }

  /** Those of the definition; generated ones are never held, all together. */
  all(): readonly Timeline[] {
    return [...this.byKey.values()];
  }
}
