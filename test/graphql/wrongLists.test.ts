import type { GraphQLAnswer, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** Lists over an upstream that is not down but wrong: what arrives is the list all the same, or an error. */

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ accounts: 250 });
});
beforeEach(() => {
  gateway.emulator.faults.clear();
  gateway.emulator.calls.clear();
});
afterAll(() => gateway.stop());

interface Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly totalCount?: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

interface List {
  readonly field: string;
  readonly selection: string;
  /** The field that identifies a node. */
  readonly key: string;
  readonly action: 'ListAccounts' | 'ListEnrolledAccounts' | 'ListAggregateDiscoveredResources';
}

const accounts: List = {
  field: 'accounts',
  selection: 'accountId displayName',
  key: 'accountId',
  action: 'ListAccounts',
};
const enrollments: List = {
  field: 'accountEnrollments',
  selection: 'accountId status',
  key: 'accountId',
  action: 'ListEnrolledAccounts',
};
const resources: List = {
  field: 'cloudResources',
  selection: 'id',
  key: 'id',
  action: 'ListAggregateDiscoveredResources',
};

/** Reads pages to the end, or to the first error. */
const walk = async ({ field, selection, key }: List, { args = '', first = 100, maxPages = 400 } = {}) => {
  const keys: unknown[] = [];
  const totals: unknown[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages += 1) {
    const { data, errors }: GraphQLAnswer<Record<string, Page | null>> = await gateway.query(
      `query ($after: String) {
        ${field}(first: ${first}, after: $after ${args}) { totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } }
      }`,
      { after },
    );
    const page: Page | null | undefined = data?.[field];
    if (!page) return { keys, totals, pages, error: errors?.[0]?.extensions?.code };
    keys.push(...page.nodes.map((node) => node[key]));
    totals.push(page.totalCount);
    if (!page.pageInfo.hasNextPage || pages === maxPages) return { keys, totals, pages, error: undefined };
    after = page.pageInfo.endCursor;
  }
};

/** The list as it is, and what it costs. */
const truthOf = async (list: List, options?: { readonly maxPages: number }) => {
  const { keys, totals } = await walk(list, options);
  const calls = gateway.emulator.calls.of(list.action).length;
  gateway.emulator.calls.clear();
  return { keys, calls, totals };
};

it.each([
  ['empty', 0],
  ['short by forty', 60],
  ['short by one', 99],
])('a page of accounts that comes %s once loses nobody, for one call more', async (_, records) => {
  const truth = await truthOf(accounts);
  gateway.emulator.faults.add({
    kind: 'shortPage',
    action: 'ListAccounts',
    parameters: { PageNumber: '2' },
    records,
    times: 1,
  });

  const { keys } = await walk(accounts);

  expect(keys).toEqual(truth.keys);
  expect(gateway.emulator.calls.of('ListAccounts')).toHaveLength(truth.calls + 1);
});

it('a record that a page of accounts always lacks is missing alone: the list goes on, and what asks for it by its key finds it', async () => {
  const truth = await truthOf(accounts);
  const { data: named } = await gateway.query<Record<string, Page>>(
    '{ accounts(first: 100) { nodes { accountId displayName } } }',
  );
  gateway.emulator.faults.add({
    kind: 'shortPage',
    action: 'ListAccounts',
    parameters: { PageNumber: '1', PageSize: '100' },
    records: 99,
  });

  const { keys } = await walk(accounts);
  const missing = truth.keys.filter((key) => !keys.includes(key));
  const { data } = await gateway.query<{
    accountGroups: {
      nodes: { members: { nodes: { account: { accountId: string; displayName: string | null } }[] } }[];
    };
  }>('{ accountGroups(first: 1) { nodes { members(first: 100) { nodes { account { accountId displayName } } } } } }');

  expect(missing).toEqual([truth.keys[99]]);
  const members = data?.accountGroups.nodes[0]?.members.nodes ?? [];
  expect(members.filter(({ account }) => account.displayName === null)).toEqual([]);
  const lost = members.find(({ account }) => account.accountId === missing[0]);
  expect(lost?.account).toEqual(named?.accounts?.nodes[99]);
});

