import type { KnownLists } from './KnownLists';
import type { Loaders } from '.';

/**
 * The loaders of one request, new ones after each write.
 *
 * `loaders` is an accessor of the prototype, and what it reads is one object: Apollo Server copies the own properties of a
 * context, and a copy would keep the loaders of before.
 */
export class LoadersOfRequest {
  private readonly held: { loaders: Loaders };

  /** @param lists of the whole process. */
  constructor(
    private readonly create: () => Loaders,
    private readonly lists: KnownLists,
  ) {
    this.held = { loaders: create() };
  }

  get loaders(): Loaders {
    return this.held.loaders;
  }

  /** Forgets all that was loaded, and how long lists were: a write was sent. */
  forget(): void {
    this.lists.clear();
    this.held.loaders = this.create();
  }
}
