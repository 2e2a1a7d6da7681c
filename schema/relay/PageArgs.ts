import { ArgsType, Field, Int } from 'type-graphql';
import { defaultPageSize } from '../../src/pagination/pageSize';

/** What every connection field takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultPageSize,
    description: 'Maximum number of items to return, 1 to 100.',
  })
  readonly first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Returns the items after this cursor. An empty text counts as null. It costs at most one more call of the list. In lists that the upstream pages by number, adding or removing a record between two pages neither hides nor repeats another one. If the count has changed, one to three more calls find the position again. A record can be missed if more than four records before the cursor are removed. It can also be missed if the count stays the same although records were added and removed. If the upstream rejects the token of a list, the gateway reads the list from its beginning.',
  })
  readonly after?: string | null;
}