it('an enrolled account that the list of enrollments lacks is not NOT_ENROLLED', async () => {
  const selection = 'accountId enrollment { status }';
  const document = `{ accounts(first: 100) { nodes { ${selection} } } }`;
  const truth = await gateway.query(document);
  gateway.emulator.faults.add({ kind: 'shortPage', action: 'ListEnrolledAccounts', records: 90 });

  expect(await gateway.query(document)).toEqual(truth);
});

describe.each([
  ['nothing', { kind: 'wrongCount', count: 0 } as const],
  ['the page alone', { kind: 'wrongCount', count: 'page' } as const],
  ['fifty at most', { kind: 'wrongCount', atMost: 50 } as const],
])('resources of which the upstream counts %s', (_, fault) => {
  it('go on as long as there is a token, and their number is null', async () => {
    const truth = await truthOf(resources, { maxPages: 3 });
    gateway.emulator.faults.add({ ...fault, action: resources.action });

    const { keys, totals } = await walk(resources, { maxPages: 3 });

    expect(truth.keys).toHaveLength(300);
    expect(keys).toEqual(truth.keys);
    expect(new Set(totals)).toEqual(new Set([null]));
  });
});

it.each([
  ['the page alone', 100, { kind: 'wrongCount', count: 'page' } as const],
  ['the page alone', 50, { kind: 'wrongCount', count: 'page' } as const],
  ['fifty at most', 50, { kind: 'wrongCount', atMost: 50 } as const],
  ['a hundred at most', 100, { kind: 'wrongCount', atMost: 100 } as const],
  ['a hundred at most', 50, { kind: 'wrongCount', atMost: 100 } as const],
])(
  'accounts of which the upstream counts %s all come in pages of %i, and their number is null or right',
  async (_, first, fault) => {
    const truth = await truthOf(accounts);
    gateway.emulator.faults.add({ ...fault, action: accounts.action });

    const { keys, totals } = await walk(accounts, { first });

    expect(keys).toEqual(truth.keys);
    expect([...totals].filter((total) => total !== null && total !== truth.keys.length)).toEqual([]);
  },
);

it('enrollments come once each if the upstream repeats a record at the edge of a page', async () => {
  const truth = await truthOf(enrollments);
  gateway.emulator.faults.add({ kind: 'repeatedRecord', action: 'ListEnrolledAccounts' });

  const { keys } = await walk(enrollments);

  expect(keys).toEqual(truth.keys);
});

it.each([
  ['a token is refused once', { kind: 'refusedToken', times: 1 } as const],
  ['a token leads to itself once', { kind: 'repeatedToken', times: 1 } as const],
  ['fifteen empty pages stand before each page', { kind: 'emptyPages', pages: 15 } as const],
])('enrollments all come if %s', async (_, fault) => {
  const truth = await truthOf(enrollments);
  gateway.emulator.faults.add({ ...fault, action: 'ListEnrolledAccounts' });

  const { keys, error } = await walk(enrollments);

  expect(error).toBeUndefined();
  expect(keys).toEqual(truth.keys);
});

it('enrollments whose token always leads to itself end in an error, never in an end', async () => {
  const truth = await truthOf(enrollments);
  gateway.emulator.faults.add({ kind: 'repeatedToken', action: 'ListEnrolledAccounts' });

  const { keys, error } = await walk(enrollments);

  expect(error).toBe('UPSTREAM_BAD_RESPONSE');
  expect(truth.keys.slice(0, keys.length)).toEqual(keys);
});

