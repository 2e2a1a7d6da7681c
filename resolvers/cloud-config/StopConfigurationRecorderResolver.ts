import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../schema/access';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import {
  StopConfigurationRecorderInput,
  StopConfigurationRecorderPayload,
} from '../../schema/cloud-config/StopConfigurationRecorder';
import { Costs, inDryRun, written } from '../../schema/costs';
import type { Context } from '../../src/context';
import { RpcError } from '../../src/errors/RpcError';
import { UserError } from '../../src/errors/UserError';
import {
  DescribeConfigurationRecorder,
  GetAccount,
  GetResourceDirectory,
  ListAggregators,
  StopConfigurationRecorder,
} from '../../src/operations';
import { runMutation } from '../writing/runMutation';
import { loadRecorder } from './ConfigurationRecorderResolver';
import { whetherItIsInAGroup, whetherItIsOff } from './recorderLookUps';
import { targetOf } from './recorderTarget';

@Resolver(() => StopConfigurationRecorderPayload)
export class StopConfigurationRecorderResolver {
  @Mutation(() => StopConfigurationRecorderPayload, {
    description:
      'Turns off resource tracking in an account and erases everything that was recorded there. This cannot be undone. The upstream accepts ten such calls a day. The outcome is REJECTED if the account is in an account group or owns one. It is also REJECTED if the gateway uses Cloud Config 2019-01-08, which cannot stop a recorder.',
  })
  @Requires({ scope: 'governance:recorder' })
  @Costs({
    loads: [
      written(StopConfigurationRecorder),
      ...inDryRun(DescribeConfigurationRecorder, ListAggregators, GetAccount, GetResourceDirectory),
    ],
    account: 'arguments',
  })
  async stopConfigurationRecorder(
    @Arg('input', () => StopConfigurationRecorderInput, { description: 'Which recorder to stop.' })
    input: StopConfigurationRecorderInput,
    @Ctx() context: Context,
  ): Promise<StopConfigurationRecorderPayload> {
    const target = targetOf(context, input);
    const { result } = await runMutation(context, StopConfigurationRecorder, {
      field: 'stopConfigurationRecorder',
      input,
      account: () => target.accountId,
      readFirst: 'configurationRecorder',
      prepare: async () => {
        if (!context.cloudConfig.canStopRecorder) throw cannotStop();
        await target.settle();
        return {};
      },
      subject: (_request, accountId) => ({ kind: 'recorder', accountId, wanted: 'OFF' }),
      lookUps: () => [whetherItIsOff(context, target), whetherItIsInAGroup(context, target)],
      outcome: ({ StopConfigurationRecorderResult, RequestId }) => {
        if (StopConfigurationRecorderResult !== true) throw didNotSay(RequestId);
        return 'SUCCEEDED';
      },
    });
    return Object.assign(new StopConfigurationRecorderPayload(), { ...result, accountId: target.shownFor(result) });
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The recorder, read afterwards. Null if the outcome is REJECTED or VALIDATED, or if it cannot be read.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'parent' })
  async configurationRecorder(
    @Root() { accountId }: StopConfigurationRecorderPayload,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder | null> {
    return accountId === undefined ? null : loadRecorder(context, accountId, ['input', 'accountId']);
  }
}

const cannotStop = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'The gateway uses Cloud Config 2019-01-08, which cannot stop a recorder. Its operator can set CLOUD_CONFIG_API_VERSION=2020-09-07.',
    zh: '网关当前使用配置审计 2019-01-08 版本，该版本无法关闭资源监控。运维人员可设置 CLOUD_CONFIG_API_VERSION=2020-09-07。',
  });

/** The documents know true alone; any other answer is no proof that nothing was erased. */
const didNotSay = (requestId: string): RpcError =>
  new RpcError({
    product: StopConfigurationRecorder.product.code,
    action: StopConfigurationRecorder.action,
    kind: 'BAD_RESPONSE',
    requestId,
    detail: 'StopConfigurationRecorderResult is not true',
  });
