import { freshAccountId } from '../../../src/emulator/world/freshWorld';
import type { ConfigurationRecorderRecord } from '../../../src/operations/cloud-config/ConfigurationRecorderRecord';
import { minute, second, startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';
import { epoch, managementId, memberId, smallWorld } from '../world/worlds';

interface Answer {
  readonly ConfigurationRecorder: ConfigurationRecorderRecord;
}

let cloud: TestCloud;
afterEach(() => cloud.close());

const start = (parameters?: object, key?: string) => cloud.call<Answer>('StartConfigurationRecorder', parameters, key);
const read = (key?: string) => cloud.call<Answer>('DescribeConfigurationRecorder', {}, key);
async function status(key?: string) {
  const { answer, code } = await read(key);
  return answer?.ConfigurationRecorder.ConfigurationRecorderStatus ?? code;
}

function identity(answer: Answer | undefined) {
  const { AccountId, OrganizationMasterId, OrganizationEnableStatus } = answer?.ConfigurationRecorder ?? {};
  return { AccountId, OrganizationMasterId, OrganizationEnableStatus };
}

const registered = { since: '2025-01-01T00:00:00.000Z' };

it('builds a recorder in five minutes of world time, and reports once that it was started', async () => {
  cloud = await startCloud('fresh');

  const started = await start();
  const again = await start();
  const seen = [];
  for (const ms of [0, 4 * minute, minute - 1, 1]) {
    cloud.pass(ms);
    seen.push(await status());
  }

  expect(started.answer?.ConfigurationRecorder).toMatchObject({
    AccountId: freshAccountId,
    ConfigurationRecorderStatus: 'BUILDING',
  });
  expect(started.answer?.ConfigurationRecorder.ResourceTypes).toContain('ACS::ECS::Instance');
  expect(again).toMatchObject({ code: 'ProcessIsRunning', effect: null });
  expect(seen).toEqual(['BUILDING', 'BUILDING', 'BUILDING', 'REGISTERED']);
  expect(cloud.emulator.calls.effects()).toEqual([
    `service-linked role of account ${freshAccountId} created, recorder of account ${freshAccountId} started`,
  ]);
});

it('follows a clock that is set, forwards and back', async () => {
  cloud = await startCloud('fresh');
  await start();
  const { clock } = cloud.emulator.world;
  const started = clock.now();

  clock.set(started + 60 * minute);
  const later = await status();
  clock.set(started + second);

  expect([later, await status()]).toEqual(['REGISTERED', 'BUILDING']);
});

it('leaves a registered recorder alone', async () => {
  cloud = await startCloud(smallWorld({ member: { recorder: registered, serviceLinkedRole: 'present' } }));

  const { answer, effect } = await start({}, 'memberid');

  expect(answer?.ConfigurationRecorder.ConfigurationRecorderStatus).toBe('REGISTERED');
  expect(effect).toBeNull();
});

it('rebuilds a registered recorder under the reading startWhenRegistered: rebuild', async () => {
  cloud = await startCloud(smallWorld({ member: { recorder: registered } }), {
    readings: { startWhenRegistered: 'rebuild' },
  });

  await start({}, 'memberid');
  const during = await status('memberid');
  cloud.pass(5 * minute);

  expect([during, await status('memberid')]).toEqual(['REBUILDING', 'REGISTERED']);
});

it('answers REGISTRABLE to the start itself under the reading startAnswer: REGISTRABLE', async () => {
  cloud = await startCloud('fresh', { readings: { startAnswer: 'REGISTRABLE' } });

  const { answer } = await start();

  expect(answer?.ConfigurationRecorder.ConfigurationRecorderStatus).toBe('REGISTRABLE');
  expect(await status()).toBe('BUILDING');
});

it('answers REGISTRABLE for an account never activated under the reading neverActivated: REGISTRABLE', async () => {
  cloud = await startCloud('fresh', { readings: { neverActivated: 'REGISTRABLE' } });

  expect(await status()).toBe('REGISTRABLE');
});

it.each([
  [
    'absent',
    { AccountId: undefined, OrganizationMasterId: managementId, OrganizationEnableStatus: 'REGISTRABLE' },
    { AccountId: memberId, OrganizationMasterId: undefined, OrganizationEnableStatus: undefined },
  ],
  [
    'zero',
    { AccountId: 0, OrganizationMasterId: managementId, OrganizationEnableStatus: 'REGISTRABLE' },
    { AccountId: memberId, OrganizationMasterId: 0, OrganizationEnableStatus: 'REGISTRABLE' },
  ],
  [
    'present',
    { AccountId: managementId, OrganizationMasterId: managementId, OrganizationEnableStatus: 'REGISTRABLE' },
    { AccountId: memberId, OrganizationMasterId: undefined, OrganizationEnableStatus: 'REGISTRABLE' },
  ],
] as const)(
  'names a management account and a member under inapplicableFields: %s',
  async (reading, management, member) => {
    cloud = await startCloud(smallWorld({ management: { recorder: registered }, member: { recorder: registered } }), {
      readings: { inapplicableFields: reading },
    });

    const [byManagement, byMember] = [await read(), await read('memberid')];

    expect(identity(byManagement.answer)).toEqual(management);
    expect(identity(byMember.answer)).toEqual(member);
  },
);

describe('the enterprise edition', () => {
  it('is switched on by the management account, for its members as well', async () => {
    cloud = await startCloud(smallWorld({ management: { recorder: registered } }));

    const started = await start({ EnterpriseEdition: true });
    const again = await start({ EnterpriseEdition: true });
    const member = await status('memberid');
    cloud.pass(5 * minute);
    const after = await read();

    expect(started.answer?.ConfigurationRecorder).toMatchObject({
      OrganizationMasterId: managementId,
      OrganizationEnableStatus: 'BUILDING',
      ConfigurationRecorderStatus: 'REGISTERED',
    });
    expect(again.code).toBe('ProcessIsRunning');
    expect([member, await status('memberid')]).toEqual(['BUILDING', 'REGISTERED']);
    expect(after.answer?.ConfigurationRecorder.OrganizationEnableStatus).toBe('REGISTERED');
  });

  it('omits members whose service-linked role cannot be made', async () => {
    cloud = await startCloud(smallWorld({ member: { serviceLinkedRole: 'refused' } }));

    await start({ EnterpriseEdition: true });

    expect(await status('memberid')).toBe('AccountNotExisted');
  });

  it('is not started again once it is there', async () => {
    const organization = { status: 'REGISTERED' as const, since: epoch };
    const management = { recorder: registered, organization, serviceLinkedRole: 'present' as const };
    cloud = await startCloud(smallWorld({ management }));

    const { effect } = await start({ EnterpriseEdition: true });

    expect(effect).toBeNull();
  });
});

it('prints the resource types that a recorder was narrowed to', async () => {
  const recorder = { ...registered, resourceTypes: ['ACS::OSS::Bucket'] };
  cloud = await startCloud(smallWorld({ member: { recorder } }));

  const { answer } = await read('memberid');

  expect(answer?.ConfigurationRecorder.ResourceTypes).toEqual(['ACS::OSS::Bucket']);
});
