import { Field, ID, InterfaceType } from 'type-graphql';

/** What has a global id. */
@InterfaceType({ description: 'An object with a global ID, by which `node` finds it again.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The global ID of this object: opaque, stable, for client caches and `node`. It is no Alibaba Cloud identifier.',
  })
  readonly id!: string;
}
