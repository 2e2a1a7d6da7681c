import { Directive, Field, ObjectType } from 'type-graphql';

/** Where a page of a connection stands. */
@ObjectType({ simpleResolvers: true, description: 'Pagination details of a connection.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this page was requested with `after`. Connections only page forward.',
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge. Null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor to pass as `after` for the next page. Null if nothing follows an empty page.',
  })
  readonly endCursor!: string | null;
}
