import { createWorld } from '../../../src/emulator/world/createWorld';
import { generatedWorld } from '../../../src/emulator/world/population/generatedWorld';
import { oddTags } from '../../../src/emulator/world/population/names';
import type { GetAccount, ListAccounts, ListAccountsForParent, ListFoldersForParent } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import { memberStatuses } from '../../../src/operations/resource-manager/AccountRecord';
import type { Outcome, TestCloud } from '../world/startCloud';
import { minute, startCloud } from '../world/startCloud';

type Accounts = ResponseOf<typeof ListAccounts>;
type AccountsOfFolder = ResponseOf<typeof ListAccountsForParent>;
type Folders = ResponseOf<typeof ListFoldersForParent>;

const size = 230;
const { accountId, managementAccountId } = generatedWorld(size);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startCloud('demo', { accounts: size });
});
afterAll(() => cloud.close());

async function allAccounts(): Promise<NonNullable<Accounts['Accounts']['Account']>> {
  const pages = [];
  for (let page = 1; page <= Math.ceil(size / 100); page++) {
    pages.push(await cloud.call<Accounts>('ListAccounts', { PageNumber: page, PageSize: 100, IncludeTags: true }));
  }
  return pages.flatMap(({ answer }) => answer?.Accounts.Account ?? []);
}

it('is the same for the same seed, and another for another', () => {
  const ids = (seed?: string) => {
    const world = createWorld('demo', { accounts: 5, seed, wallClock: () => 0 });
    const owner = world.accessKey('testid')?.caller.accountId ?? '';
    return [...(world.directories.ownedBy(owner)?.members.keys() ?? [])];
  };

  expect(ids()).toEqual(ids());
  expect(ids('other')).not.toEqual(ids());
});

it('has as many members as were requested, each once, and no other', async () => {
  const accounts = await allAccounts();

  expect(new Set(accounts.map(({ AccountId }) => AccountId)).size).toBe(size);
  expect(accounts.map(({ AccountId }) => AccountId)).toEqual(
    Array.from({ length: size }, (_, index) => accountId(index)),
  );
});

it('has members of every status, names that occur twice, names in Chinese, and every odd tag', async () => {
  const accounts = await allAccounts();
  const names = accounts.map(({ DisplayName }) => DisplayName);
  const tags = accounts.flatMap(({ Tags }) => Tags?.Tag ?? []).map(({ Key, Value }) => [Key, Value]);

  expect(new Set(accounts.map(({ Status }) => Status))).toEqual(new Set(memberStatuses));
  expect(new Set(names).size).toBeLessThan(names.length);
  expect(names.some((name) => /^支付 生产$/.test(name ?? ''))).toBe(true);
  expect(tags).toEqual(expect.arrayContaining(oddTags.map((tag) => [...tag])));
});

it('has a folder tree five levels deep, whose folders hold every member once', async () => {
  const found: string[] = [];
  let deepest = 0;
  const visit = async (folderId: string | undefined, level: number): Promise<void> => {
    deepest = Math.max(deepest, level);
    const request = { ...(folderId === undefined ? {} : { ParentFolderId: folderId }), PageSize: 100 };
    const { answer: members } = await cloud.call<AccountsOfFolder>('ListAccountsForParent', request);
    found.push(...(members?.Accounts.Account ?? []).map(({ AccountId }) => AccountId));
    expect(members?.TotalCount).toBe(members?.Accounts.Account?.length);
    const { answer: folders } = await cloud.call<Folders>('ListFoldersForParent', request);
    for (const { FolderId } of folders?.Folders.Folder ?? []) await visit(FolderId, level + 1);
  };

  await visit(undefined, 0);

  expect(deepest).toBe(5);
  expect(found.sort()).toEqual(Array.from({ length: size }, (_, index) => accountId(index)).sort());
});

it('answers each member as the lists do', async () => {
  const [listed] = await allAccounts();

  const { answer } = await cloud.call<ResponseOf<typeof GetAccount>>('GetAccount', {
    AccountId: accountId(0),
    IncludeTags: true,
  });

  const { Tags, ...rest } = listed ?? {};
  expect(answer?.Account).toMatchObject({ ...rest, Tags: Tags?.Tag });
});

it('knows removed members no more, and suspended ones still', async () => {
  const removed = await cloud.call('GetAccount', { AccountId: accountId(size) });
  const suspended = await cloud.call('GetEnrolledAccount', { AccountUid: accountId(100) });

  expect(removed.code).toBe('EntityNotExists.Account');
  expect(suspended.answer).toMatchObject({ Status: 'ScheduleFailed', ErrorInfo: { Code: 'AccountSuspended' } });
});

it('has a key of the management account, of the first member, and of every member', async () => {
  const owners = await Promise.all(
    ['testid', 'memberid', `memberid-${accountId(7)}`].map((key) => cloud.call('GetCallerIdentity', {}, key)),
  );

  expect(owners.map(({ answer }) => answer?.AccountId)).toEqual([managementAccountId, accountId(0), accountId(7)]);
});

it('lists its enrollments with tokens, as each is read by itself, and a repeated one in its place', async () => {
  interface Page {
    readonly EnrolledAccounts: readonly { readonly AccountUid: string; readonly Status: string }[];
    readonly NextToken?: string;
  }
  const walk = async () => {
    const listed: Page['EnrolledAccounts'][number][] = [];
    for (let token: string | undefined = ''; token !== undefined;) {
      const { answer }: Outcome<Page> = await cloud.call<Page>('ListEnrolledAccounts', {
        MaxResults: 30,
        NextToken: token,
      });
      listed.push(...(answer?.EnrolledAccounts ?? []));
      token = answer?.NextToken;
    }
    return listed;
  };

  const before = await walk();
  await cloud.call('EnrollAccount', { AccountUid: accountId(1) });
  const after = await walk();

  expect(before).toHaveLength(size - Math.ceil((size - 5) / 8));
  expect(new Set(before.map(({ Status }) => Status))).toEqual(
    new Set(['Finished', 'Failed', 'ScheduleFailed', 'Running']),
  );
  expect(after.map(({ AccountUid }) => AccountUid)).toEqual(before.map(({ AccountUid }) => AccountUid));
  expect(after.find(({ AccountUid }) => AccountUid === accountId(1))?.Status).toBe('Pending');
  const notEnrolled = await cloud.call('GetEnrolledAccount', { AccountUid: accountId(5) });
  expect(notEnrolled.code).toBe('InvalidBlueprint.NotFound');
});

it('starts a recorder that was not there, and finds what the account has when the scan is over', async () => {
  const key = `memberid-${accountId(19)}`;
  const list = () => cloud.call('ListDiscoveredResources', { PageNumber: 1, PageSize: 1 }, key);

  const before = await list();
  await cloud.call('StartConfigurationRecorder', {}, key);
  const during = await list();
  cloud.pass(5 * minute);
  const after = await list();

  expect(before.code).toBe('AccountNotExisted');
  expect(during.answer).toMatchObject({ DiscoveredResourceProfiles: { TotalCount: 0 } });
  const { DiscoveredResourceProfileList: [found] = [] } = after.answer?.DiscoveredResourceProfiles as {
    DiscoveredResourceProfileList?: { ResourceId: string; ResourceType: string; Region: string }[];
  };
  const timeline = await cloud.call('GetResourceConfigurationTimeline', found, key);
  expect(timeline.answer).toMatchObject({
    ResourceConfigurationTimeline: { TotalCount: 1, ConfigurationList: [{ ResourceEventType: 'DISCOVERED' }] },
  });
});
