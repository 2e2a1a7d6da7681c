import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { CostsKey, CostsKeys } from '../../schema/costs';
import { Node } from '../../schema/relay/Node';
import type { GlobalId } from '../../schema/relay/globalId';
import { readGlobalId } from '../../schema/relay/globalId';
import type { Context } from '../../src/context';
import { badInput } from '../../src/errors/UserError';
import type { Operation } from '../../src/operations/operation';
import type { Reference } from '../references';
import { parseKey, references } from '../references';

/** The most IDs that `nodes` takes at once. */
const maxIds = 100;

/** A router cannot read IDs: any type may come, so the dearest counts. */
const dearest = Object.values(references)
  .map(({ calls }) => calls)
  .reduce((most, calls) => (calls.length > most.length ? calls : most));

/** What finding the object with this ID calls; nothing for what is no ID. */
const callsOfId = (id: unknown): readonly Operation[] => {
  const parsed = typeof id === 'string' ? readGlobalId(id) : undefined;
  return parsed === undefined ? [] : (referenceOf(parsed)?.calls ?? []);
};

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: 'The object with this global ID; null where there is none.' })
  @CostsKey('id', callsOfId, dearest)
  node(
    @Arg('id', () => ID, { description: 'An ID that an `id` field of this API returned.' }) id: string,
    @Ctx() context: Context,
  ): Promise<object | null> {
    return findNode(id, context, ['id']);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'The objects with these global IDs, in their order: null for an ID without an object, and in place of the list for more than 100 IDs.',
  })
  @CostsKeys('ids', maxIds, callsOfId, dearest)
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
  return reference.find(
    parseKey(reference, named.key, () => field),
    context,
  );
};

/** How the object that an ID names is found; undefined where no type has such a key. */
const referenceOf = ({ typeName, key }: GlobalId): Reference | undefined => {
  const reference = Object.hasOwn(references, typeName) ? references[typeName] : undefined;
  return reference?.keyFields.length === key.length ? reference : undefined;
};
