import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../schema/access';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import {
  UpdateConfigurationRecorderInput,
  UpdateConfigurationRecorderPayload,
} from '../../schema/cloud-config/UpdateConfigurationRecorder';
import { Costs, inDryRun, written } from '../../schema/costs';
import type { Context } from '../../src/context';
import {
  DescribeConfigurationRecorder,
  GetSupportedResourceTypes,
  PutConfigurationRecorder,
} from '../../src/operations';
import { runMutation } from '../writing/runMutation';
import { loadRecorder } from './ConfigurationRecorderResolver';
import { checkResourceTypes } from './checkResourceTypes';
import { whetherItIsActivated, whetherItIsBuilt } from './recorderLookUps';
import { targetOf } from './recorderTarget';

@Resolver(() => UpdateConfigurationRecorderPayload)
export class UpdateConfigurationRecorderResolver {
  @Mutation(() => UpdateConfigurationRecorderPayload, {
    description:
      'Chooses which resource types are recorded. The outcome is IN_PROGRESS, because rebuilding the recorder takes minutes. If the upstream is already building it, the outcome is REJECTED, and retryable.',
  })
  @Requires({ scope: 'governance:recorder' })
  @Costs({
    loads: [
      { operation: GetSupportedResourceTypes, per: 'object', calls: 2 },
      written(PutConfigurationRecorder),
      ...inDryRun(DescribeConfigurationRecorder),
    ],
    account: 'arguments',
  })
  async updateConfigurationRecorder(
    @Arg('input', () => UpdateConfigurationRecorderInput, { description: 'Which recorder, and what to record.' })
    input: UpdateConfigurationRecorderInput,
    @Ctx() context: Context,
  ): Promise<UpdateConfigurationRecorderPayload> {
    const target = targetOf(context, input);
    const { result } = await runMutation(context, context.cloudConfig.updateRecorder, {
      field: 'updateConfigurationRecorder',
      input,
      account: () => target.accountId,
      readFirst: 'configurationRecorder',
      prepare: async () => {
        const accountId = await target.settle();
        const types = [...new Set(input.resourceTypes)];
        await checkResourceTypes(accountId, types, ['input', 'resourceTypes'], context);
        return { ResourceTypes: types };
      },
      subject: ({ ResourceTypes: resourceTypes }, accountId) => ({ kind: 'recordedTypes', accountId, resourceTypes }),
      lookUps: () => [whetherItIsActivated(context, target), whetherItIsBuilt(context, target, 'REJECTED')],
      outcome: ({ ConfigurationRecorder: { ConfigurationRecorderStatus } }) =>
        ConfigurationRecorderStatus === 'REGISTERED' ? 'SUCCEEDED' : 'IN_PROGRESS',
    });
    return Object.assign(new UpdateConfigurationRecorderPayload(), { ...result, accountId: target.shownFor(result) });
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The recorder, read afterwards. Null if the outcome is REJECTED or VALIDATED, or if it cannot be read.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'parent' })
  async configurationRecorder(
    @Root() { accountId }: UpdateConfigurationRecorderPayload,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder | null> {
    return accountId === undefined ? null : loadRecorder(context, accountId, ['input', 'accountId']);
  }
}
