import { demoAccounts } from '../../src/emulator';
import { actionNow } from '../support/cloudConfigVersion';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import { demoResources } from '../support/timelines';

/** What documents may cost upstream, cold. STS is one call for the whole process, and not counted. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => gateway.stop());

const timeline = ({ region, resourceType, resourceId }: (typeof demoResources)['busy' | 'tied'], more = ''): string =>
  `configurationTimeline(resource: { region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" } ${more})`;
const aliased = (count: number, selection: string): string =>
  `{ ${Array.from({ length: count }, (_, index) => `a${index}: ${selection}`).join('\n')} }`;
const costOf = async (document: string): Promise<Record<string, number>> => {
  const { errors } = await gateway.query(document);
  expect(errors).toBeUndefined();
  const { GetCallerIdentity: _, ...cost } = gateway.emulator.calls.byAction;
  return cost;
};

it.each([
  [1, 1],
  [20, 1],
  [99, 1],
  [100, 2],
])('a timeline page of %s costs %s', async (first, calls) => {
  const document = `{ ${timeline(demoResources.busy, `first: ${first}`)} { edges { cursor node { rawDiff } } } }`;

  expect(await costOf(document)).toEqual({ GetResourceConfigurationTimeline: calls });
});

it.each([
  ['timeline', 95, (first: number) => `${timeline(demoResources.busy, `first: ${first}`)} { nodes { rawDiff } }`],
  ['list that is known', 100, (first: number) => `accountEnrollments(first: ${first}) { nodes { accountId status } }`],
])('the estimate of a page of a %s includes the look behind it from %s records on', async (_, from, pageOf) => {
  // The resource is known from its list, so that the look-up of an unknown key does not hide the look behind.
  await gateway.query('{ currentAccount { resources(first: 100) { nodes { resourceId } } } }');
  await gateway.query(`{ ${pageOf(100)} }`);
  const costOf = async (first: number): Promise<number> =>
    (await gateway.ask(`{ ${pageOf(first)} }`, {}, { 'x-cost-only': 'true' })).cost.estimatedCalls;

  const estimate = await costOf(1);

  expect([await costOf(from - 1), await costOf(from)]).toEqual([estimate, estimate + 1]);
});

it('the same timeline under 20 aliases costs one', async () => {
  const document = aliased(20, `${timeline(demoResources.busy, 'first: 5')} { nodes { capturedAt } }`);

  expect(await costOf(document)).toEqual({ GetResourceConfigurationTimeline: 1 });
});

it('the same timeline costs one even if it is spelled differently', async () => {
  const range = 'between: { from: "2026-06-01T00:00:00Z", to: "2026-06-30T00:00:00Z" }';
  const sameRange = 'between: { from: "2026-06-01T08:00:00+08:00", to: "2026-06-30T00:00:00.000Z" }';
  const document = `{
    a: ${timeline(demoResources.busy, range)} { nodes { capturedAt } }
    b: ${timeline(demoResources.busy, `${sameRange} first: null filter: {}`)} { pageInfo { hasNextPage } }
  }`;

  expect(await costOf(document)).toEqual({ GetResourceConfigurationTimeline: 1 });
});

it('the same timeline with other filters is other pages, but what they read alike is read once', async () => {
  const document = `{
    a: ${timeline(demoResources.tied, 'filter: { eventTypes: [MODIFY] }')} { nodes { eventType } }
    b: ${timeline(demoResources.tied, 'filter: { eventTypes: [DISCOVERED] }')} { nodes { eventType } }
    c: ${timeline(demoResources.tied)} { nodes { eventType } }
  }`;

  expect(await costOf(document)).toEqual({ GetResourceConfigurationTimeline: 2 });
});

it('the same recorder costs one under 20 aliases, and wherever else it is reached', async () => {
  const nodeId = Buffer.from(`["ConfigurationRecorder","${demoAccounts.management}"]`).toString('base64url');
  const document = `{
    ${aliased(20, 'configurationRecorder { status }').slice(1, -1)}
    named: configurationRecorder(accountId: "${demoAccounts.management}") { rawStatus account { configurationRecorder { status } } }
    currentAccount { configurationRecorder { status account { configurationRecorder { status } } } }
    node(id: "${nodeId}") { ... on ConfigurationRecorder { status } }
  }`;

  expect(await costOf(document)).toEqual({ [actionNow('DescribeConfigurationRecorder')]: 1 });
});

it('k timelines of k resources cost k', async () => {
  const selections = Object.values(demoResources).map(
    ({ region, resourceType, resourceId }, index) =>
      `a${index}: configurationTimeline(resource: { region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }) { nodes { capturedAt } }`,
  );

  expect(await costOf(`{ ${selections.join('\n')} }`)).toEqual({ GetResourceConfigurationTimeline: 5 });
});

it('recorder, directory and enrollment of the current account cost three', async () => {
  const document = `{
    currentAccount { configurationRecorder { status resourceTypes } enrollment { status progress { status } } }
    resourceDirectory { resourceDirectoryId managementAccount { enrollment { status } configurationRecorder { status } } }
  }`;

  expect(await costOf(document)).toEqual({
    [actionNow('DescribeConfigurationRecorder')]: 1,
    GetResourceDirectory: 1,
    GetEnrolledAccount: 1,
  });
});

it('what is known without asking costs nothing', async () => {
  const document = `{
    __typename
    currentAccount { id accountId }
    account(accountId: "${demoAccounts.management}") { id }
  }`;

  expect(await costOf(document)).toEqual({});
});

it('what is skipped costs nothing', async () => {
  const document = `{
    configurationRecorder @skip(if: true) { status }
    currentAccount { accountId enrollment @include(if: false) { status } }
  }`;

  expect(await costOf(document)).toEqual({});
});

it('a change leads back to its resource, and that to its timeline, for one further call in all', async () => {
  const document = `{
    ${timeline(demoResources.tied)} {
      nodes { resource { account { accountId } configurationTimeline(first: 1) { nodes { capturedAt } } } }
    }
  }`;

  expect(await costOf(document)).toEqual({ GetResourceConfigurationTimeline: 2 });
});

it('the next request pays again: nothing is shared between callers', async () => {
  await gateway.query('{ configurationRecorder { status } }');

  expect(await costOf('{ configurationRecorder { status } }')).toEqual({
    [actionNow('DescribeConfigurationRecorder')]: 2,
  });
});
