import type { Readings } from '../../../src/emulator/readings';
import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import type { GetResourceConfigurationTimeline, ListDiscoveredResources } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import type { TestCloud } from '../world/startCloud';
import { minute, startCloud } from '../world/startCloud';
import { epoch, managementId, smallWorld } from '../world/worlds';

type Timeline = ResponseOf<typeof GetResourceConfigurationTimeline>;

const instance = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const at = (minutes: number): string => new Date(Date.parse(epoch) + minutes * minute).toISOString();

/** A server that is stopped, started and stopped again within the first half hour, and a bucket. */
function worldWith(recorder: WorldDefinition['accounts'][number]['recorder']): WorldDefinition {
  return smallWorld({
    management: { recorder },
    resources: [
      {
        accountId: managementId,
        resourceId: 'i-1',
        resourceType: 'ACS::ECS::Instance',
        region: 'cn-hangzhou',
        changes: [
          { at: at(-60), type: 'DISCOVERED', diff: { Status: [null, 'Running'], Cpu: [null, 2] } },
          { at: at(2), type: 'MODIFY', diff: { Status: ['Running', 'Stopped'] } },
          { at: at(20), type: 'MODIFY', diff: { Cpu: [2, 4] } },
          { at: at(30), type: 'MODIFY', diff: { Status: ['Stopped', 'Running'] } },
        ],
      },
      {
        accountId: managementId,
        resourceId: 'b-1',
        resourceType: 'ACS::OSS::Bucket',
        region: 'cn-hangzhou',
        configuration: { Versioning: 'Enabled' },
      },
    ],
  });
}
const registered = { since: '2025-01-01T00:00:00.000Z' };

let cloud: TestCloud;
const start = async (recorder: Parameters<typeof worldWith>[0] = registered, readings: Partial<Readings> = {}) => {
  cloud = await startCloud(worldWith(recorder), { readings });
};
afterEach(() => cloud.close());

const put = (...types: string[]) => cloud.call('PutConfigurationRecorder', { ResourceTypes: types.join(',') });
const recorder = async () => (await cloud.call('DescribeConfigurationRecorder')).answer?.ConfigurationRecorder;
const listed = async () => {
  const { answer } = await cloud.call<ResponseOf<typeof ListDiscoveredResources>>('ListDiscoveredResources', {
    PageSize: 10,
    PageNumber: 1,
  });
  return answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList?.map(({ ResourceId }) => ResourceId);
};
const history = async () => {
  const { answer, code } = await cloud.call<Timeline>('GetResourceConfigurationTimeline', instance);
  const changes = answer?.ResourceConfigurationTimeline.ConfigurationList ?? [];
  return code ?? changes.map(({ ResourceEventType, ConfigurationDiff }) => [ResourceEventType, ConfigurationDiff]);
};

const discovered = ['DISCOVERED', '{"Status":[null,"Running"],"Cpu":[null,2]}'];

it('replaces the recorded types, is REBUILDING for five minutes, and refuses another choice meanwhile', async () => {
  await start();

  const answered = await put('ACS::OSS::Bucket', 'ACS::RAM::User', 'ACS::OSS::Bucket');
  const again = await put('ACS::ECS::Instance');
  cloud.pass(5 * minute);

  expect(answered).toMatchObject({
    answer: {
      ConfigurationRecorder: {
        AccountId: managementId,
        ConfigurationRecorderStatus: 'REBUILDING',
        ResourceTypes: ['ACS::OSS::Bucket', 'ACS::RAM::User'],
      },
    },
    effect: `recorder of account ${managementId} set to 2 resource types`,
  });
  expect(again).toMatchObject({ code: 'ProcessIsRunning', effect: null });
  expect(await recorder()).toMatchObject({
    ConfigurationRecorderStatus: 'REGISTERED',
    ResourceTypes: ['ACS::OSS::Bucket', 'ACS::RAM::User'],
  });
});

it('adds to the recorded types, by the other reading', async () => {
  await start({ ...registered, resourceTypes: ['ACS::ECS::Instance'] }, { putTypes: 'extends' });

  await put('ACS::OSS::Bucket');

  expect(await recorder()).toMatchObject({ ResourceTypes: ['ACS::ECS::Instance', 'ACS::OSS::Bucket'] });
});

it('lists and records no longer what is omitted; its past stays readable, or does not', async () => {
  await start();

  await put('ACS::OSS::Bucket');
  cloud.pass(25 * minute);

  expect(await listed()).toEqual(['b-1']);
  expect(await history()).toEqual([discovered]);
  cloud.emulator.readings.choose({ unrecordedHistory: 'hidden' });
  expect(await history()).toEqual([]);
});

it('discovers anew, when the rebuild is over, what is chosen again; what happened meanwhile is lost', async () => {
  await start();
  await put('ACS::OSS::Bucket');
  cloud.pass(10 * minute);

  await put('ACS::OSS::Bucket', 'ACS::ECS::Instance');
  const during = await listed();
  cloud.pass(25 * minute);

  expect(during).toEqual(['b-1']);
  expect(await listed()).toEqual(['i-1', 'b-1']);
  expect(await history()).toEqual([
    ['MODIFY', '{"Status":["Stopped","Running"]}'],
    ['MODIFY', '{"Cpu":[2,4]}'],
    ['DISCOVERED', '{"Status":[null,"Stopped"],"Cpu":[null,2]}'],
    discovered,
  ]);
});

it('never recorded what a world omitted from the start', async () => {
  await start({ ...registered, resourceTypes: ['ACS::OSS::Bucket'] });

  expect(await listed()).toEqual(['b-1']);
  expect(await history()).toEqual([]);
});

it('describes a resource without history by what the world says of it', async () => {
  await start();

  const { answer } = await cloud.call('DescribeDiscoveredResource', {
    ...instance,
    ResourceId: 'b-1',
    ResourceType: 'ACS::OSS::Bucket',
  });

  expect(answer?.DiscoveredResourceDetail).toMatchObject({ Configuration: '{"Versioning":"Enabled"}', Tags: '{}' });
});

it.each([
  ['kept', undefined, 'REGISTRABLE'],
  ['started', undefined, 'BUILDING'],
  ['AccountNotExisted', 'AccountNotExisted', 'REGISTRABLE'],
] as const)('reads a choice before the start as %s', async (putWhenRegistrable, code, status) => {
  await start({ ...registered, status: 'REGISTRABLE' }, { putWhenRegistrable });

  const answered = await put('ACS::ECS::Instance');

  expect(answered.code).toBe(code);
  expect(await recorder()).toMatchObject({ ConfigurationRecorderStatus: status });
  // What was found before the start is known at once.
  expect(await listed()).toEqual(status === 'BUILDING' ? ['i-1'] : []);
});
