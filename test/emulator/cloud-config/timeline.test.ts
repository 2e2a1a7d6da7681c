import type { Readings } from '../../../src/emulator/readings';
import type { WorldDefinition } from '../../../src/emulator/world/WorldDefinition';
import type { GetResourceConfigurationTimeline } from '../../../src/operations';
import type { ResponseOf } from '../../../src/operations/operation';
import { minute, startCloud } from '../world/startCloud';
import type { TestCloud } from '../world/startCloud';
import { epoch, memberId, smallWorld, unknownId } from '../world/worlds';

type Answer = ResponseOf<typeof GetResourceConfigurationTimeline>;

const resource = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const registered = { since: '2025-01-01T00:00:00.000Z' };
const now = Date.parse(epoch);

let cloud: TestCloud;
afterEach(() => cloud.close());

/** A member with one resource that changed at these times, minutes from the start of the world. */
function worldOf(minutes: readonly number[]): WorldDefinition {
  const changes = minutes.map((at, index) => ({
    at: new Date(now + at * minute).toISOString(),
    type: 'MODIFY',
    diff: { Number: [index - 1, index] },
  }));
  return smallWorld({
    management: { recorder: registered },
    member: { recorder: registered },
    resources: [
      {
        accountId: memberId,
        resourceId: 'i-1',
        resourceType: 'ACS::ECS::Instance',
        region: 'cn-hangzhou',
        resourceName: 'one',
        createTime: '2026-01-01T00:00:00.000Z',
        changes,
      },
    ],
  });
}

async function open(minutes: readonly number[], readings: Partial<Readings> = {}): Promise<void> {
  cloud = await startCloud(worldOf(minutes), { readings });
}

const ask = (parameters: object = {}, key = 'memberid') =>
  cloud.call<Answer>('GetResourceConfigurationTimeline', { ...resource, ...parameters }, key);

/** One page as `[numbers of its changes, token, total]`. */
async function page(parameters: object = {}) {
  const { answer } = await ask(parameters);
  const { ConfigurationList = [], NextToken, TotalCount } = answer?.ResourceConfigurationTimeline ?? {};
  return { numbers: ConfigurationList.map(numberOf), token: NextToken, total: TotalCount };
}

const numberOf = ({ ConfigurationDiff = '' }: { ConfigurationDiff?: string }): number =>
  Number(/,(\d+)\]/.exec(ConfigurationDiff)?.[1]);

/** Follows tokens to the end. */
async function everything(parameters: object = {}): Promise<readonly (readonly number[])[]> {
  const pages: (readonly number[])[] = [];
  let token: string | undefined;
  do {
    const { numbers, token: next } = await page({ ...parameters, ...(token && { NextToken: token }) });
    pages.push(numbers);
    token = next;
  } while (token);
  return pages;
}

it('gives the newest change first, ten a page where no limit is named', async () => {
  await open(Array.from({ length: 12 }, (_, index) => index - 20));

  const first = await page();

  expect(first).toEqual({ numbers: [11, 10, 9, 8, 7, 6, 5, 4, 3, 2], token: expect.any(String) as string, total: 12 });
  expect(await page({ NextToken: first.token })).toEqual({ numbers: [1, 0], token: undefined, total: 12 });
});

it('shows the resource beside every change', async () => {
  await open([-5]);

  const { answer } = await ask();

  expect(answer?.ResourceConfigurationTimeline).toEqual({
    Limit: 10,
    TotalCount: 1,
    ConfigurationList: [
      {
        AccountId: memberId,
        CaptureTime: String(now - 5 * minute),
        ConfigurationDiff: '{"Number":[-1,0]}',
        Region: 'cn-hangzhou',
        ResourceCreateTime: String(Date.parse('2026-01-01T00:00:00.000Z')),
        ResourceEventType: 'MODIFY',
        ResourceId: 'i-1',
        ResourceName: 'one',
        ResourceType: 'ACS::ECS::Instance',
      },
    ],
  });
});

