import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;

const failed = '1092846637450128';
const finished = '1734905562810937';

beforeAll(async () => {
  gateway = await startGateway();
});

beforeEach(() => {
  gateway.emulator.reset();
});

afterAll(() => gateway.stop());

it('reads what the list form shows without a detail call, and what it does not with one an account', async () => {
  const list = await gateway.query(
    '{ accountEnrollments(first: 2) { nodes { accountId status baseline { baselineId } } } }',
  );
  const callsOfList = gateway.upstreamCalls();
  gateway.emulator.calls.clear();
  const detail = await gateway.query('{ accountEnrollments(first: 2) { nodes { accountId progress { status } } } }');

  expect(list.errors).toBeUndefined();
  expect(detail.errors).toBeUndefined();
  expect(callsOfList).toEqual(['ListEnrolledAccounts']);
  expect(gateway.upstreamCalls()).toEqual(['ListEnrolledAccounts', 'GetEnrolledAccount', 'GetEnrolledAccount']);
});

it('asks for the failure of failed enrollments only', async () => {
  const { data } = await gateway.query(`{
    failed: account(accountId: "${failed}") { enrollment { failure { code } } }
    finished: account(accountId: "${finished}") { enrollment { failure { code } } }
  }`);

  expect(data).toEqual({
    failed: { enrollment: { failure: { code: 'QuotaExceeded.Vpc' } } },
    finished: { enrollment: { failure: null } },
  });
});

it.each([
  ['enrollment { status }', 'GetEnrolledAccount', 'enrollment'],
  ['payer { accountId }', 'GetPayerForAccount', 'payer'],
])('nulls %s alone if %s fails, and shows why', async (selection, action, field) => {
  gateway.emulator.faults.add({ kind: 'status', action, status: 500, code: 'InternalError' });

  const { data, errors } = await gateway.query(`{ account(accountId: "${failed}") { displayName ${selection} } }`);

  expect(data).toEqual({ account: { displayName: '支付测试', [field]: null } });
  expect(errors).toMatchObject([
    { path: ['account', field], extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: { action } } },
  ]);
});

it.each(['reset', 'empty', 'html', 'throttle'] as const)(
  'lets one account’s enrollment fail alone among others: %s',
  async (kind) => {
    const rule = { action: 'GetEnrolledAccount', parameters: { AccountUid: failed } } as const;
    gateway.emulator.faults.add(kind === 'throttle' ? { ...rule, kind, retryAfterMs: 60_000 } : { ...rule, kind });

    const { data, errors } = await gateway.query<{
      accountEnrollments: { nodes: { accountId: string; progress: unknown[] | null }[] };
    }>('{ accountEnrollments { nodes { accountId progress { status } } } }');

    const nodes = data?.accountEnrollments.nodes ?? [];
    const index = nodes.findIndex(({ accountId }) => accountId === failed);
    const codes = {
      reset: 'UPSTREAM_UNAVAILABLE',
      empty: 'UPSTREAM_BAD_RESPONSE',
      html: 'UPSTREAM_BAD_RESPONSE',
      throttle: 'UPSTREAM_THROTTLED',
    };
    expect(nodes.length).toBeGreaterThan(3);
    expect(nodes.filter(({ progress }) => progress === null)).toEqual([{ accountId: failed, progress: null }]);
    expect(errors).toMatchObject([
      { path: ['accountEnrollments', 'nodes', index, 'progress'], extensions: { code: codes[kind] } },
    ]);
    expect(errors).toHaveLength(1);
  },
);
