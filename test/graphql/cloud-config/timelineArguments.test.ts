import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import type { TimelineVariables } from '../../support/timelines';
import { askPage, demoResources, readPage } from '../../support/timelines';

let gateway: TestGateway;
let cursor: string;
const between = { from: '2026-06-01T00:00:00.000Z', to: '2026-06-30T00:00:00.000Z' };
const base = { resource: demoResources.busy, between };

beforeAll(async () => {
  gateway = await startGateway();
  const { pageInfo } = await readPage(gateway, { ...base, first: 5 });
  cursor = pageInfo.endCursor ?? '';
});
beforeEach(() => {
  gateway.emulator.calls.clear();
});
afterAll(() => gateway.stop());

/** The one error of a page that was refused, in the language asked for. */
const refusal = async (variables: TimelineVariables, language = 'en'): Promise<Record<string, unknown>> => {
  const { data, errors = [] } = await askPage(gateway, variables, { 'accept-language': language });
  expect(data).toEqual({ configurationTimeline: null });
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect(error?.path).toEqual(['configurationTimeline']);
  return { message: error?.message, ...error?.extensions };
};

const badInput = (message: string, ...field: string[]) => ({
  message,
  code: 'BAD_USER_INPUT',
  retryable: false,
  field,
});

describe('arguments that do not fit', () => {
  it.each([0, -1, 101, 250])('are a first of %s', async (first) => {
    expect(await refusal({ ...base, first })).toEqual(badInput(`first must be 1 to 100, but got ${first}.`, 'first'));
    expect(await refusal({ ...base, first }, 'zh-CN')).toEqual(
      badInput(`first 应为 1 到 100，但收到 ${first}。`, 'first'),
    );
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each(['region', 'resourceType', 'resourceId'] as const)('are a resource without a %s', async (name) => {
    const resource = { ...demoResources.busy, [name]: ' ' };

    expect(await refusal({ ...base, resource })).toEqual(
      badInput(`resource.${name} must be a non-empty string, but got " ".`, 'resource', name),
    );
  });

  it('are an account ID that can be none', async () => {
    const resource = { ...demoResources.busy, accountId: 'acme' };

    expect(await refusal({ ...base, resource })).toEqual(
      badInput(
        'resource.accountId must be an Alibaba Cloud account ID, usually 16 digits, but got "acme".',
        'resource',
        'accountId',
      ),
    );
  });

  it('are a range that ends before it begins', async () => {
    const backwards = { from: between.to, to: between.from };

    expect(await refusal({ ...base, between: backwards })).toEqual(
      badInput(
        'between.from must be before between.to (2026-06-01T00:00:00.000Z), but got "2026-06-30T00:00:00.000Z".',
        'between',
        'from',
      ),
    );
  });

  it('are a range that begins in the future, if it ends now', async () => {
    const { message } = await refusal({ ...base, between: { from: '2030-01-01T00:00:00.000Z' } });

    expect(message).toMatch(
      /^between\.from must be before between\.to \(2026-06-30T08:0\d:\d\d\.\d{3}Z\), but got "2030-01-01T00:00:00\.000Z"\.$/,
    );
  });

  it('are what is no moment, before anything is resolved', async () => {
    const { data, errors } = await askPage(gateway, { ...base, between: { from: 'yesterday' } });

    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('a cursor', () => {
  it('that is garbled is refused, in both languages', async () => {
    const expected = badInput(
      'after must be a cursor that configurationTimeline returned, but got "garbled".',
      'after',
    );

    expect(await refusal({ ...base, after: 'garbled' })).toEqual(expected);
    expect(await refusal({ ...base, after: 'garbled' }, 'zh')).toEqual({
      ...expected,
      message: 'after 应为 configurationTimeline 返回的游标，但收到 "garbled"。',
    });
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each<[string, Partial<TimelineVariables>]>([
    ['another resource', { resource: demoResources.bucket }],
    ['another range', { between: { ...between, from: '2026-06-02T00:00:00.000Z' } }],
    ['no range', { between: null }],
    ['a filter', { filter: { paths: ['Cpu'] } }],
  ])('is refused with %s', async (_, others) => {
    const { message, code } = await refusal({ ...base, ...others, after: cursor });

    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toBe(
      'after must be a cursor for the same arguments, but got one that configurationTimeline returned for other arguments. Only first may change between pages.',
    );
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('is taken with another page size, by another gateway, and whether or not the account is named', async () => {
    const other = await startGateway();
    const page = await readPage(gateway, { ...base, first: 3, after: cursor });

    const same = await readPage(other, {
      ...base,
      resource: { ...demoResources.busy, accountId: '1587203946182045' },
      first: 3,
      after: cursor,
    });

    await other.stop();
    expect(same).toEqual(page);
  });

  it('is null for none', async () => {
    const page = await readPage(gateway, { ...base, first: 5, after: null });

    expect(page.pageInfo.endCursor).toBe(cursor);
  });
});

it('gives the default of 20 changes if first is omitted or null', async () => {
  const [left, explicit] = [await readPage(gateway, base), await readPage(gateway, { ...base, first: null })];

  expect([left.edges.length, explicit.edges.length]).toEqual([20, 20]);
});
