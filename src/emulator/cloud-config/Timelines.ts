import type { ResourceDefinition } from '../world/WorldDefinition';
import type { GeneratedResources, ResourceOutlines } from '../world/population/Population';
import type { History } from './History';
import type { ResourceKey } from './ResourceKey';
import { toResourceKeyText } from './ResourceKey';
import { Timeline } from './Timeline';

/** The resources of one world with their histories. */
export class Timelines {
  private readonly byKey: ReadonlyMap<string, Timeline>;
  private readonly byAccount = new Map<string, Timeline[]>();

  constructor(
    resources: readonly ResourceDefinition[],
    private readonly generated?: GeneratedResources,
  ) {
    this.byKey = new Map(
      resources.map(({ changes, ...resource }) => [toResourceKeyText(resource), new Timeline(resource, changes)]),
    );
    for (const timeline of this.byKey.values()) {
      const { accountId } = timeline.resource;
      const own = this.byAccount.get(accountId);
      if (own) own.push(timeline);
      else this.byAccount.set(accountId, [timeline]);
    }
  }

  get(key: ResourceKey): History | undefined {
    return this.byKey.get(toResourceKeyText(key)) ?? this.generated?.get(key);
  }

  /** One of the definition, which can be added to. */
  own(key: ResourceKey): Timeline | undefined {
    return this.byKey.get(toResourceKeyText(key));
  }

  /** The histories of the resources of an account, in the order of the world. */
  *of(accountId: string): Generator<History> {
    yield* this.held(accountId);
    yield* this.generated?.of(accountId) ?? [];
  }

  /** Those of an account that have an id; it may stand for several, of other types or regions. */
  *named(accountId: string, resourceId: string): Generator<History> {
    yield* this.held(accountId).filter(({ resource }) => resource.resourceId === resourceId);
    const generated = this.generated?.find(accountId, resourceId);
    if (generated) yield generated;
  }

  /** The generated resources that an account has, or had, without their histories. */
  outlines(accountId: string, deleted: boolean): ResourceOutlines | undefined {
    return this.generated?.outlines(accountId, deleted);
  }

  /** Has the first scan of an account, at a time, find what the account has. */
  discover(accountId: string, at: number): void {
    for (const timeline of this.held(accountId)) timeline.discover(at);
  }

  /** Those of the definition that an account has. */
  held(accountId: string): readonly Timeline[] {
    return this.byAccount.get(accountId) ?? [];
  }

  /** Those of the definition; generated ones are never held, all together. */
  all(): readonly Timeline[] {
    return [...this.byKey.values()];
  }
}
