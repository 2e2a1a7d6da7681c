import { askAccounts, readAccounts, readAllAccounts } from '../../support/accountPages';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** `accounts(filter: { enrollmentStatus: … })` over 120 members, seven of eight enrolled, and the management account. */

const statuses = ['NOT_ENROLLED', 'PENDING', 'SCHEDULING', 'RUNNING', 'FINISHED', 'FAILED', 'SCHEDULE_FAILED'];

interface Listed {
  readonly accountId: string;
  readonly displayName: string | null;
  readonly enrollment: { readonly status: string };
}

let gateway: TestGateway;
let everyone: readonly Listed[];
beforeAll(async () => {
  gateway = await startGateway({ accounts: 120 });
  everyone = await walkEveryone();
});
beforeEach(() => {
  gateway.emulator.faults.clear();
  gateway.emulator.calls.clear();
});
afterAll(() => gateway.stop());

/** Every account with its enrollment, read without the filter. */
const walkEveryone = async (): Promise<readonly Listed[]> => {
  const ask = (first: number, after: string | null) =>
    gateway.query<{ accounts: { nodes: Listed[]; pageInfo: { endCursor: string } } }>(
      `query ($first: Int, $after: String) {
        accounts(first: $first, after: $after) {
          pageInfo { endCursor } nodes { accountId displayName enrollment { status } }
        }
      }`,
      { first, after },
    );
  const first = await ask(100, null);
  const rest = await ask(100, first.data?.accounts.pageInfo.endCursor ?? null);
  return [...(first.data?.accounts.nodes ?? []), ...(rest.data?.accounts.nodes ?? [])];
};

const having = (...wanted: string[]): string[] =>
  everyone.filter(({ enrollment }) => wanted.includes(enrollment.status)).map(({ accountId }) => accountId);

const idsOf = (pages: readonly { readonly nodes: readonly { readonly accountId: string }[] }[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ accountId }) => accountId));

const countCalls = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const action of gateway.upstreamCalls()) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
};

it('the world has members in most states, and its management account has no enrollment', () => {
  expect(everyone).toHaveLength(121);
  expect(new Set(everyone.map(({ enrollment }) => enrollment.status)).size).toBeGreaterThan(3);
  expect(everyone.at(-1)?.enrollment.status).toBe('NOT_ENROLLED');
});

it.each(statuses)('gives the accounts that are %s, in pages of 100 as in one list', async (status) => {
  expect(idsOf(await readAllAccounts(gateway, 100, { enrollmentStatus: [status] }))).toEqual(having(status));
});

it.each(['NOT_ENROLLED', 'FAILED', 'RUNNING'])('gives the accounts that are %s in pages of one', async (status) => {
  expect(idsOf(await readAllAccounts(gateway, 1, { enrollmentStatus: [status] }))).toEqual(having(status));
});

it('gives accounts in any of several states, and all for an empty list', async () => {
  const some = await readAllAccounts(gateway, 7, { enrollmentStatus: ['FAILED', 'NOT_ENROLLED', 'RUNNING'] });
  const all = await readAllAccounts(gateway, 100, { enrollmentStatus: [] });

  expect(idsOf(some)).toEqual(having('FAILED', 'NOT_ENROLLED', 'RUNNING'));
  expect(idsOf(all)).toEqual(everyone.map(({ accountId }) => accountId));
});

it('reads no more than the two lists for a state of an enrollment', async () => {
  await readAccounts(gateway, { first: 100, filter: { enrollmentStatus: ['FAILED'] } });

  expect(countCalls()).toEqual({ ListAccounts: 2, ListEnrolledAccounts: 2 });
});

it('verifies those without an enrollment by one call each, and reads the list once for all fields', async () => {
  const { data } = await gateway.query<Record<string, { nodes: Listed[]; totalCount: number | null }>>(`{
    without: accounts(first: 100, filter: { enrollmentStatus: [NOT_ENROLLED] }) {
      totalCount nodes { accountId enrollment { status } }
    }
    failed: accounts(first: 100, filter: { enrollmentStatus: [FAILED] }) { totalCount nodes { accountId } }
  }`);

  const without = having('NOT_ENROLLED');
  expect(data?.without?.nodes.map(({ accountId }) => accountId)).toEqual(without);
  expect(new Set(data?.without?.nodes.map(({ enrollment }) => enrollment.status))).toEqual(new Set(['NOT_ENROLLED']));
  expect([data?.without?.totalCount, data?.failed?.totalCount]).toEqual([null, null]);
  expect(countCalls()).toMatchObject({
    ListAccounts: 2,
    ListEnrolledAccounts: 2,
    GetEnrolledAccount: without.length,
  });
});

