import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { Costs, directoryLoad } from '../../schema/costs';
import {
  InitResourceDirectoryInput,
  InitResourceDirectoryPayload,
} from '../../schema/resource-manager/InitResourceDirectory';
import { ResourceDirectory } from '../../schema/resource-manager/ResourceDirectory';
import type { Context } from '../../src/context';
import { InitResourceDirectory } from '../../src/operations';
import { runMutation } from '../writing/runMutation';
import { loadResourceDirectory } from './ResourceDirectoryResolver';

@Resolver(() => InitResourceDirectoryPayload)
export class InitResourceDirectoryResolver {
  @Mutation(() => InitResourceDirectoryPayload, {
    description:
      'Makes the current account the management account of a new resource directory. It cannot be taken back lightly. Where there is one already, the outcome is ALREADY_DONE.',
  })
  @Costs({ loads: [{ operation: InitResourceDirectory, per: 'arguments' }] })
  async initResourceDirectory(
    @Arg('input', () => InitResourceDirectoryInput, { description: 'How to do it.' }) input: InitResourceDirectoryInput,
    @Ctx() context: Context,
  ): Promise<InitResourceDirectoryPayload> {
    const { result } = await runMutation(context, InitResourceDirectory, {
      dryRun: input.dryRun ?? false,
      prepare: () => ({}),
      outcome: () => 'SUCCEEDED',
      outcomeOfCode: { 'EntityAlreadyExists.ResourceDirectory': 'ALREADY_DONE' },
    });
    context.loaders.resourceManager.resourceDirectory.clear('current');
    return Object.assign(new InitResourceDirectoryPayload(), result);
  }

  @FieldResolver(() => ResourceDirectory, {
    nullable: true,
    description: 'The directory of the current account, read afterwards; null where there is none.',
  })
  @Costs({ loads: [directoryLoad] })
  resourceDirectory(@Ctx() context: Context): Promise<ResourceDirectory | null> {
    return loadResourceDirectory(context);
  }
}
