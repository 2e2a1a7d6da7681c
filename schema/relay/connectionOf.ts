import type { ClassType } from 'type-graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ConnectionOf } from '../../src/pagination/toConnection';
import { PageInfo } from './PageInfo';

/** How a connection type speaks of what it holds. */
export interface ConnectionWords {
  /** `Account` for AccountConnection and AccountEdge. */
  readonly name: string;
  /** What it holds, as in "a page of …". */
  readonly items: string;
  /** When `totalCount` is null; omitted if the upstream never counts, and the field with it. */
  readonly totalCountIsNull?: string;
}

/** The Relay connection type of an object type, and its edge type. Call it once for each, beside the node's class. */
export const connectionOf = <N extends object>(
  nodeClass: ClassType<N>,
  words: ConnectionWords,
): ClassType<ConnectionOf<N>> => {
  const { name, items, totalCountIsNull } = words;

  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a page of ${items}, with its cursor.` })
  class Edge {
    @Field(() => String, {
      description: 'An opaque cursor for this item. Pass it as `after` to continue. It does not expire.',
    })
    readonly cursor!: string;

    @Field(() => nodeClass, { description: 'The item itself.' })
    readonly node!: N;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${items}.` })
  class Connection implements ConnectionOf<N> {
    @Field(() => [Edge], { description: 'The items of this page with their cursors.' })
    readonly edges!: readonly Edge[];

    @Field(() => [nodeClass], { description: 'The items of this page.' })
    readonly nodes!: readonly N[];

    @Field(() => PageInfo, {
      description:
        'Pagination details. `hasNextPage` is never false if more items follow. It can be true although none follows: with a filter, or after ten upstream pages without an item. The same can happen if the list ends with a full page, or if the upstream counts more items than it lists.',
    })
    readonly pageInfo!: PageInfo;

    readonly totalCount!: number | null;
  }

  if (totalCountIsNull !== undefined) {
    const description = `The total number of items. Null ${totalCountIsNull}.`;
    Field(() => Int, { nullable: true, description })(Connection.prototype, 'totalCount');
  }
  return Connection;
};
