import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { KeysCosts, NamedObject } from '../../schema/costs';
import { Costs, countCalls } from '../../schema/costs';
import { Node } from '../../schema/relay/Node';
import type { GlobalId } from '../../schema/relay/globalId';
import { readGlobalId } from '../../schema/relay/globalId';
import type { Context } from '../../src/context';
import { badInput } from '../../src/errors/UserError';
import type { Reference } from '../references';
import { findByKey, namedObject, nodes, parseKey } from '../references';

/** The most IDs that `nodes` takes at once. */
const maxIds = 100;

const readId = (id: unknown): NamedObject | undefined => {
  const parsed = typeof id === 'string' ? readGlobalId(id) : undefined;
  return parsed && namedObject(parsed.typeName, parsed.key);
};

const keysIn = (argument: string): KeysCosts => ({
  argument,
  read: readId,
  most: Object.values(nodes)
    .map(({ loads }) => loads)
    .reduce((most, loads) => (countCalls(loads) > countCalls(most) ? loads : most)),
});

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this global ID. Null if there is none.' })
  @Costs({ keys: keysIn('id') })
  node(
    @Arg('id', () => ID, { description: 'An ID that an `id` field of this API returned.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return findNode(id, context, ['id']);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'The objects with these global IDs, in the same order. An ID without an object is null. The whole list is null for more than 100 IDs.',
  })
  @Costs({ keys: keysIn('ids'), size: maxIds })
  nodes(
    @Arg('ids', () => [ID], { description: 'IDs that `id` fields of this API returned, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): (object | null)[] {
    if (ids.length > maxIds) {
      throw badInput(['ids'], { en: `at most ${maxIds} IDs`, zh: `最多 ${maxIds} 个 ID` }, ids.length);
    }
    // Promises as items: one that fails is null alone.
    return ids.map((id, index) => findNode(id, context, ['ids', String(index)]));
  }
}

const findNode = async (id: string, context: Context, field: readonly string[]): Promise<object | null> => {
  const named = readGlobalId(id);
  const reference = named && referenceOf(named);
  if (named === undefined || reference === undefined) {
    throw badInput(
      field,
      { en: 'an ID that an `id` field of this API returned', zh: '本 API 的 `id` 字段返回的 ID' },
      id,
    );
  }
  const fieldOf = () => field;
  return findByKey(reference, parseKey(reference, named.key, fieldOf), fieldOf, context);
};

/** How the object that an ID names is found; undefined if no type has such a key. */
const referenceOf = ({ typeName, key }: GlobalId): Reference | undefined => {
  const reference = Object.hasOwn(nodes, typeName) ? nodes[typeName] : undefined;
  return reference?.keyFields.length === key.length ? reference : undefined;
};
