import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import { GetGlobalEventsStorageRegion, LookupEvents } from '../../../src/operations';
import type { RequestOf } from '../../../src/operations/operation';
import type { ClientCloud } from '../cloud-config/2020-09-07/startWithClient';
import { startWithClient } from '../cloud-config/2020-09-07/startWithClient';
import { managementId, smallWorld } from '../world/worlds';

const stopped = '2026-06-30T07:31:00.000Z';
const instance = { type: 'ACS::ECS::Instance', name: 'i-1' };
const world = (more: Partial<WorldDefinition> = {}): WorldDefinition =>
  smallWorld({
    clock: 'frozen',
    causes: 'written',
    writes: [
      {
        at: stopped,
        accountId: managementId,
        operation: 'StopInstance',
        resources: [instance],
        parameters: { InstanceId: 'i-1', Password: 'CANARY-password' },
        answer: { AccessKeySecret: 'CANARY-answer' },
      },
      {
        at: '2026-06-30T07:30:00.000Z',
        accountId: managementId,
        operation: 'DescribeInstances',
        isWrite: false,
        resources: [instance, { type: 'ACS::ECS::Instance', name: 'i-2' }],
      },
      {
        at: '2026-06-30T07:29:00.000Z',
        accountId: managementId,
        operation: 'RunInstances',
        resources: [{ ...instance, isMade: true }],
      },
      {
        at: '2026-06-30T07:28:00.000Z',
        accountId: managementId,
        service: 'Ims',
        operation: 'UpdateUser',
        isGlobal: true,
        resources: [{ type: 'ACS::RAM::User', name: 'alice@1.onaliyun.com', configId: '2001' }],
      },
      { at: '2026-06-30T07:27:00.000Z', accountId: managementId, region: 'cn-beijing', operation: 'StartInstance' },
    ],
    ...more,
  });

let cloud: ClientCloud;
beforeEach(async () => {
  cloud = await startWithClient(world());
});
afterEach(() => cloud.close());

type Attribute = NonNullable<RequestOf<typeof LookupEvents>['LookupAttribute']>[number];
const by = (Key: string, Value: string): Attribute => ({ Key, Value });
const request = (...LookupAttribute: Attribute[]) => ({ MaxResults: 50, LookupAttribute });
const names = async (...attributes: Attribute[]) =>
  ((await cloud.call(LookupEvents, request(...attributes))).Events ?? []).map(({ eventName }) => eventName);

it('lists the events of one region, newest first, by attributes that must all match', async () => {
  expect(await names()).toEqual(['StopInstance', 'DescribeInstances', 'RunInstances', 'UpdateUser']);
  expect(await names(by('ResourceName', 'i-1'))).toEqual(['StopInstance', 'DescribeInstances', 'RunInstances']);
  expect(await names(by('ServiceName', 'Ecs'), by('EventRW', 'Write'))).toEqual(['StopInstance', 'RunInstances']);
  expect(await names(by('ServiceName', 'ecs'))).toEqual([]);
  expect(await names(by('User', 'zhang.wei'))).toHaveLength(4);
});

it('pages by a token that is good for the same search alone', async () => {
  const first = await cloud.call(LookupEvents, { MaxResults: 3 });
  const rest = await cloud.call(LookupEvents, { MaxResults: 3, NextToken: first.NextToken });
  const other = await cloud.refusal(LookupEvents, { ...request(by('EventRW', 'Write')), NextToken: first.NextToken });

  expect(rest.Events?.map(({ eventName }) => eventName)).toEqual(['UpdateUser']);
  expect(rest).not.toHaveProperty('NextToken');
  expect(other).toBe('InvalidNextToken');
  cloud.emulator.readings.choose({ trailLastToken: 'empty' });
  expect((await cloud.call(LookupEvents, { MaxResults: 50 })).NextToken).toBe('');
});

it('lists events oldest first if that is requested', async () => {
  const { Events = [] } = await cloud.call(LookupEvents, { MaxResults: 2, Direction: 'FORWARD' });

  expect(Events.map(({ eventName }) => eventName)).toEqual(['UpdateUser', 'RunInstances']);
});

