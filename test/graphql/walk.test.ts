import { isSoak } from '../support/soak';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** Walks of a large directory: what each page costs. */

const size = isSoak ? 5000 : 1000;
/** Seven of eight accounts are enrolled. */
const enrolled = (size * 7) / 8;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ accounts: size });
});
beforeEach(() => {
  gateway.emulator.calls.clear();
});
afterAll(() => gateway.stop());

interface WalkedPage {
  readonly nodes: readonly { readonly accountId: string; readonly enrollment?: { readonly status: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const readPage = async (field: string, selection: string, first: number, after: string | null): Promise<WalkedPage> => {
  const { data, errors } = await gateway.query<Record<string, WalkedPage>>(
    `query ($after: String) {
      ${field}(first: ${first}, after: $after) { nodes { accountId ${selection} } pageInfo { hasNextPage endCursor } }
    }`,
    { after },
  );
  const page = data?.[field];
  if (!page || errors) throw new Error(`No page came: ${JSON.stringify(errors)}`);
  return page;
};

/** All pages, or as many as are wanted: whom they give, and the calls of each. */
const walk = async (field: string, selection: string, most = Infinity, first = 100) => {
  const ids: string[] = [];
  const calls: number[] = [];
  /** How many accounts of each page are not enrolled: the list does not say so, and each is read by itself. */
  const notEnrolled: number[] = [];
  let after: string | null = null;
  do {
    const before = gateway.upstreamCalls().length;
    const { nodes, pageInfo }: WalkedPage = await readPage(field, selection, first, after);
    ids.push(...nodes.map(({ accountId }) => accountId));
    notEnrolled.push(nodes.filter(({ enrollment }) => enrollment?.status === 'NOT_ENROLLED').length);
    calls.push(gateway.upstreamCalls().length - before);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && calls.length < most);
  return { ids, calls, notEnrolled };
};

it('reads all members for one call a page, a look behind the last one, which is full, and one call for the management account at the end', async () => {
  const { ids, calls } = await walk(
    'accounts',
    'displayName type status joinedAt tags { key value } folder { folderId }',
  );

  expect(new Set(ids).size).toBe(size + 1);
  expect(calls).toEqual([...Array<number>(size / 100 - 1).fill(1), 2, 1]);
  expect(gateway.emulator.calls.of('ListAccounts')).toHaveLength(size / 100 + 1);
  expect(gateway.emulator.calls.of('GetAccount')).toHaveLength(1);
});

it('reads the state of enrollments for one call for every hundred of them, and one for each account that is not enrolled', async () => {
  const { calls, notEnrolled } = await walk('accounts', 'enrollment { status createdAt }', 4);

  expect(calls).toEqual(notEnrolled.map((count) => 1 + Math.ceil(enrolled / 100) + count));
  expect(notEnrolled).toContain(12);
});

it('reads all enrollments for two calls a page, the second of which says whether there is another', async () => {
  const { ids, calls } = await walk('accountEnrollments', 'status');

  expect(new Set(ids).size).toBe(enrolled);
  expect(calls).toEqual([...Array<number>(Math.floor(enrolled / 100)).fill(2), 1]);
});

it('reads all accounts with their enrollment status for one sweep of the enrollments, and a call for each that is not enrolled, if answers are kept', async () => {
  await gateway.stop();
  gateway = await startGateway({ accounts: size, cacheMaxBytes: 64_000_000 });

  const { ids, calls, notEnrolled } = await walk('accounts', 'enrollment { status createdAt }');

  expect(new Set(ids).size).toBe(size + 1);
  expect(gateway.emulator.calls.of('ListAccounts')).toHaveLength(size / 100 + 1);
  expect(gateway.emulator.calls.of('ListEnrolledAccounts')).toHaveLength(Math.ceil(enrolled / 100));
  // The first page pays for the sweep.
  const later = [1, size / 100] as const;
  expect(calls.slice(...later)).toEqual(
    // Behind the last page of the list, which is full, the next record is looked for.
    notEnrolled.slice(...later).map((count, index, all) => 1 + count + (index === all.length - 1 ? 1 : 0)),
  );
});

describe('where answers are kept, pages shorter than the list of enrollments is long', () => {
  beforeAll(async () => {
    await gateway.stop();
    gateway = await startGateway({ accounts: 5000, cacheMaxBytes: 64_000_000 });
  });

  it('read the list once their single calls would have paid for it', async () => {
    const { ids, calls, notEnrolled } = await walk('accounts', 'enrollment { status createdAt }', 30, 20);

    expect(new Set(ids).size).toBe(600);
    // A page of accounts and twenty enrollments; then the whole list in their place; from then on it is remembered.
    expect(calls.slice(0, 3)).toEqual([21, 21, 1 + Math.ceil(4375 / 100) + (notEnrolled[2] ?? 0)]);
    expect(calls.slice(3)).toEqual(notEnrolled.slice(3).map((count) => 1 + count));
  });
});
