import { freshAccountId } from '../../../../src/emulator/world/freshWorld';
import {
  DescribeConfigurationRecorder,
  GetConfigurationRecorder,
  GetResourceConfigurationTimeline,
  GetResourceConfigurationTimeline2020,
  ListDiscoveredResources2020,
  PutConfigurationRecorder,
  StartConfigurationRecorder,
  StartConfigurationRecorder2020,
  StopConfigurationRecorder,
  UpdateConfigurationRecorder,
} from '../../../../src/operations';
import { minute } from '../../world/startCloud';
import { managementId, memberId, smallWorld } from '../../world/worlds';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

const registered = { since: '2025-01-01T00:00:00.000Z' };
const instance = { ResourceId: 'i-bp1f2r3e4s5h6w7e8b9a', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

let cloud: ClientCloud;
afterEach(() => cloud.close());

const newer = async (key?: string) =>
  (await cloud.call(GetConfigurationRecorder, {}, key)).ConfigurationRecorder.ConfigurationRecorderStatus;
const older = async (key?: string) =>
  (await cloud.call(DescribeConfigurationRecorder, {}, key)).ConfigurationRecorder.ConfigurationRecorderStatus;
const listed = async () =>
  (
    await cloud.call(ListDiscoveredResources2020, { MaxResults: 100 })
  ).DiscoveredResourceProfiles.DiscoveredResourceProfileList?.map(({ ResourceId }) => ResourceId);
const history = async () =>
  (
    await cloud.call(GetResourceConfigurationTimeline2020, instance)
  ).ResourceConfigurationTimeline.ConfigurationList?.map(({ ResourceEventType }) => ResourceEventType);

it('starts in the one version what the other reads, and answers nothing but status and types', async () => {
  cloud = await startWithClient('fresh');

  const { RequestId: _, ...started } = await cloud.call(StartConfigurationRecorder2020, {});
  const during = [await newer(), await older()];
  const again = await cloud.refusal(StartConfigurationRecorder, {});
  cloud.pass(5 * minute);

  expect(started).toEqual({
    ConfigurationRecorder: {
      ConfigurationRecorderStatus: 'BUILDING',
      ResourceTypes: expect.arrayContaining(['ACS::ECS::Instance']) as unknown,
    },
  });
  expect(during).toEqual(['BUILDING', 'BUILDING']);
  expect(again).toBe('ProcessIsRunning');
  expect([await newer(), await older()]).toEqual(['REGISTERED', 'REGISTERED']);
  expect(cloud.emulator.calls.effects()).toEqual([
    `service-linked role of account ${freshAccountId} created, recorder of account ${freshAccountId} started`,
  ]);
});

it('chooses types in the one version for the other', async () => {
  cloud = await startWithClient(smallWorld({ management: { recorder: registered } }));

  const updated = await cloud.call(UpdateConfigurationRecorder, { ResourceTypes: ['ACS::OSS::Bucket'] });
  const meanwhile = await cloud.refusal(PutConfigurationRecorder, { ResourceTypes: ['ACS::RAM::User'] });
  cloud.pass(5 * minute);
  const { ConfigurationRecorder } = await cloud.call(DescribeConfigurationRecorder, {});

  expect(updated.ConfigurationRecorder).toEqual({
    ConfigurationRecorderStatus: 'REBUILDING',
    ResourceTypes: ['ACS::OSS::Bucket'],
  });
  expect(meanwhile).toBe('ProcessIsRunning');
  expect(ConfigurationRecorder.ResourceTypes).toEqual(['ACS::OSS::Bucket']);
});

it('refuses types to an account that was never activated, and to a member of an enterprise edition', async () => {
  cloud = await startWithClient(
    smallWorld({ management: { recorder: registered, organization: { status: 'REGISTERED', ...registered } } }),
  );
  const request = { ResourceTypes: ['ACS::OSS::Bucket'] };

  const outsider = await cloud.refusal(UpdateConfigurationRecorder, request, 'outsiderid');
  cloud.emulator.world.recorders.build(memberId);
  const governed = await cloud.refusal(UpdateConfigurationRecorder, request, 'memberid');

  expect([outsider, governed]).toEqual(['ConfigServiceNotEnabled', 'EnterpriseEditionAllResourceTypesDefault']);
});

it('knows a closed account for neither a start nor a stop', async () => {
  cloud = await startWithClient(smallWorld({ management: { status: 'closed' } }));

  const refusals = [
    await cloud.refusal(StartConfigurationRecorder2020, {}),
    await cloud.refusal(StopConfigurationRecorder, {}),
  ];

  expect(refusals).toEqual(['AccountNotExisted', 'AccountNotExisted']);
  expect(cloud.emulator.calls.all().map(({ status }) => status)).toEqual([400, 400]);
});

describe('a stop', () => {
  const startAndStop = async () => {
    cloud = await startWithClient('fresh');
    await cloud.call(StartConfigurationRecorder2020, {});
    cloud.pass(10 * minute);
    const before = [await listed(), await history()];
    const answer = await cloud.call(StopConfigurationRecorder, {});
    return { before, answer };
  };

  it('ends the recorder in both versions, and erases what was recorded', async () => {
    const { before, answer } = await startAndStop();

    expect(before).toEqual([[instance.ResourceId, 'new-harbour-assets'], ['DISCOVERED']]);
    expect(answer.StopConfigurationRecorderResult).toBe(true);
    expect([await newer(), await older()]).toEqual(['REGISTRABLE', 'REGISTRABLE']);
    expect([await listed(), await history()]).toEqual([[], []]);
    expect(cloud.emulator.calls.effects().at(-1)).toBe(`recorder of account ${freshAccountId} stopped`);
  });

  it('is followed by a start that discovers everything anew', async () => {
    await startAndStop();
    cloud.pass(60 * minute);
    await cloud.call(StartConfigurationRecorder2020, {});
    const during = await listed();
    cloud.pass(5 * minute);

    const { ResourceConfigurationTimeline: page } = await cloud.call(GetResourceConfigurationTimeline, instance);

    expect(during).toEqual([]);
    expect(await listed()).toEqual([instance.ResourceId, 'new-harbour-assets']);
    expect(page.ConfigurationList).toMatchObject([
      { ResourceEventType: 'DISCOVERED', CaptureTime: cloud.emulator.world.clock.now() },
    ]);
  });

  it.each(['kept', 'started'] as const)('may be followed by a choice of types that is %s', async (reading) => {
    await startAndStop();
    cloud.emulator.readings.choose({ putWhenRegistrable: reading });

    await cloud.call(UpdateConfigurationRecorder, { ResourceTypes: ['ACS::OSS::Bucket'] });
    cloud.pass(5 * minute);
    const afterChoice = await listed();
    if (reading === 'kept') await cloud.call(StartConfigurationRecorder2020, {});
    cloud.pass(5 * minute);

    expect(afterChoice).toEqual(reading === 'kept' ? [] : ['new-harbour-assets']);
    expect(await listed()).toEqual(['new-harbour-assets']);
    expect(await history()).toEqual([]);
  });

  it('makes the account unknown, by the other reading', async () => {
    await startAndStop();
    cloud.emulator.readings.choose({ stoppedRecorder: 'AccountNotExisted' });

    const refusals = [
      await cloud.refusal(GetConfigurationRecorder, {}),
      await cloud.refusal(GetResourceConfigurationTimeline2020, instance),
    ];
    await cloud.call(StartConfigurationRecorder2020, {});

    expect(refusals).toEqual(['AccountNotExisted', 'AccountNotExisted']);
    expect(await newer()).toBe('BUILDING');
  });

  it('does nothing if nothing was started, or is refused by the other reading', async () => {
    cloud = await startWithClient('fresh');

    const answer = await cloud.call(StopConfigurationRecorder, {});
    cloud.emulator.readings.choose({ stopWhenRegistrable: 'StopSLRFail' });
    const refused = await cloud.refusal(StopConfigurationRecorder, {});

    expect(answer.StopConfigurationRecorderResult).toBe(true);
    expect(refused).toBe('StopSLRFail');
    expect(cloud.emulator.calls.effects()).toEqual([]);
  });

  it('of another account changes nothing here', async () => {
    cloud = await startWithClient(
      smallWorld({ management: { recorder: registered }, member: { recorder: registered } }),
    );

    await cloud.call(StopConfigurationRecorder, {}, 'memberid');

    expect([await newer(), await newer('memberid')]).toEqual(['REGISTERED', 'REGISTRABLE']);
    expect(cloud.emulator.world.recorders.isStopped(managementId)).toBe(false);
  });
});