it('enrollments whose tokens are always refused are a wrong response of the upstream behind the first page, in words that blame no input', async () => {
  const own = await startGateway({ accounts: 450 });
  own.emulator.faults.add({ kind: 'refusedToken', action: 'ListEnrolledAccounts', code: 'InvalidParameter' });
  const document = `query ($after: String) {
    accountEnrollments(first: 100, after: $after) { nodes { accountId } pageInfo { hasNextPage endCursor } }
  }`;
  const first = await own.query<Record<string, Page>>(document);
  const after = first.data?.accountEnrollments?.pageInfo.endCursor;
  const second = await own.query(document, { after });
  const filtered = await own.query(
    '{ accounts(first: 100, filter: { enrollmentStatus: [FINISHED] }) { nodes { accountId } } }',
  );
  await own.stop();

  expect(first.errors).toBeUndefined();
  expect(first.data?.accountEnrollments?.nodes).toHaveLength(100);
  expect(first.data?.accountEnrollments?.pageInfo.hasNextPage).toBe(true);
  for (const [field, { data, errors }] of [
    ['accountEnrollments', second],
    ['accounts', filtered],
  ] as const) {
    expect(data).toEqual({ [field]: null });
    expect(errors).toMatchObject([
      {
        message: 'The upstream returned an invalid response to this call.',
        path: [field],
        extensions: {
          code: 'UPSTREAM_BAD_RESPONSE',
          upstream: { action: 'ListEnrolledAccounts', code: 'InvalidParameter' },
        },
      },
    ]);
  }
});

describe('what is counted', () => {
  it('is all accounts, the gateway’s own included, on the page that shows whether the list has it', async () => {
    const { keys, totals } = await walk(accounts);

    expect(totals).toEqual([null, null, keys.length]);
  });

  it('are enrollments that come in one answer', async () => {
    const demo = await startGateway();
    const { data } = await demo.query<Record<string, Page>>(
      '{ accountEnrollments(first: 2) { totalCount nodes { accountId } } }',
    );
    const { data: all } = await demo.query<Record<string, Page>>(
      '{ accountEnrollments(first: 100) { nodes { accountId } } }',
    );
    await demo.stop();

    expect(data?.accountEnrollments?.totalCount).toBe(all?.accountEnrollments?.nodes.length);
  });
});

it('a filter of enrollments by status gives those that have it, in the order of the list', async () => {
  const { data } = await gateway.query<Record<string, Page>>(
    '{ accountEnrollments(first: 100) { nodes { accountId status } } }',
  );
  const statuses = new Set(data?.accountEnrollments?.nodes.map(({ status }) => status));
  for (const status of statuses) {
    const filtered = await gateway.query<Record<string, Page>>(
      `{ accountEnrollments(first: 100, filter: { status: [${String(status)}] }) { totalCount nodes { accountId status } } }`,
    );

    const expected = data?.accountEnrollments?.nodes.filter((node) => node.status === status) ?? [];
    expect(filtered.data?.accountEnrollments?.nodes.slice(0, expected.length)).toEqual(expected);
    expect(new Set(filtered.data?.accountEnrollments?.nodes.map((node) => node.status))).toEqual(new Set([status]));
    expect(filtered.data?.accountEnrollments?.totalCount).toBeNull();
  }
  expect(statuses.size).toBeGreaterThan(1);
});

it('a filter of a group’s members by recorder status costs nothing, and is counted', async () => {
  const document = (filter: string) =>
    `{ accountGroups(first: 1) { nodes { members(first: 100 ${filter}) { totalCount nodes { accountId recorderStatus } } } } }`;
  const read = async (filter: string) => {
    const { data } = await gateway.query<{ accountGroups: { nodes: { members: Page }[] } }>(document(filter));
    return data?.accountGroups.nodes[0]?.members;
  };
  const registered = await read(', filter: { recorderStatus: [REGISTERED] }');
  const others = await read(', filter: { recorderStatus: [NOT_ACTIVATED, REGISTRABLE, BUILDING, REBUILDING] }');
  const all = await read(', filter: { recorderStatus: [] }');

  expect(new Set(registered?.nodes.map(({ recorderStatus }) => recorderStatus))).toEqual(new Set(['REGISTERED']));
  expect((registered?.totalCount ?? 0) + (others?.totalCount ?? 0)).toBe(all?.totalCount);
  expect(gateway.emulator.calls.of('GetAggregator')).toHaveLength(3);
});
