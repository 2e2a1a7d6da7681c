import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { maxTied } from '../../src/feed/readFeed';
import { PageArgs } from '../relay/PageArgs';
import { CloudResourceKeyInput } from './CloudResource';
import { ConfigurationChangeFilter, TimeRangeInput } from './TimelineArgs';

const timelines = 'calls of GetResourceConfigurationTimeline';

@InputType({
  description:
    'Where to look for changes. Pass at most one of `accountIds`, `accountGroupId`, `folderId` and `resources`. `regions` and `resourceTypes` narrow each of them further, except `resources`.',
})
export class ConfigurationChangeScopeInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      'Only resources of these accounts, at most 100. Several are read through the account group of the whole directory. Accounts that are not its members are read by a role, at most 50.',
  })
  readonly accountIds?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only resources of the members of this account group, `ca-…`.' })
  readonly accountGroupId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only resources of the accounts in this folder.' })
  readonly folderId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether accounts in the folders below `folderId` are included. Defaults to false.',
  })
  readonly includeSubfolders?: boolean | null;

  @Field(() => [CloudResourceKeyInput], {
    nullable: true,
    description: 'Only these resources, at most 100. Then no list is read: each resource costs one call.',
  })
  readonly resources?: readonly CloudResourceKeyInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Only resources in these regions.' })
  readonly regions?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only resources of these types, `ACS::Product::Kind`.' })
  readonly resourceTypes?: readonly string[] | null;
}

/** What every field takes that returns changes of many resources. */
@ArgsType()
export class ConfigurationChangesArgs extends PageArgs {
  @Field(() => TimeRangeInput, {
    nullable: true,
    description: `The time range, from at most 90 days ago. Defaults to the last 24 hours. Later pages keep the range of the first. If it ends in the past, every resource that was updated after its end has to be read. That costs at most ${maxTied} ${timelines}. If there are more such resources, the request is refused.`,
  })
  readonly between?: TimeRangeInput | null;

  @Field(() => ConfigurationChangeFilter, {
    nullable: true,
    description: `Which changes to return. The upstream cannot filter changes: the gateway reads timelines until this page is full. That costs at most 100 ${timelines}.`,
  })
  readonly filter?: ConfigurationChangeFilter | null;

  @Field(() => String, {
    nullable: true,
    description: `A cursor of this connection: the page starts after it. An \`endCursor\` adds few calls. The cursor of an edge costs at most ${maxTied} ${timelines}, because resources that were updated later are read again.`,
  })
  override readonly after?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '`poll.since` of an earlier answer, in place of `between`: what has become visible since that answer. If nothing has, it costs two calls for each list. A change can be returned again, with the same `id`.',
  })
  readonly since?: string | null;
}

/** The same for a field whose parent says which accounts. */
@ArgsType()
export class ConfigurationChangesOfAccountsArgs extends ConfigurationChangesArgs {
  @Field(() => [String], { nullable: true, description: 'Only changes of resources in these regions.' })
  readonly regions?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only changes of resources of these types, `ACS::Product::Kind`.',
  })
  readonly resourceTypes?: readonly string[] | null;
}
