import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Costs, CostsKeys } from '../../schema/costs';
import { Node } from '../../schema/relay/Node';
import { parseGlobalId } from '../../schema/relay/globalId';
import type { Context } from '../../src/context';
import { badInput } from '../../src/errors/UserError';
import { references } from '../references';

/** The most IDs that `nodes` takes at once. */
const maxIds = 100;

/** Any type may come, so the dearest counts. */
const dearest = Object.values(references)
  .map(({ calls }) => calls)
  .reduce((most, calls) => (calls.length > most.length ? calls : most));

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this global ID; null where there is none.' })
  @Costs(...dearest)
  node(
    @Arg('id', () => ID, { description: 'An ID that an `id` field of this API returned.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return findNode(id, context);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'The objects with these global IDs, in their order: null for an ID without an object, and in place of the list for more than 100 IDs.',
  })
  @CostsKeys('ids', maxIds, ...dearest)
  nodes(
    @Arg('ids', () => [ID], { description: 'IDs that `id` fields of this API returned, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): (object | null)[] {
    if (ids.length > maxIds) {
      throw badInput(['ids'], { en: `at most ${maxIds} IDs`, zh: `最多 ${maxIds} 个 ID` }, ids.length);
    }
    // Promises as items: one that fails is null alone.
    return ids.map((id) => findNode(id, context));
  }
}

const findNode = async (id: string, context: Context): Promise<object | null> => {
  const { typeName, key } = parseGlobalId(id);
  const reference = Object.hasOwn(references, typeName) ? references[typeName] : undefined;
  if (reference?.keyFields.length !== key.length) {
    throw badInput(
      ['id'],
      { en: 'an ID that an `id` field of this API returned', zh: '本 API 的 `id` 字段返回的 ID' },
      id,
    );
  }
  return reference.find(key, context);
};
