import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../schema/access';
import { Costs, directoryLoad, lookedUp, written } from '../../schema/costs';
import {
  InitResourceDirectoryInput,
  InitResourceDirectoryPayload,
} from '../../schema/resource-manager/InitResourceDirectory';
import { ResourceDirectory } from '../../schema/resource-manager/ResourceDirectory';
import { Irreversible } from '../../schema/writing/irreversible';
import type { Context } from '../../src/context';
import { GetResourceDirectory, InitResourceDirectory } from '../../src/operations';
import { hasSomethingToShow } from '../writing/outcomes';
import { runMutation } from '../writing/runMutation';
import { loadResourceDirectory } from './ResourceDirectoryResolver';
import { whetherThereIsADirectory } from './directoryLookUps';

@Resolver(() => InitResourceDirectoryPayload)
export class InitResourceDirectoryResolver {
  @Mutation(() => InitResourceDirectoryPayload, {
    description:
      'Makes the current account the management account of a new resource directory. This is hard to undo. If a directory already exists, the outcome is ALREADY_DONE.',
  })
  @Requires({ scope: 'governance:directory' })
  @Irreversible()
  @Costs({
    loads: [written(InitResourceDirectory), ...lookedUp(GetResourceDirectory)],
  })
  async initResourceDirectory(
    @Arg('input', () => InitResourceDirectoryInput, { description: 'How to enable the resource directory.' })
    input: InitResourceDirectoryInput,
    @Ctx() context: Context,
  ): Promise<InitResourceDirectoryPayload> {
    const { result } = await runMutation(context, InitResourceDirectory, {
      field: 'initResourceDirectory',
      input,
      isOnce: true,
      prepare: () => ({}),
      subject: (_request, accountId) => ({ kind: 'directory', accountId }),
      lookUps: (_request, actingAccountId) => [whetherThereIsADirectory(context, actingAccountId)],
      outcome: () => 'SUCCEEDED',
      readFirst: 'resourceDirectory',
      outcomeOfCode: { 'EntityAlreadyExists.ResourceDirectory': 'ALREADY_DONE' },
    });
    return Object.assign(new InitResourceDirectoryPayload(), result);
  }

  @FieldResolver(() => ResourceDirectory, {
    nullable: true,
    description:
      'The directory of the current account, read afterwards. Null if the outcome is REJECTED or VALIDATED, if there is none, or if it cannot be read.',
  })
  @Costs({ loads: [directoryLoad] })
  async resourceDirectory(
    @Root() { outcome }: InitResourceDirectoryPayload,
    @Ctx() context: Context,
  ): Promise<ResourceDirectory | null> {
    return hasSomethingToShow(outcome) ? loadResourceDirectory(context) : null;
  }
}
