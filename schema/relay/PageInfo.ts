import { Directive, Field, ObjectType } from 'type-graphql';

/** Where a page of a connection stands. */
@ObjectType({ simpleResolvers: true, description: 'Where a page of a connection stands.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind this page.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, {
    description: 'Whether this page was asked for with `after`: connections here go forward only.',
  })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge; null on an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What to pass as `after` for the next page. Null where there is nothing behind an empty page.',
  })
  readonly endCursor!: string | null;
}
