import type { CloudResourceKey } from '../../schema/cloud-config/CloudResource';
import type { Load } from '../../schema/costs';
import type { Context } from '../../src/context';
import { badInput, UserError } from '../../src/errors/UserError';
import {
  GetResourceConfigurationTimeline,
  GetSupportedResourceTypes,
  ListAggregateDiscoveredResources,
  ListDiscoveredResources,
} from '../../src/operations';
import { stepsBetween } from '../nearest';
import { findResource } from './CloudResourceResolver';
import { checkTypesOfNothing } from './checkResourceTypes';
import { slipIn } from './parseResourceKey';
import { endingNow } from './timeRange';

/** What {@link checkResourceKey} calls at most. */
export const keyCheckLoads: readonly Load[] = [
  { operation: GetResourceConfigurationTimeline, per: 'object', unlessSeen: 'object' },
  {
    operation: ListDiscoveredResources,
    per: 'object',
    unlessSeen: 'object',
    inGroup: ListAggregateDiscoveredResources,
  },
  { operation: GetSupportedResourceTypes, per: 'document', calls: 2, unlessSeen: 'object' },
];

/** Where the timelines of a document end: one end for all, so that look-ups of the same key share their calls. */
const ends = new WeakMap<Context, Promise<number>>();

/**
 * Checks the key of a timeline that is empty: the upstream answers the same for a resource without changes and for one
 * that does not exist. One upstream call. If no existing resource has the key, one more call looks for a change in its
 * past. If no resource has its ID either, one more lists the resource types, and all keys of a document share that
 * call. A key of an unusual form is looked up by itself, because the upstream need not filter by it.
 *
 * A check that fails proves nothing: then the empty page is returned as it is.
 *
 * @throws UserError with the nearest name if Cloud Config does not know the resource.
 */
export const checkResourceKey = async (
  key: CloudResourceKey,
  field: readonly string[],
  context: Context,
): Promise<void> => {
  try {
    const slip = slipIn(key, field);
    const found = slip === undefined ? await placesOf(key, context) : await itself(key, context);
    if (found.some((one) => one.region === key.region && one.resourceType === key.resourceType)) return;
    if (await everChanged(key, context)) return;
    if (slip !== undefined) throw slip;
    if (found.length > 0) throw otherKey(key, found, field);
    const types = [{ type: key.resourceType, field: [...field, 'resourceType'] }];
    await checkTypesOfNothing(types, context, () => Promise.resolve([]));
    throw noSuchResource(key, field);
  } catch (error) {
    if (error instanceof UserError && error.field !== undefined) throw error;
  }
};

/** Where existing resources with the ID are. Different things can have one ID: a user, and a group of the same name. */
const placesOf = ({ accountId, resourceId }: CloudResourceKey, { loaders }: Context): Promise<readonly Found[]> =>
  loaders.cloudConfig.resourcesWithId.load({ accountId, resourceId });

const itself = async (key: CloudResourceKey, context: Context): Promise<readonly Found[]> => {
  const found = await findResource(context, key);
  return found === null ? [] : [key];
};

/** The timeline of a deleted resource outlives it. */
const everChanged = async (key: CloudResourceKey, context: Context): Promise<boolean> => {
  const whole = { resource: key, from: 0, to: await endIn(context), first: 1, filter: 'null' };
  const { edges, hasNextPage } = await context.loaders.cloudConfig.timelinePage.load(whole);
  return edges.length > 0 || hasNextPage;
};

const endIn = (context: Context): Promise<number> => {
  let end = ends.get(context);
  if (end === undefined) ends.set(context, (end = context.now().then(endingNow)));
  return end;
};

const otherKey = (key: CloudResourceKey, found: readonly Found[], field: readonly string[]): UserError => {
  const [nearest] = found
    .map((one) => ({
      ...one,
      steps: stepsBetween(one.region, key.region) + stepsBetween(one.resourceType, key.resourceType),
    }))
    .sort((one, other) => one.steps - other.steps);
  const name = nearest?.region === key.region ? 'resourceType' : 'region';
  const value = nearest?.[name] ?? '';
  return badInput(
    [...field, name],
    {
      en: `${value} (Cloud Config has a resource with the ID ${key.resourceId} there, of the type ${nearest?.resourceType ?? ''})`,
      zh: ` ${value}（配置审计中 ID 为 ${key.resourceId} 的资源所在，其类型为 ${nearest?.resourceType ?? ''}）`,
    },
    key[name],
  );
};

type Found = Pick<CloudResourceKey, 'region' | 'resourceType'>;

const noSuchResource = ({ resourceId }: CloudResourceKey, field: readonly string[]): UserError =>
  new UserError(
    'NOT_FOUND',
    {
      en: `Cloud Config has no resource with the ID ${JSON.stringify(resourceId)} in this account, and never recorded a change of one. \`resources\` of the account lists the existing ones.`,
      zh: `配置审计在该账号中没有 ID 为 ${JSON.stringify(resourceId)} 的资源，也从未记录过其变更。可通过该账号的 \`resources\` 查询现有资源。`,
    },
    [...field, 'resourceId'],
  );
