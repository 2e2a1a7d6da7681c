import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import type { FaultRuleInput } from '../../../src/emulator/faults';
import { demoResources } from '../../support/timelines';
import { call, common, type Parameters } from './rawClient';

/** Faults that make a list wrong while the upstream is up. */

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: 'demo', quotas: false });
});
beforeEach(() => {
  emulator.reset();
});
afterAll(() => emulator.close());

interface Page {
  readonly status: number;
  readonly ids: readonly string[];
  readonly token?: string;
  readonly count?: number;
  readonly bytes: number;
}

type List = Readonly<Record<string, unknown>> & { readonly NextToken?: string; readonly TotalCount?: number };

const read = async (operation: Parameters, items: string, container?: string): Promise<Page> => {
  const answer = await call(emulator.url, operation, { now: Date.now(), method: 'GET' });
  const body = JSON.parse(answer.text) as List & Readonly<Record<string, List>>;
  const list: List | undefined = container === undefined ? body : body[container];
  const records = (Array.isArray(list?.[items]) ? list[items] : []) as Record<string, unknown>[];
  return {
    status: answer.status,
    ids: records.map(({ AccountId, AccountUid, CaptureTime }) => String(AccountId ?? AccountUid ?? CaptureTime)),
    token: list?.NextToken,
    count: list?.TotalCount,
    bytes: answer.text.length,
  };
};

/** Enrollments: a list by token without a count. */
const enrollments = (NextToken?: string, size = 3) => {
  const request = { Version: '2021-01-20', Action: 'ListEnrolledAccounts', MaxResults: String(size) };
  return read(NextToken === undefined ? request : { ...request, NextToken }, 'EnrolledAccounts');
};
/** A timeline: by token, with a count. */
const timeline = async (NextToken?: string): Promise<Page> => {
  const { region, resourceType, resourceId } = demoResources.busy;
  const key = { Region: region, ResourceType: resourceType, ResourceId: resourceId, Limit: '5' };
  const request = { Version: '2019-01-08', Action: 'GetResourceConfigurationTimeline', ...key };
  const page = await read(
    NextToken === undefined ? request : { ...request, NextToken },
    'ConfigurationList',
    'ResourceConfigurationTimeline',
  );
  return page;
};
const members = async (page: number): Promise<Page> => {
  const request = { ...common(Date.now()), Version: '2020-03-31', Action: 'ListAccounts', PageSize: '5' };
  const answer = await call(emulator.url, { ...request, PageNumber: String(page) }, { now: Date.now(), method: 'GET' });
  const body = JSON.parse(answer.text) as { Accounts: { Account: { AccountId: string }[] }; TotalCount: number };
  const ids = body.Accounts.Account.map(({ AccountId }) => AccountId);
  return { status: answer.status, ids, count: body.TotalCount, bytes: answer.text.length };
};

const add = (rule: FaultRuleInput): void => {
  emulator.faults.add(rule);
};

it.each([
  [{ count: 0 }, 0],
  [{ count: 'page' }, 5],
  [{ plus: 7 }, 175],
  [{ atMost: 50 }, 50],
  [{ count: 'page', plus: -1 }, 4],
  [{}, undefined],
] as const)('wrongCount %j answers another count, and the same records', async (members, count) => {
  const right = await timeline();
  add({ kind: 'wrongCount', ...members });

  const wrong = await timeline();

  expect([wrong.ids, wrong.count]).toEqual([right.ids, count]);
});

it('repeatedToken leads back to the page that was requested', async () => {
  const first = await enrollments();
  add({ kind: 'repeatedToken' });

  const second = await enrollments(first.token);
  const third = await enrollments(second.token);

  expect(second.token).toBe(first.token);
  expect(third).toEqual(second);
  expect(second.ids).not.toEqual(first.ids);
});

it('emptyPages come before each page, with ever new tokens', async () => {
  const pages = [await enrollments(), await enrollments((await enrollments()).token)];
  add({ kind: 'emptyPages', pages: 2 });

  const walked: Page[] = [];
  let token: string | undefined;
  while (walked.length < 6) {
    const page = await enrollments(token);
    walked.push(page);
    ({ token } = page);
  }

  const [first, second] = pages.map(({ ids }) => ids);
  expect(walked.map(({ ids }) => ids)).toEqual([[], [], first, [], [], second]);
  expect(new Set(walked.map((page) => page.token)).size).toBe(6);
});

it('repeatedRecord begins a page with the last record of the page before, and loses none', async () => {
  const all = (await enrollments(undefined, 100)).ids;
  add({ kind: 'repeatedRecord' });

  const first = await enrollments();
  const second = await enrollments(first.token);

  expect(first.ids).toEqual(all.slice(0, 3));
  expect(second.ids).toEqual(all.slice(2, 5));
});

it('refusedToken refuses requests with a token, and nothing else', async () => {
  add({ kind: 'refusedToken', code: 'TimelineQueryPageNumberExceedMaxCount', status: 404 });

  const first = await enrollments();
  const second = await enrollments(first.token);
  const numbered = await members(2);

  expect([first.status, second.status, numbered.status]).toEqual([200, 404, 200]);
});

it('shortPage keeps the first records of a page, by token or by number', async () => {
  const right = await members(2);
  add({ kind: 'shortPage', records: 2, parameters: { PageNumber: '2' } });

  const [one, two] = [await members(1), await members(2)];

  expect([one.ids.length, two.ids, two.count]).toEqual([5, right.ids.slice(0, 2), right.count]);
});

it('largeRecords makes each record so many bytes longer', async () => {
  const right = await members(1);
  add({ kind: 'largeRecords', bytes: 10_000 });

  const large = await members(1);

  expect(large.ids).toEqual(right.ids);
  expect(large.bytes - right.bytes).toBeGreaterThan(50_000);
  expect(large.bytes - right.bytes).toBeLessThan(51_000);
});

it('faults of lists leave the response of an operation without pages alone', async () => {
  for (const kind of ['wrongCount', 'repeatedToken', 'emptyPages', 'repeatedRecord', 'shortPage'] as const)
    add({ kind });

  const answer = await call(
    emulator.url,
    { Version: '2020-03-31', Action: 'GetResourceDirectory' },
    { now: Date.now() },
  );

  expect(JSON.parse(answer.text)).toMatchObject({ ResourceDirectory: { ResourceDirectoryId: 'rd-7Kq2Vx' } });
});
