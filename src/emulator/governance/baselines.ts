import { ListAccountFactoryBaselineItems, ListAccountFactoryBaselines } from '../../operations';
import type { Handlers } from '../handler';
import { BusinessError } from '../handler';
import type { Baseline } from './LandingZone';
import { knownBaselineItems } from './baselineItems';
import { assertGoverns, assertVerified, toIsoSeconds } from './governed';
import { tokenPageOf } from './tokenPage';

type BaselineHandlers = Pick<
  Handlers,
  'ListAccountFactoryBaselines' | 'GetAccountFactoryBaseline' | 'ListAccountFactoryBaselineItems'
>;

/** The kind and the version of every item on offer. */
const itemType = 'AccountFactory';
const itemVersion = '1.0';

/** The operations of Cloud Governance Center that read baselines and what they are made of. */
export const baselineHandlers: BaselineHandlers = {
  ListAccountFactoryBaselines(request, context) {
    assertVerified(context);
    assertGoverns(context);
    const zone = context.world.accountFactory.zoneOf(context.caller.accountId);
    const { items, nextToken } = tokenPageOf(ListAccountFactoryBaselines, zone?.all() ?? [], request, context);
    return { Baselines: items.map(toSummary), NextToken: nextToken };
  },

  GetAccountFactoryBaseline({ BaselineId }, context) {
    assertVerified(context);
    assertGoverns(context);
    const zone = context.world.accountFactory.zoneOf(context.caller.accountId);
    const isLeftOut = BaselineId === undefined;
    if (isLeftOut && context.readings.baselineLeftOut === 'InvalidParameter') throw invalidBaselineId();
    const baselineId = BaselineId ?? zone?.defaultBaselineId ?? '';
    const baseline = zone?.find(baselineId);
    if (!baseline) throw isBaselineId(baselineId) ? new BusinessError('InvalidBaseline.NotFound') : invalidBaselineId();
    return {
      ...toSummary(baseline),
      BaselineItems: baseline.items.map(({ name, version, config }) => ({
        Name: name,
        Version: version,
        Config: config,
      })),
    };
  },

  ListAccountFactoryBaselineItems(request, context) {
    assertVerified(context);
    const { Names: names, Versions: versions } = request;
    const offered = [...knownBaselineItems]
      .filter(([name]) => names?.includes(name) ?? true)
      .filter(() => versions?.includes(itemVersion) ?? true);
    const { items, nextToken } = tokenPageOf(ListAccountFactoryBaselineItems, offered, request, context);
    return {
      BaselineItems: items.map(([name, { dependsOn, description }]) => ({
        Name: name,
        Version: itemVersion,
        Type: itemType,
        Description: description,
        DependsOn: dependsOn.map((dependency) => ({ Name: dependency, Type: itemType, Version: itemVersion })),
      })),
      NextToken: nextToken,
    };
  },
};

const toSummary = ({ baselineId, name, type, description, createdAt, updatedAt }: Baseline) => ({
  BaselineId: baselineId,
  BaselineName: name,
  CreateTime: createdAt === undefined ? undefined : toIsoSeconds(createdAt),
  Description: description,
  Type: type,
  UpdateTime: updatedAt === undefined ? undefined : toIsoSeconds(updatedAt),
});

const invalidBaselineId = () => new BusinessError('InvalidParameter', 'BaselineId');

const isBaselineId = (text: string): boolean => /^afb-[a-z0-9*]{1,64}$/.test(text);
