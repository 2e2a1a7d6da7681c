import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Costs } from '../../schema/costs';
import { rawTextOf } from '../../schema/enumValue';
import { AccountFactoryBaseline } from '../../schema/governance/AccountFactoryBaseline';
import { AccountFactoryBaselineConnection } from '../../schema/governance/AccountFactoryBaselineConnection';
import {
  AccountFactoryBaselineItem,
  AccountFactoryBaselineItemConnection,
} from '../../schema/governance/AccountFactoryBaselineItem';
import { BaselineItem } from '../../schema/governance/BaselineItem';
import { BaselineType, parseBaselineType } from '../../schema/governance/BaselineType';
import { PageArgs } from '../../schema/relay/PageArgs';
import { DateTime } from '../../schema/scalars';
import { presentDate, presentText } from '../../schema/scalars/present';
import type { Context } from '../../src/context';
import {
  GetAccountFactoryBaseline,
  ListAccountFactoryBaselineItems,
  ListAccountFactoryBaselines,
} from '../../src/operations';
import type { BaselineSummaryRecord } from '../../src/operations/governance/BaselineRecord';
import type { BaselineItemOfferRecord } from '../../src/operations/governance/ListAccountFactoryBaselineItems';
import { connectTokens } from '../paging';
import { requireText } from '../requireText';

@Resolver(() => AccountFactoryBaseline)
export class AccountFactoryBaselineResolver {
  @Query(() => AccountFactoryBaselineConnection, {
    nullable: true,
    description: 'The baselines of the account factory. Null if they cannot be read.',
  })
  @Costs({ page: { list: ListAccountFactoryBaselines } })
  accountFactoryBaselines(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { cursors, loaders }: Context,
  ): Promise<AccountFactoryBaselineConnection> {
    return connectTokens<BaselineSummaryRecord, AccountFactoryBaseline>(
      {
        operation: ListAccountFactoryBaselines,
        field: 'accountFactoryBaselines',
        page,
        cursors,
        args: null,
        keyOf: ({ BaselineId }) => BaselineId,
        toNode: (record) => AccountFactoryBaseline.of(record.BaselineId, record),
      },
      (upstreamPage) => loaders.governance.baselinesPage.load(upstreamPage),
    );
  }

  @Query(() => AccountFactoryBaseline, {
    nullable: true,
    description: 'The baseline with this ID. Null if there is none.',
  })
  @Costs({
    loads: [{ operation: GetAccountFactoryBaseline, per: 'object', orList: ListAccountFactoryBaselines }],
    object: 'arguments',
  })
  accountFactoryBaseline(
    @Arg('baselineId', () => ID, { description: 'The baseline ID, `afb-…`.' }) baselineId: string,
    @Ctx() context: Context,
  ): Promise<AccountFactoryBaseline | null> {
    return findBaseline(context, requireText(baselineId, ['baselineId']));
  }

  @Query(() => AccountFactoryBaselineItemConnection, {
    nullable: true,
    description: 'The baseline items that the account factory offers. Null if they cannot be read.',
  })
  @Costs({ page: { list: ListAccountFactoryBaselineItems } })
  accountFactoryBaselineItems(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { cursors, loaders }: Context,
  ): Promise<AccountFactoryBaselineItemConnection> {
    return connectTokens<BaselineItemOfferRecord, AccountFactoryBaselineItem>(
      {
        operation: ListAccountFactoryBaselineItems,
        field: 'accountFactoryBaselineItems',
        page,
        cursors,
        args: null,
        keyOf: ({ Name, Type, Version }) => JSON.stringify([Type, Name, Version]),
        toNode: (record) => AccountFactoryBaselineItem.fromRecord(record),
      },
      (upstreamPage) => loaders.governance.baselineItemsPage.load(upstreamPage),
    );
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The baseline’s name. Null if the upstream does not return it.',
  })
  async name(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(baseline, context))?.BaselineName);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The description of the baseline. Null if it has none.',
  })
  async description(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(baseline, context))?.Description);
  }

  @FieldResolver(() => BaselineType, {
    nullable: true,
    description: 'Who created the baseline. Null if the upstream does not return it.',
  })
  async type(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<BaselineType | null> {
    const raw = (await recordOf(baseline, context))?.Type;
    return raw === undefined ? null : parseBaselineType(raw);
  }

  @FieldResolver(() => String, { nullable: true, description: rawTextOf('type') })
  async rawType(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<string | null> {
    return (await recordOf(baseline, context))?.Type ?? null;
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the baseline was created. Null if the upstream does not return it.',
  })
  async createdAt(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(baseline, context))?.CreateTime);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the baseline last changed. Null if the upstream does not return it.',
  })
  async updatedAt(@Root() baseline: AccountFactoryBaseline, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(baseline, context))?.UpdateTime);
  }

  @FieldResolver(() => [BaselineItem], {
    nullable: true,
    description: 'The items of the baseline. Null if the upstream does not return them.',
  })
  @Costs({ loads: [{ operation: GetAccountFactoryBaseline, per: 'parent' }] })
  async items(
    @Root() { baselineId }: AccountFactoryBaseline,
    @Ctx() { loaders }: Context,
  ): Promise<BaselineItem[] | null> {
    const items = (await loaders.governance.baselineDetail.load(baselineId))?.BaselineItems;
    return items?.map((item) => BaselineItem.fromRecord(item)) ?? null;
  }
}

/** The baseline with this id; null if there is none. */
export const findBaseline = async (
  { loaders }: Context,
  baselineId: string,
): Promise<AccountFactoryBaseline | null> => {
  const record = await loaders.governance.baseline.load(baselineId);
  return record && AccountFactoryBaseline.of(baselineId, record);
};

/** The record that a list returned with the baseline, or else the one of the detail call. */
const recordOf = (
  { baselineId, record }: AccountFactoryBaseline,
  { loaders }: Context,
): BaselineSummaryRecord | Promise<BaselineSummaryRecord | null> =>
  record ?? loaders.governance.baseline.load(baselineId);
