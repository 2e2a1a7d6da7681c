import { Field, ID, InterfaceType } from 'type-graphql';

/** What has a global id. */
@InterfaceType({ description: 'An object with a global ID, which `node` accepts.' })
export abstract class Node {
  @Field(() => ID, {
    description:
      'The global ID of this object: opaque and stable, for client caches and `node`. It is not an Alibaba Cloud identifier.',
  })
  readonly id!: string;
}
