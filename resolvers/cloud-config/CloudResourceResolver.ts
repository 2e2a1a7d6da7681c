import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { CloudResourceKey } from '../../schema/cloud-config/CloudResource';
import { CloudResource, CloudResourceKeyInput } from '../../schema/cloud-config/CloudResource';
import { Costs } from '../../schema/costs';
import { rawTextOf } from '../../schema/enumValue';
import { CloudTag } from '../../schema/resource-manager/CloudTag';
import { DateTime, JSONValue } from '../../schema/scalars';
import { presentDate, presentText } from '../../schema/scalars/present';
import { parseTags } from '../../src/changes/parseTags';
import type { Context } from '../../src/context';
import { parseJsonText } from '../../src/json/parseJsonText';
import { DescribeDiscoveredResource } from '../../src/operations';
import type {
  ResourceDetailRecord,
  ResourceProfileRecord,
} from '../../src/operations/cloud-config/DiscoveredResourceRecord';
import { accountOrCurrent } from '../currentAccount';
import { parseResourceKey, slipIn } from './parseResourceKey';

@Resolver(() => CloudResource)
export class CloudResourceResolver {
  @Query(() => CloudResource, {
    nullable: true,
    description:
      'The resource with this key. Null if Cloud Config has no such resource. A key with an invalid part is an error.',
  })
  @Costs({
    loads: [{ operation: DescribeDiscoveredResource, per: 'object' }],
    object: 'arguments',
    account: 'arguments',
  })
  async cloudResource(
    @Arg('key', () => CloudResourceKeyInput, { description: 'What identifies the resource.' })
    key: CloudResourceKeyInput,
    @Ctx() context: Context,
  ): Promise<CloudResource | null> {
    const { region, resourceType, resourceId } = parseResourceKey(key, ['key']);
    const accountId = await accountOrCurrent(context, key.accountId, ['key', 'accountId']);
    const resource = await findResource(context, { accountId, region, resourceType, resourceId });
    const slip = resource === null ? slipIn(key, ['key']) : undefined;
    if (slip !== undefined) throw slip;
    return resource;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The resource’s name. Null if it has none.' })
  async resourceName(@Root() resource: CloudResource, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(resource, context))?.ResourceName);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'When the resource was created. Null if Cloud Config does not return it.',
  })
  async createdAt(@Root() resource: CloudResource, @Ctx() context: Context): Promise<Date | null> {
    return presentDate((await recordOf(resource, context))?.ResourceCreationTime);
  }

  @FieldResolver(() => [CloudTag], {
    nullable: true,
    description: 'The resource’s tags. Null if Cloud Config does not return them, or if they cannot be parsed.',
  })
  async tags(@Root() resource: CloudResource, @Ctx() context: Context): Promise<readonly CloudTag[] | null> {
    const text = (await recordOf(resource, context))?.Tags;
    return text === undefined ? null : parseTags(text);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether Cloud Config no longer finds the resource. Its timeline remains. Null if Cloud Config does not return it.',
  })
  async deleted(@Root() resource: CloudResource, @Ctx() context: Context): Promise<boolean | null> {
    const record = await recordOf(resource, context);
    if (record === null) return true;
    // The reverse of what the wire's name suggests.
    return record.ResourceDeleted === undefined ? null : record.ResourceDeleted === 0;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The state of the resource, as its product names it. Null if it has none.',
  })
  async resourceStatus(@Root() resource: CloudResource, @Ctx() context: Context): Promise<string | null> {
    return presentText((await recordOf(resource, context))?.ResourceStatus);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The zone of the resource. Null if it has none.',
  })
  @Costs({ loads: [{ operation: DescribeDiscoveredResource, per: 'parent' }] })
  async availabilityZone(@Root() resource: CloudResource, @Ctx() context: Context): Promise<string | null> {
    return presentText((await detailOf(resource, context))?.AvailabilityZone);
  }

  @FieldResolver(() => JSONValue, {
    nullable: true,
    description:
      'All properties of the resource. Null if Cloud Config does not return them, or if they cannot be parsed: see `rawConfiguration`. Integers beyond 2^53 are returned as strings.',
  })
  @Costs({ loads: [{ operation: DescribeDiscoveredResource, per: 'parent' }] })
  async configuration(@Root() resource: CloudResource, @Ctx() context: Context): Promise<unknown> {
    const text = (await detailOf(resource, context))?.Configuration;
    return text === undefined ? null : parseJsonText(text);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: rawTextOf('configuration'),
  })
  @Costs({ loads: [{ operation: DescribeDiscoveredResource, per: 'parent' }] })
  async rawConfiguration(@Root() resource: CloudResource, @Ctx() context: Context): Promise<string | null> {
    return (await detailOf(resource, context))?.Configuration ?? null;
  }
}

/** The resource with this key; null if Cloud Config does not know it. */
export const findResource = async (context: Context, key: CloudResourceKey): Promise<CloudResource | null> => {
  const record = await context.loaders.cloudConfig.resourceDetail.load(key);
  return record && CloudResource.of(key, record);
};

const detailOf = (resource: CloudResource, { loaders }: Context): Promise<ResourceDetailRecord | null> =>
  loaders.cloudConfig.resourceDetail.load(resource);

/** The record that a list returned with the resource, or else the one of the detail call. */
const recordOf = (
  resource: CloudResource,
  context: Context,
): ResourceProfileRecord | Promise<ResourceProfileRecord | null> => resource.record ?? detailOf(resource, context);