it('looks 30 days back if no start is named', async () => {
  const days = 24 * 60;
  await open([-31 * days, -30 * days, -1]);

  expect((await page()).numbers).toEqual([2, 1]);
  expect((await page({ StartTime: 0 })).numbers).toEqual([2, 1, 0]);
});

it('keeps changes of the future to itself until the clock passes them', async () => {
  await open([-1, 5, 10]);

  const before = await page({ EndTime: now + 60 * minute });
  cloud.pass(5 * minute);

  expect(before.numbers).toEqual([0]);
  expect((await page()).numbers).toEqual([1, 0]);
});

it('pins the window of its first page: changes that arrive later move nothing', async () => {
  await open([-3, -2, -1, 5]);
  const first = await page({ Limit: 2 });
  cloud.pass(6 * minute);

  const second = await page({ Limit: 2, NextToken: first.token });

  expect([first.numbers, second.numbers]).toEqual([[2, 1], [0]]);
});

it.each([
  ['inclusive', [3, 2, 1]],
  ['exclusive', [2]],
] as const)('takes the bounds of the window as %s', async (windowBounds, numbers) => {
  await open([-40, -30, -20, -10, -5], { windowBounds });

  const window = { StartTime: now - 30 * minute, EndTime: now - 10 * minute };

  expect((await page(window)).numbers).toEqual(numbers);
});

it.each([
  ['absent', [undefined], [[1, 0]]],
  ['empty', [''], [[1, 0]]],
  ['present', [expect.any(String)], [[1, 0], []]],
] as const)('ends with a token that is %s', async (lastPageToken, [token], pages) => {
  await open([-2, -1], { lastPageToken });

  expect((await page()).token).toEqual(token);
  expect(await everything()).toEqual(pages);
});

it('leaves the total out under the reading totalCount: absent', async () => {
  await open([-1], { totalCount: 'absent' });

  expect(await page()).toMatchObject({ numbers: [0], total: undefined });
});

describe('a token', () => {
  const times = [-4, -3, -2, -1];

  it('is good for 15 minutes of world time', async () => {
    await open(times);
    const { token } = await page({ Limit: 2 });
    cloud.pass(15 * minute);
    const inTime = await page({ NextToken: token });
    cloud.pass(1);
    const tooLate = await ask({ NextToken: token });

    expect(inTime.numbers).toEqual([1, 0]);
    expect(tooLate).toMatchObject({ code: 'TokenInvalid', status: 400 });
  });

  it('is good at another limit', async () => {
    await open(times);
    const { token } = await page({ Limit: 1 });

    expect((await page({ NextToken: token, Limit: 2 })).numbers).toEqual([2, 1]);
  });

  it.each(['garbled', '00', 'caeba0bbb2be03f84eb48b699f0a', '0'.repeat(200)])('%p is refused', async (token) => {
    await open(times);

    expect(await ask({ NextToken: token })).toMatchObject({ code: 'TokenInvalid', status: 400 });
  });

  it('of another resource is refused', async () => {
    await open(times);
    const { token } = await page({ Limit: 1 });

    expect(await ask({ NextToken: token, ResourceId: 'i-2' })).toMatchObject({ code: 'TokenInvalid' });
  });

  it('that is no good gives the first page under the reading badToken: first-page', async () => {
    await open(times, { badToken: 'first-page' });

    expect((await page({ NextToken: 'garbled', Limit: 2 })).numbers).toEqual([3, 2]);
  });
});

