import { demoAccounts } from '../../src/emulator';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

it('returns the same tags if the upstream wraps lists of tags that it prints bare, and prints bare those that it wraps', async () => {
  const document = `{
    account(accountId: "${demoAccounts.paymentsProduction}") { tags { key value } }
    accounts(first: 20) { nodes { accountId tags { key value } } }
    accountGroups { nodes { name tags { key value } } }
  }`;
  const right = await gateway.query<{ account: { tags: object[] }; accounts: { nodes: { tags: object[] }[] } }>(
    document,
  );
  gateway.emulator.faults.add({ kind: 'otherTagWrapper' });

  const wrong = await gateway.query(document);

  expect(wrong).toEqual(right);
  expect(right.errors).toBeUndefined();
  expect(right.data?.account.tags).toContainEqual({
    key: expect.stringMatching(/./) as string,
    value: expect.stringMatching(/./) as string,
  });
  expect(right.data?.accounts.nodes.filter(({ tags }) => tags.length > 0).length).toBeGreaterThan(1);
});
