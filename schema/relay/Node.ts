import { Field, ID, InterfaceType } from 'type-graphql';
import type { GlobalKey } from './globalId';
import { toGlobalId } from './globalId';

/** What has a global id. */
@InterfaceType({ description: 'An object with a global ID, which `node` accepts.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The global ID of this object: opaque and stable, for client caches and `node`. It is not an Alibaba Cloud identifier.',
  })
  get id(): string {
    return toGlobalId(...this.globalKey());
  }

  /** What the ID is built of when it is selected. */
  protected abstract globalKey(): GlobalKey;
}