describe('changes of one millisecond', () => {
  const ties = [-3, -2, -2, -2, -2, -2, -2, -1];

  it('keep the order in which they were recorded', async () => {
    await open(ties);

    expect(await everything({ Limit: 3 })).toEqual([
      [7, 6, 5],
      [4, 3, 2],
      [1, 0],
    ]);
  });

  it('come in another order at each call under the reading tieOrder: shuffled, and nothing else does', async () => {
    await open(ties, { tieOrder: 'shuffled' });

    const calls = [];
    for (let call = 0; call < 8; call++) calls.push((await page()).numbers);

    expect(new Set(calls.map(String)).size).toBeGreaterThan(1);
    for (const numbers of calls) {
      expect([...numbers].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect([numbers.at(0), numbers.at(-1)]).toEqual([7, 0]);
    }
  });

  it('are cut by pages of a fixed size also when shuffled', async () => {
    await open(ties, { tieOrder: 'shuffled' });

    expect((await everything({ Limit: 3 })).map(({ length }) => length)).toEqual([3, 3, 2]);
  });
});

describe('the parameters retired in 2021', () => {
  it('name the resource of a member', async () => {
    await open([-1]);

    const byId = await ask({ MultiAccount: true, MemberId: memberId }, 'testid');
    const byAny = await ask({ MultiAccount: true }, 'testid');
    const without = await ask({}, 'testid');

    const totals = [byId, byAny, without].map(({ answer }) => answer?.ResourceConfigurationTimeline.TotalCount);
    expect(totals).toEqual([1, 1, 0]);
  });

  it('may be ignored', async () => {
    await open([-1], { retiredParameters: 'ignored' });

    const { answer } = await ask({ MultiAccount: true, MemberId: unknownId });

    expect(answer?.ResourceConfigurationTimeline.TotalCount).toBe(1);
  });

  it('may be rejected', async () => {
    await open([-1], { retiredParameters: 'rejected' });

    expect(await ask({ MemberId: memberId })).toMatchObject({ code: 'InvalidMemberId', status: 400 });
    expect(await ask({ MultiAccount: true })).toMatchObject({ code: 'InvalidMultiAccount', status: 400 });
    expect(await ask({ MultiAccount: false })).toMatchObject({ status: 200 });
  });
});

it('answers an empty page for a resource it never saw, or NoData', async () => {
  await open([-1]);
  const empty = await page({ ResourceId: 'i-2' });
  cloud.emulator.readings.choose({ unknownResource: 'NoData' });
  const noData = await ask({ ResourceId: 'i-2' });

  expect(empty).toEqual({ numbers: [], token: undefined, total: 0 });
  expect(noData).toMatchObject({ code: 'NoData', status: 404 });
});

it('begins a timeline at the first scan of an account that was activated late', async () => {
  cloud = await startCloud('fresh');
  const fresh = { ResourceId: 'i-bp1f2r3e4s5h6w7e8b9a' };
  await cloud.call('StartConfigurationRecorder');
  const building = await ask(fresh, 'testid');
  cloud.pass(5 * minute);
  const { answer } = await ask(fresh, 'testid');

  expect(building.answer?.ResourceConfigurationTimeline.TotalCount).toBe(0);
  expect(answer?.ResourceConfigurationTimeline.ConfigurationList).toMatchObject([
    {
      ResourceEventType: 'DISCOVERED',
      ConfigurationDiff: expect.stringContaining('"Status":[null,"Running"]') as string,
    },
  ]);
});

it('reads any page of a hundred thousand changes without sorting them again', async () => {
  await open(Array.from({ length: 100_000 }, (_, index) => (index - 100_000) / 1000));
  const sort = jest.spyOn(Array.prototype, 'sort');
  const { world } = cloud.emulator;
  const timeline = world.timelines.all()[0];
  const changes = timeline?.changes;

  const newest = await page({ Limit: 100 });
  const next = await page({ Limit: 100, NextToken: newest.token });

  const sortedLengths = sort.mock.contexts.map((context) => (context as unknown[]).length);
  sort.mockRestore();
  expect(Math.max(0, ...sortedLengths)).toBeLessThan(1000);
  expect(timeline?.changes).toBe(changes);
  expect([newest.numbers[0], next.numbers[0], next.total]).toEqual([99_999, 99_899, 100_000]);
});
