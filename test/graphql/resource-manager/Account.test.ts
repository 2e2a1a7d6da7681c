import { demoAccounts } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
let member: TestGateway;
beforeAll(async () => {
  [gateway, member] = await Promise.all([
    startGateway(),
    startGateway({ accessKeyId: 'memberid', accessKeySecret: 'membersecret' }),
  ]);
});
beforeEach(() => {
  gateway.emulator.reset();
});
afterAll(() => Promise.all([gateway.stop(), member.stop()]));

const document = `{
  currentAccount { id accountId configurationRecorder { accountId status } enrollment { accountId status } }
}`;
const globalId = (accountId: string): string =>
  Buffer.from(JSON.stringify(['Account', accountId])).toString('base64url');

it('is the account that the gateway’s own credentials belong to', async () => {
  const [management, ordinary] = await Promise.all([gateway.query(document), member.query(document)]);

  const expected = (accountId: string) => ({
    data: {
      currentAccount: {
        id: globalId(accountId),
        accountId,
        configurationRecorder: { accountId, status: 'REGISTERED' },
        enrollment: { accountId, status: 'FINISHED' },
      },
    },
  });
  expect(management).toEqual(expected(demoAccounts.management));
  expect(ordinary).toEqual(expected(demoAccounts.paymentsProduction));
});

it('asks who it is once, however many requests want to know', async () => {
  const own = await startGateway();

  await Promise.all(Array.from({ length: 20 }, () => own.query('{ currentAccount { accountId } }')));
  await own.query('{ currentAccount { accountId } }');

  const calls = own.emulator.calls.all().map(({ action }) => action);
  await own.stop();
  expect(calls).toEqual(['GetCallerIdentity']);
});

it('costs no call of its own for its key alone', async () => {
  await gateway.query('{ currentAccount { id accountId } }');

  expect(gateway.upstreamCalls()).toEqual([]);
});

it('has the recorder of a member forbidden whose role cannot be assumed, and its siblings arrive', async () => {
  const id = globalId(demoAccounts.overseasRetail);

  const { data, errors } = await gateway.query(
    `{ node(id: "${id}") { ... on Account { accountId configurationRecorder { status } enrollment { status } } } }`,
  );

  expect(data).toEqual({
    node: {
      accountId: demoAccounts.overseasRetail,
      configurationRecorder: null,
      enrollment: { status: 'FINISHED' },
    },
  });
  expect(errors).toMatchObject([{ path: ['node', 'configurationRecorder'], extensions: { code: 'FORBIDDEN' } }]);
});

it('nulls a whole request if the upstream does not say who the caller is, and asks anew the next time', async () => {
  const own = await startGateway();
  own.emulator.faults.add({ kind: 'html', action: 'GetCallerIdentity', times: 2 });

  const failed = await own.query('{ currentAccount { accountId } }');
  const next = await own.query('{ currentAccount { accountId } }');

  await own.stop();
  expect(failed).toMatchObject({
    data: { currentAccount: null },
    errors: [{ path: ['currentAccount'], extensions: { code: 'UPSTREAM_BAD_RESPONSE' } }],
  });
  expect(next).toEqual({ data: { currentAccount: { accountId: demoAccounts.management } } });
});
