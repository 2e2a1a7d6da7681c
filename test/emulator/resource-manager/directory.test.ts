import { demoAccounts } from '../../../src/emulator/world/demo/company';
import { freshAccountId } from '../../../src/emulator/world/freshWorld';
import type { GetResourceDirectory } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import { startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';

type Answer = ResponseOf<typeof GetResourceDirectory>;

let cloud: TestCloud;
afterEach(() => cloud.close());

it('makes the caller the owner of a directory with a root folder, once', async () => {
  cloud = await startCloud('fresh');

  const before = await cloud.call('GetResourceDirectory');
  const made = await cloud.call<Answer>('InitResourceDirectory');
  const again = await cloud.call('InitResourceDirectory');
  const read = await cloud.call<Answer>('GetResourceDirectory');

  const { ResourceDirectoryId: id } = made.answer?.ResourceDirectory ?? {};
  expect(before.code).toBe('ResourceDirectoryNotInUse');
  expect(made.answer?.ResourceDirectory).toEqual({
    CreateTime: '2026-06-30T08:00:00.000Z',
    MasterAccountId: freshAccountId,
    MasterAccountName: 'cloud-admin@new-harbour.example',
    ResourceDirectoryId: expect.stringMatching(/^rd-\w{6}$/) as string,
    RootFolderId: expect.stringMatching(/^r-\w{6}$/) as string,
  });
  expect(again).toMatchObject({ code: 'EntityAlreadyExists.ResourceDirectory', effect: null });
  expect(read.answer?.ResourceDirectory).toEqual({
    ...made.answer?.ResourceDirectory,
    ControlPolicyStatus: 'Disabled',
    IdentityInformation: 'New Harbour Trading Co., Ltd.',
    MemberDeletionStatus: 'Disabled',
  });
  expect(cloud.emulator.calls.effects()).toEqual([`resource directory ${id} of account ${freshAccountId} created`]);
});

it('shows a member the directory that it is in', async () => {
  cloud = await startCloud('demo');

  const { answer } = await cloud.call<Answer>('GetResourceDirectory', {}, 'memberid');

  expect(answer?.ResourceDirectory).toEqual({
    ControlPolicyStatus: 'Enabled',
    CreateTime: '2022-11-02T06:25:44.190Z',
    IdentityInformation: '莲谷商贸有限公司',
    MasterAccountId: demoAccounts.management,
    MasterAccountName: 'org-root@lotus-valley.example',
    MemberDeletionStatus: 'Disabled',
    ResourceDirectoryId: 'rd-7Kq2Vx',
    RootFolderId: 'r-Tn5Wc8',
  });
});

it('is back at the start after a reset, and makes the same directory again', async () => {
  cloud = await startCloud('fresh');
  const first = await cloud.call<Answer>('InitResourceDirectory');

  cloud.emulator.reset();
  const forgotten = await cloud.call('GetResourceDirectory');
  const second = await cloud.call<Answer>('InitResourceDirectory');

  expect(forgotten.code).toBe('ResourceDirectoryNotInUse');
  expect(second.answer?.ResourceDirectory).toEqual(first.answer?.ResourceDirectory);
});
