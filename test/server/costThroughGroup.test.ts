import { demoAccounts } from '../../src/emulator';
import { actionNow, underVersion } from '../support/cloudConfigVersion';
import { forgettableLists } from '../support/forgettableLists';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

/** The estimates of documents if other accounts are read through an account group. */

const { lists, forget } = forgettableLists();
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ memberAccess: 'account-group', roles: { memberRole: 'NoSuchRole' }, lists });
});
beforeEach(() => {
  gateway.emulator.reset();
  forget();
  lists.learnTimelineOrder('NEWEST_FIRST');
});
afterAll(() => gateway.stop());

const counts = { coalesced: 0, cached: 0 };
const costOnly = { 'x-cost-only': 'true' };
const { region, resourceType, resourceId } = demoResources.busy;
const ofMember = `{ accountId: "${demoAccounts.paymentsProduction}", region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-bp1h4kq7w2m9x0c3v8ze" }`;
const own = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
const timelineOf = (key: string) => `configurationTimeline(resource: ${key}) { nodes { capturedAt } }`;
const detailOf = (key: string) => `cloudResource(key: ${key}) { configuration }`;
const group = (action: string, calls: number) => ({
  product: 'Config',
  action: `GetAggregate${action}`,
  accountId: demoAccounts.paymentsProduction,
  calls,
});
const lookUp = { product: 'Config', action: 'ListAggregators', calls: 2 };
/** Two pages, if the upstream ends its list with an empty one. */
const typesOfKeys = {
  product: 'Config',
  action: actionNow('GetSupportedResourceTypes'),
  calls: underVersion({ '2019-01-08': 1, '2020-09-07': 2 }),
};
const placesOfKeys = { product: 'Config', action: 'ListAggregateDiscoveredResources', calls: 1 };
const inMember = { accountId: demoAccounts.paymentsProduction };
/** Made if the timeline is empty, in place of its second page. */
const keyCheck = underVersion({
  '2019-01-08': [{ ...placesOfKeys, ...inMember }, typesOfKeys],
  '2020-09-07': [typesOfKeys, { ...placesOfKeys, ...inMember }],
});

it.each([
  [
    'a timeline of a member',
    `{ ${timelineOf(ofMember)} }`,
    [group('ResourceConfigurationTimeline', 2), lookUp, ...keyCheck],
    ['GetAggregateResourceConfigurationTimeline', 'ListAggregators'],
  ],
  [
    'several reads of members, for which the group is found once,',
    `{ ${timelineOf(ofMember)} a: ${detailOf(ofMember)} b: ${detailOf(ofMember)} }`,
    [group('ResourceConfigurationTimeline', 2), lookUp, ...keyCheck, group('DiscoveredResource', 1)],
    ['GetAggregateDiscoveredResource', 'GetAggregateResourceConfigurationTimeline', 'ListAggregators'],
  ],
  [
    'a page of resources across accounts, which finds the group for their details, too,',
    '{ cloudResources(first: 2) { nodes { configuration } } }',
    [
      lookUp,
      { product: 'Config', action: 'ListAggregateDiscoveredResources', calls: 2 },
      { product: 'Config', action: 'GetAggregateDiscoveredResource', calls: 2 },
      { product: 'ResourceManager', action: 'GetResourceDirectory', calls: 1 },
      { product: 'Config', action: 'GetAggregator', calls: 1 },
      { product: 'Config', action: 'ListDiscoveredResources', calls: 1 },
    ],
    [
      'GetAggregateDiscoveredResource',
      'GetAggregateDiscoveredResource',
      'ListAggregateDiscoveredResources',
      'ListAggregators',
    ],
  ],
  [
    'what belongs to the gateway’s own account',
    `{ ${timelineOf(own)} currentAccount { resources(first: 1) { nodes { configuration } } } }`,
    [
      ...underVersion({
        '2019-01-08': [
          { product: 'Config', action: 'GetResourceConfigurationTimeline', calls: 2 },
          { product: 'Config', action: 'ListDiscoveredResources', calls: 2 },
        ],
        '2020-09-07': [
          { product: 'Config', action: 'ListDiscoveredResources', calls: 3 },
          { product: 'Config', action: 'GetResourceConfigurationTimeline', calls: 2 },
        ],
      }),
      typesOfKeys,
      { product: 'Config', action: actionNow('DescribeDiscoveredResource'), calls: 1 },
    ],
    [actionNow('DescribeDiscoveredResource'), 'GetResourceConfigurationTimeline', 'ListDiscoveredResources'],
  ],
  [
    'resources by their keys, as a router asks',
    `{ _entities(representations: [${ofMember.replace('{', '{ __typename: "CloudResource",')}]) { ... on CloudResource { resourceName } } }`,
    [lookUp, { product: 'Config', action: 'GetAggregateDiscoveredResource', calls: 1 }],
    ['GetAggregateDiscoveredResource', 'ListAggregators'],
  ],
])('estimates %s by the calls that are made', async (_, document, calls, called) => {
  const estimated = await gateway.ask(document, {}, costOnly);
  const executed = await gateway.ask(document);

  expect(estimated.cost.calls).toEqual(calls);
  expect(estimated.cost.estimatedCalls).toBe(calls.reduce((sum, row) => sum + row.calls, 0));
  expect(executed.errors).toBeUndefined();
  expect(gateway.upstreamCalls().sort()).toEqual(called);
  expect(executed.cost).toEqual({
    estimatedCalls: estimated.cost.estimatedCalls,
    actualCalls: called.length,
    ...counts,
  });
});

it('takes an account that is named for a member, even if it is the gateway’s own', async () => {
  const { cost } = await gateway.ask(
    `{ ${timelineOf(own.replace('{', `{ accountId: "${demoAccounts.management}",`))} }`,
  );

  const estimatedCalls = underVersion({ '2019-01-08': 6, '2020-09-07': 7 });
  expect(cost).toEqual({ estimatedCalls, actualCalls: 1, ...counts });
  expect(gateway.upstreamCalls()).toEqual(['GetResourceConfigurationTimeline']);
});

it('takes an account that the own one leads to for another', async () => {
  const { cost } = await gateway.ask(
    '{ currentAccount { payer { resources(first: 1) { nodes { configuration } } } } }',
    {},
    costOnly,
  );

  expect(cost.calls).toContainEqual(lookUp);
});
