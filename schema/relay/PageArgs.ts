import { ArgsType, Field, Int } from 'type-graphql';
import { defaultPageSize } from '../../src/pagination/pageSize';

/** What every connection field takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultPageSize,
    description: 'How many to give at most, 1 to 100.',
  })
  readonly first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A cursor: what is behind it is given. An empty one is read as null. It costs at most one more call of the list.',
  })
  readonly after?: string | null;
}
