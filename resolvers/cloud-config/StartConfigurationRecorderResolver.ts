import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ConfigurationRecorder } from '../../schema/cloud-config/ConfigurationRecorder';
import {
  StartConfigurationRecorderInput,
  StartConfigurationRecorderPayload,
} from '../../schema/cloud-config/StartConfigurationRecorder';
import { Costs } from '../../schema/costs';
import type { MutationOutcome } from '../../schema/writing/MutationOutcome';
import type { Context } from '../../src/context';
import { DescribeConfigurationRecorder, StartConfigurationRecorder } from '../../src/operations';
import { accountOrCurrent } from '../currentAccount';
import { runMutation } from '../writing/runMutation';
import { loadRecorder } from './ConfigurationRecorderResolver';

@Resolver(() => StartConfigurationRecorderPayload)
export class StartConfigurationRecorderResolver {
  @Mutation(() => StartConfigurationRecorderPayload, {
    description:
      'Turns resource tracking on in an account. It takes minutes: the outcome is IN_PROGRESS until the recorder is REGISTERED, also where the upstream was at it already.',
  })
  @Costs({ loads: [{ operation: StartConfigurationRecorder, per: 'arguments' }], account: 'arguments' })
  async startConfigurationRecorder(
    @Arg('input', () => StartConfigurationRecorderInput, { description: 'Which recorder, and how.' })
    input: StartConfigurationRecorderInput,
    @Ctx() context: Context,
  ): Promise<StartConfigurationRecorderPayload> {
    let accountId: string | undefined;
    const settleAccount = async (): Promise<void> => {
      accountId = await accountOrCurrent(context, input.accountId, ['input', 'accountId']);
      context.loaders.cloudConfig.configurationRecorder.clear(accountId);
    };
    const plan = {
      dryRun: input.dryRun ?? false,
      account: () => accountId,
      outcomeOfCode: { ProcessIsRunning: 'IN_PROGRESS' },
    } as const;
    const { result } =
      input.enterpriseEdition === true
        ? // Only the older version has it, whichever is spoken otherwise.
          await runMutation(context, StartConfigurationRecorder, {
            ...plan,
            prepare: async () => {
              await settleAccount();
              return { EnterpriseEdition: true };
            },
            outcome: ({ ConfigurationRecorder: { OrganizationEnableStatus } }) => outcomeBy(OrganizationEnableStatus),
          })
        : await runMutation(context, context.cloudConfig.startRecorder, {
            ...plan,
            prepare: async () => {
              await settleAccount();
              return {};
            },
            outcome: ({ ConfigurationRecorder: { ConfigurationRecorderStatus } }) =>
              outcomeBy(ConfigurationRecorderStatus),
          });
    return Object.assign(new StartConfigurationRecorderPayload(), { ...result, accountId });
  }

  @FieldResolver(() => ConfigurationRecorder, {
    nullable: true,
    description:
      'The recorder, read afterwards: the direct answer of the upstream does not tell its status reliably. It is null where the input was refused before its account was known.',
  })
  @Costs({ loads: [{ operation: DescribeConfigurationRecorder, per: 'object' }], account: 'parent' })
  async configurationRecorder(
    @Root() { accountId }: StartConfigurationRecorderPayload,
    @Ctx() context: Context,
  ): Promise<ConfigurationRecorder | null> {
    return accountId === undefined ? null : loadRecorder(context, accountId, ['input', 'accountId']);
  }
}

const outcomeBy = (status: string | undefined): MutationOutcome =>
  status === 'REGISTERED' ? 'SUCCEEDED' : 'IN_PROGRESS';
