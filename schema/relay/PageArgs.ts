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
      'A cursor: what is behind it is given. An empty one is read as null. It costs at most one more call of the list. In lists that the upstream pages by number, a record that is added or removed between two pages hides and repeats no other one: if the count has changed, one to three more calls find the place again. If more than four of the records before the cursor are removed, or if the count stays the same though records were added and removed, a record can be hidden. If the upstream refuses the token of a list, the list is read from its beginning.',
  })
  readonly after?: string | null;
}