it('refuses ranges of more than 30 days, by a reading, and from more than 90 days ago', async () => {
  const range = (StartTime: string) => ({ MaxResults: 1, StartTime, EndTime: '2026-06-30T08:00:00Z' });

  expect(await cloud.refusal(LookupEvents, range('2026-05-30T00:00:00Z'))).toBe('InvalidTimeRangeException');
  expect(await cloud.refusal(LookupEvents, range('2026-03-31T00:00:00Z'))).toBe('InvalidTimeRangeException');
  cloud.emulator.readings.choose({ trailSpan: '90-days' });
  expect((await cloud.call(LookupEvents, range('2026-05-30T00:00:00Z'))).Events).toHaveLength(1);
  expect(await cloud.refusal(LookupEvents, range('2026-03-31T00:00:00Z'))).toBe('InvalidParameterStartTimeOutOfDate');
});

it('ignores or refuses a pair of attributes that is not documented', async () => {
  const pair = request(by('ResourceName', 'i-1'), by('EventRW', 'Write'));

  expect((await cloud.call(LookupEvents, pair)).Events).toHaveLength(3);
  cloud.emulator.readings.choose({ trailExtraAttributes: 'refused' });
  expect(await cloud.refusal(LookupEvents, pair)).toBe('InvalidLookupAttributesException');
});

it('names resources by each reading', async () => {
  const ofInstance = async () =>
    (await cloud.call(LookupEvents, request(by('EventName', 'DescribeInstances')))).Events?.[0];

  expect(await ofInstance()).toMatchObject({
    resourceType: 'ACS::ECS::Instance',
    resourceName: 'i-1,i-2',
    referencedResources: '{"ACS::ECS::Instance":["i-1","i-2"]}',
  });
  cloud.emulator.readings.choose({ trailResources: 'list', trailTypes: 'short', trailNameMatch: 'whole' });
  expect(await ofInstance()).toMatchObject({
    resourceType: 'Instance',
    referencedResources:
      '[{"resourceType":"Instance","resourceName":"i-1"},{"resourceType":"Instance","resourceName":"i-2"}]',
  });
  expect(await names(by('ResourceName', 'i-1'))).toEqual(['StopInstance', 'RunInstances']);
  cloud.emulator.readings.choose({ trailCreatedNamed: 'requested' });
  expect(await names(by('ResourceName', 'i-1'))).toEqual(['StopInstance']);
  expect(await names(by('ResourceName', 'alice@1.onaliyun.com'))).toEqual(['UpdateUser']);
  cloud.emulator.readings.choose({ trailNames: 'config-id' });
  expect(await names(by('ResourceName', '2001'))).toEqual(['UpdateUser']);
});

it('answers by the region of the host, and names the one that keeps global events', async () => {
  expect((await cloud.callIn('cn-beijing', LookupEvents, { MaxResults: 50 })).Events).toMatchObject([
    { eventName: 'StartInstance', acsRegion: 'cn-beijing' },
  ]);
  expect((await cloud.call(GetGlobalEventsStorageRegion, {})).StorageRegion).toBe('cn-hangzhou');
  cloud.emulator.readings.choose({ trailGlobal: 'every-region' });
  expect((await cloud.callIn('cn-beijing', LookupEvents, { MaxResults: 50 })).Events).toHaveLength(2);
});

it('knows of an event a while after it happened', async () => {
  await cloud.close();
  cloud = await startWithClient(world({ trailLagSeconds: 1800 }));

  expect(await names()).toEqual(['DescribeInstances', 'RunInstances', 'UpdateUser']);
  cloud.pass(120_000);
  expect(await names()).toContain('StopInstance');
});

it('is not read by a principal that lacks the right to', async () => {
  await cloud.close();
  cloud = await startWithClient(smallWorld({ key: { denied: ['actiontrail:LookupEvents'] } }));

  expect(await cloud.refusal(LookupEvents, { MaxResults: 1 })).toBe('NoPermission');
});
