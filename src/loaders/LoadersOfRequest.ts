import type { Loaders } from '.';

/**
 * The loaders of one request, new ones after each write.
 *
 * `loaders` is an accessor of the prototype, and what it reads is one object: Apollo Server copies the own properties of a
 * context, and a copy would keep the loaders of before.
 */
export class LoadersOfRequest {
  private readonly held: { loaders: Loaders };

  /** @param known what the process knows of lists. */
  constructor(
    private readonly create: () => Loaders,
    private readonly known: { clear(): void },
  ) {
    this.held = { loaders: create() };
  }

  get loaders(): Loaders {
    return this.held.loaders;
  }

  /** Forgets all that was loaded, and how long lists were: a write was sent. */
  forget(): void {
    this.known.clear();
    this.held.loaders = this.create();
  }
}
