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

it('reads what the list form tells without a detail call, and what it does not with one an account', async () => {
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

it('asks for the failure of failed enrolments only', async () => {
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
])('nulls %s alone where %s fails, and tells why', async (selection, action, field) => {
  gateway.emulator.faults.add({ kind: 'status', action, status: 500, code: 'InternalError' });

  const { data, errors } = await gateway.query(`{ account(accountId: "${failed}") { displayName ${selection} } }`);

  expect(data).toEqual({ account: { displayName: '支付测试', [field]: null } });
  expect(errors).toMatchObject([
    { path: ['account', field], extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: { action } } },
  ]);
});

it('lets one account’s failing enrolment fail alone among others', async () => {
  gateway.emulator.faults.add({
    kind: 'status',
    action: 'GetEnrolledAccount',
    status: 500,
    code: 'InternalError',
    times: 3,
  });

  const { data, errors } = await gateway.query(`{
    nodes: accountEnrollments(first: 3) { nodes { accountId progress { status } } }
  }`);

  // Three answers of 500: which attempts they hit depends on timing, but no account is lost and no error is silent.
  const nodes = (data as { nodes: { nodes: { progress: unknown }[] } }).nodes.nodes;
  expect(nodes).toHaveLength(3);
  expect(errors?.length ?? 0).toBe(nodes.filter(({ progress }) => progress === null).length);
});