it('keeps to the estimate of a page, first in a process and after it has read the lists', async () => {
  const document =
    '{ accounts(first: 100, filter: { enrollmentStatus: [NOT_ENROLLED, FAILED] }) { nodes { accountId } } }';
  const own = await startGateway({ accounts: 120 });
  const cold = await own.ask(document);
  const warm = await own.ask(document, {}, { 'cache-control': 'no-cache' });
  await own.stop();

  for (const { cost, errors } of [cold, warm]) {
    expect(errors).toBeUndefined();
    expect(cost.actualCalls).toBeLessThanOrEqual(cost.estimatedCalls);
  }
  expect(warm.cost.estimatedCalls).toBeLessThan(cold.cost.estimatedCalls);
});

it.each([0, 1, 60, 99])(
  'calls nobody NOT_ENROLLED whom the list lacks: %s records of each page come',
  async (records) => {
    gateway.emulator.faults.add({ kind: 'shortPage', action: 'ListEnrolledAccounts', records });

    const pages = await readAllAccounts(gateway, 100, { enrollmentStatus: ['NOT_ENROLLED'] });

    expect(idsOf(pages)).toEqual(having('NOT_ENROLLED'));
  },
);

it('gives one that the list lacks if its own state is wanted, too', async () => {
  gateway.emulator.faults.add({ kind: 'shortPage', action: 'ListEnrolledAccounts', records: 60 });

  const pages = await readAllAccounts(gateway, 100, { enrollmentStatus: statuses });

  expect(idsOf(pages)).toEqual(everyone.map(({ accountId }) => accountId));
});

it.each([
  ['the list of enrollments is refused', 'ListEnrolledAccounts', 'FAILED'],
  ['an account without an enrollment cannot be verified', 'GetEnrolledAccount', 'NOT_ENROLLED'],
])('is null with its error if %s, never an empty list', async (_, action, status) => {
  gateway.emulator.faults.add({ kind: 'status', action, status: 403, code: 'Forbidden.RAM' });

  const { data, errors } = await askAccounts(gateway, { filter: { enrollmentStatus: [status] } });

  expect(data).toEqual({ accounts: null });
  expect(errors).toMatchObject([{ path: ['accounts'], extensions: { code: 'FORBIDDEN', upstream: { action } } }]);
});

it('works together with the other members of the filter', async () => {
  const name = everyone.find(({ enrollment }) => enrollment.status === 'NOT_ENROLLED')?.displayName ?? '';
  const both = { nameContains: name, enrollmentStatus: ['NOT_ENROLLED'] };

  const pages = await readAllAccounts(gateway, 100, both);
  const below = await readAllAccounts(gateway, 100, {
    ...both,
    status: ['CREATE_SUCCESS'],
    type: ['RESOURCE_ACCOUNT'],
  });

  const expected = everyone.filter(
    ({ displayName, enrollment }) => enrollment.status === 'NOT_ENROLLED' && displayName === name,
  );
  expect(idsOf(pages)).toEqual(expected.map(({ accountId }) => accountId));
  expect(idsOf(pages)).toEqual(expect.arrayContaining(idsOf(below)));
});

it('refuses a cursor of other states', async () => {
  const { pageInfo } = await readAccounts(gateway, { first: 1, filter: { enrollmentStatus: ['FINISHED'] } });

  const { errors } = await askAccounts(gateway, {
    after: pageInfo.endCursor,
    filter: { enrollmentStatus: ['NOT_ENROLLED'] },
  });

  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: ['after'] } }]);
});

it('finds the accounts of a folder and its subfolders, and those directly in it, by their enrollments', async () => {
  const demo = await startGateway();
  const [direct, below, rootOnly] = await Promise.all(
    [
      { folderId: 'fd-4bYgS0hQpD' },
      { folderId: 'fd-Vd0nLs4cYk', includeSubfolders: true },
      { folderId: 'r-Tn5Wc8' },
    ].map(async (folder) => {
      const whole = await readAccounts(demo, { first: 100, filter: folder });
      const parts = await Promise.all(
        statuses.map((status) => readAccounts(demo, { first: 100, filter: { ...folder, enrollmentStatus: [status] } })),
      );
      return { whole: idsOf([whole]), parts: idsOf(parts) };
    }),
  );
  await demo.stop();

  for (const found of [direct, below, rootOnly]) {
    expect(found?.parts.length).toBeGreaterThan(0);
    expect([...(found?.parts ?? [])].sort()).toEqual([...(found?.whole ?? [])].sort());
  }
});
