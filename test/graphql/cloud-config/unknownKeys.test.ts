import { demoAccounts } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources } from '../../support/timelines';

/* A timeline of a resource that Cloud Config does not know is no empty timeline. */

const { busy, removed } = demoResources;
const { management, overseasRetail, marketing } = demoAccounts;

let gateway: TestGateway;
let throughGroup: TestGateway;
beforeAll(async () => {
  [gateway, throughGroup] = await Promise.all([startGateway(), startGateway({ memberAccess: 'account-group' })]);
});
beforeEach(() => {
  gateway.emulator.reset();
  throughGroup.emulator.reset();
});
afterAll(() => Promise.all([gateway.stop(), throughGroup.stop()]));

const document = `query ($resource: CloudResourceKeyInput!, $between: TimeRangeInput, $filter: ConfigurationChangeFilter) {
  configurationTimeline(resource: $resource, between: $between, filter: $filter, first: 3) {
    nodes { capturedAt } pageInfo { hasNextPage }
  }
}`;
const ask = (resource: object, more: object = {}, language = 'en', of = gateway) =>
  of.query(document, { resource, ...more }, { 'accept-language': language });

const empty = { data: { configurationTimeline: { nodes: [], pageInfo: { hasNextPage: false } } } };
/** Nothing happened in it. */
const quiet = { between: { from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' } };

const readings = [
  { unknownResource: 'empty', unknownResourceDetail: 'NoData' },
  { unknownResource: 'empty', unknownResourceDetail: 'bare' },
  { unknownResource: 'NoData', unknownResourceDetail: 'NoData' },
  { unknownResource: 'NoData', unknownResourceDetail: 'bare' },
] as const;

describe.each(readings)('upstream %j', (reading) => {
  beforeEach(() => {
    gateway.emulator.readings.choose(reading);
  });

  it.each([
    [
      'en',
      { region: 'cn-hangzou' },
      'resource.region must be cn-hangzhou (Cloud Config has a resource with the ID i-bp1a9fk3m7q2x8c5v0zt there, of the type ACS::ECS::Instance), but got "cn-hangzou".',
      'region',
    ],
    [
      'zh',
      { region: 'cn-hangzou' },
      'resource.region 应为 cn-hangzhou（配置审计中 ID 为 i-bp1a9fk3m7q2x8c5v0zt 的资源所在，其类型为 ACS::ECS::Instance），但收到 "cn-hangzou"。',
      'region',
    ],
    [
      'en',
      { resourceType: 'acs::ecs::instance' },
      'resource.resourceType must be ACS::ECS::Instance (Cloud Config has a resource with the ID i-bp1a9fk3m7q2x8c5v0zt there, of the type ACS::ECS::Instance), but got "acs::ecs::instance".',
      'resourceType',
    ],
  ])('says in %s that %j is a slip, with the right name', async (language, slip, message, field) => {
    const { data, errors } = await ask({ ...busy, ...slip }, {}, language);

    expect(data).toEqual({ configurationTimeline: null });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', field: ['resource', field] } }]);
  });

  it('says with the nearest name that a type does not exist, if nothing has the ID either', async () => {
    const { errors } = await ask({ ...busy, resourceType: 'ACS::ECS::Instanc', resourceId: 'i-none' });

    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(
          /^resource\.resourceType must be a resource type that Cloud Config supports \(the nearest are ACS::ECS::Instance,/,
        ) as string,
        extensions: { code: 'BAD_USER_INPUT', field: ['resource', 'resourceType'] },
      },
    ]);
  });

  it.each([
    ['en', /^Cloud Config has no resource with the ID "i-none" in this account/],
    ['zh', /^配置审计在该账号中没有 ID 为 "i-none" 的资源/],
  ])('says in %s that there is no resource with an ID', async (language, message) => {
    const { data, errors } = await ask({ ...busy, resourceId: 'i-none' }, {}, language);

    expect(data).toEqual({ configurationTimeline: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(message) as string,
        extensions: { code: 'NOT_FOUND', field: ['resource', 'resourceId'] },
      },
    ]);
  });

  it('leaves the empty page of a known resource as it is, also of one that was deleted', async () => {
    expect([await ask(busy, quiet), await ask(removed, quiet)]).toEqual([empty, empty]);
  });
});

it('looks nothing up if the page is not empty, once if a resource has the key, and thrice at most', async () => {
  const callsOf = async (resource: object, more?: object) => {
    gateway.emulator.calls.clear();
    await ask(resource, more);
    return gateway.upstreamCalls().length;
  };

  expect(await callsOf(busy)).toBe(1);
  expect(await callsOf(busy, quiet)).toBe(2);
  expect(await callsOf(removed, quiet)).toBe(3);
  expect(await callsOf({ ...busy, resourceId: 'i-none' })).toBe(4);
});

it('includes the look-up in the estimate', async () => {
  const { cost } = await gateway.ask(document, { resource: { ...busy, resourceId: 'i-none' } });

  expect(cost).toMatchObject({ estimatedCalls: 4, actualCalls: 4 });
});

it.each(['ListDiscoveredResources', 'GetSupportedResourceTypes', 'ListSupportedProducts'] as const)(
  'leaves the empty page as it is if the look-up by %s fails: that proves nothing',
  async (action) => {
    gateway.emulator.faults.add({ kind: 'status', status: 503, action });
    const answer = await ask(busy, quiet);

    expect(answer).toEqual(empty);
  },
);

it('looks up whatever a filter omitted: a filter that matches nothing is no slip', async () => {
  expect(await ask(busy, { filter: { paths: ['NoSuchProperty'] } })).toEqual(empty);
});

it('stays an empty page behind the last one', async () => {
  gateway.emulator.world.clock.advance(400 * dayMs);

  expect(await ask(busy, { between: { last: 'P1D' } })).toEqual(empty);
});

it('holds in members by role and through an account group', async () => {
  for (const each of [gateway, throughGroup]) {
    const { errors } = await ask({ ...busy, accountId: marketing, resourceId: 'i-none' }, {}, 'en', each);

    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', field: ['resource', 'resourceId'] } }]);
    expect((await ask({ ...busy, accountId: management }, quiet, 'en', each)).errors).toBeUndefined();
  }
  const { errors } = await ask({ ...busy, accountId: overseasRetail });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

describe('several unknown IDs of a document', () => {
  const timeline = (id: string, first: number) =>
    `configurationTimeline(resource: { region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "${id}" }, first: ${first}) { nodes { capturedAt } }`;
  const notFound = (alias: string) => ({ path: [alias], extensions: { code: 'NOT_FOUND' } });

  it('are each told, and share the call for the types that there are', async () => {
    const { data, errors, cost } = await gateway.ask(
      `{ a: ${timeline('i-none', 3)} b: ${timeline('i-nothing', 3)} c: ${timeline('i-nowhere', 3)} }`,
    );

    expect(data).toEqual({ a: null, b: null, c: null });
    expect([...(errors ?? [])].sort((one, other) => (String(one.path) < String(other.path) ? -1 : 1))).toMatchObject(
      ['a', 'b', 'c'].map(notFound),
    );
    expect(cost).toMatchObject({ estimatedCalls: 10, actualCalls: 10 });
  });

  it('are looked up once each, however many pages of them a document asks for', async () => {
    const { data, errors, cost } = await gateway.ask(`{ a: ${timeline('i-none', 3)} b: ${timeline('i-none', 4)} }`);

    expect(data).toEqual({ a: null, b: null });
    expect(errors).toHaveLength(2);
    expect(cost).toMatchObject({ estimatedCalls: 5, actualCalls: 5 });
  });
});
