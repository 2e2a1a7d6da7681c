import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../schema/access';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import {
  StartConfigurationRecorderInput,
  StartConfigurationRecorderPayload,
} from '../../schema/cloud-config/StartConfigurationRecorder';
import type { Load } from '../../schema/costs';
import { Costs, inputHas, isDryRun, written } from '../../schema/costs';
import { Irreversible } from '../../schema/writing/irreversible';
import type { Context } from '../../src/context';
import {
  DescribeConfigurationRecorder,
  GetAccount,
  GetResourceDirectory,
  StartConfigurationRecorder,
} from '../../src/operations';
import { runMutation } from '../writing/runMutation';
import { loadRecorder } from './ConfigurationRecorderResolver';
import { whetherItIsBuilt, whetherItIsUpgraded, whetherItManages } from './recorderLookUps';
import { targetOf } from './recorderTarget';

const isUpgrade = inputHas('enterpriseEdition', true);

@Resolver(() => StartConfigurationRecorderPayload)
export class StartConfigurationRecorderResolver {
  @Mutation(() => StartConfigurationRecorderPayload, {
    description:
      'Turns on resource tracking in an account. This takes minutes: the outcome is IN_PROGRESS until the recorder is REGISTERED, also if the upstream had already started. An upgrade to the enterprise edition is REJECTED, and retryable, while the upstream only builds the recorder.',
  })
  @Requires({ scope: 'governance:recorder', also: { scope: 'governance:directory', onlyIf: isUpgrade } })
  @Irreversible(isUpgrade)
  @Costs({
    loads: [
      written(StartConfigurationRecorder),
      // An upgrade cannot be undone: what stands against it is looked up before it.
      {
        operation: DescribeConfigurationRecorder,
        per: 'arguments',
        onlyIf: (args) => isDryRun(args) || isUpgrade(args),
      },
      ...[GetResourceDirectory, GetAccount].map((operation): Load => ({
        operation,
        per: 'arguments',
        onlyIf: isUpgrade,
      })),
    ],
    account: 'arguments',
  })
  async startConfigurationRecorder(
    @Arg('input', () => StartConfigurationRecorderInput, { description: 'Which recorder, and how.' })
    input: StartConfigurationRecorderInput,
    @Ctx() context: Context,
  ): Promise<StartConfigurationRecorderPayload> {
    const target = targetOf(context, input);
    const plan = {
      field: 'startConfigurationRecorder',
      input,
      account: () => target.accountId,
      readFirst: 'configurationRecorder',
    };
    const { result } =
      input.enterpriseEdition === true
        ? // Only the older version has it, whichever is spoken otherwise.
          await runMutation(context, StartConfigurationRecorder, {
            ...plan,
            prepare: async () => {
              await target.settle();
              return { EnterpriseEdition: true };
            },
            subject: (_request, accountId) => ({ kind: 'enterpriseEdition', accountId }),
            lookUps: () => [whetherItManages(context, target), whetherItIsUpgraded(context, target)],
            outcome: ({ ConfigurationRecorder: { OrganizationEnableStatus } }) => outcomeBy(OrganizationEnableStatus),
          })
        : await runMutation(context, context.cloudConfig.startRecorder, {
            ...plan,
            prepare: async () => {
              await target.settle();
              return {};
            },
            subject: (_request, accountId) => ({ kind: 'recorder', accountId, wanted: 'ON' }),
            lookUps: () => [whetherItIsBuilt(context, target, 'IN_PROGRESS')],
            outcomeOfCode: { ProcessIsRunning: 'IN_PROGRESS' },
            outcome: ({ ConfigurationRecorder: { ConfigurationRecorderStatus } }) =>
              outcomeBy(ConfigurationRecorderStatus),
          });
    return Object.assign(new StartConfigurationRecorderPayload(), { ...result, accountId: target.shownFor(result) });
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The recorder, read afterwards, because the direct response of the upstream does not report its status reliably. Null if the outcome is REJECTED or VALIDATED, or if it cannot be read.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'parent' })
  async configurationRecorder(
    @Root() { accountId }: StartConfigurationRecorderPayload,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder | null> {
    return accountId === undefined ? null : loadRecorder(context, accountId, ['input', 'accountId']);
  }
}

const outcomeBy = (status: string | undefined): 'SUCCEEDED' | 'IN_PROGRESS' =>
  status === 'REGISTERED' ? 'SUCCEEDED' : 'IN_PROGRESS';
