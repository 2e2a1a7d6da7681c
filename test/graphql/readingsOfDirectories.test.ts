import { demoAccounts } from '../../src/emulator';
import { readingsOfAll } from '../support/readingSets';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** As readings.test.ts, of what is the same under either Cloud Config. */

let demo: TestGateway;
let fresh: TestGateway;
beforeAll(async () => {
  [demo, fresh] = await Promise.all([startGateway(), startGateway({ world: 'fresh' })]);
});
afterAll(() => Promise.all([demo.stop(), fresh.stop()]));

describe.each(readingsOfAll)('under %s', (_, readings) => {
  beforeEach(() => {
    for (const { emulator } of [demo, fresh]) {
      emulator.reset();
      emulator.readings.choose(readings);
    }
  });

  it('an account is made, enrolled and finished, whether or not its ID is reported at once', async () => {
    await fresh.query('mutation { initResourceDirectory(input: {}) { outcome } }');

    const { data, errors } = await fresh.query<{
      createAccount: { outcome: string; account: { accountId: string } | null };
    }>(
      `mutation {
        createAccount(input: { accountNamePrefix: "shop", displayName: "Shop" }) {
          outcome errors { code } account { accountId } enrollment { status }
        }
      }`,
    );

    const [, accountId = ''] =
      /account (\d+) created, its enrollment/.exec(fresh.emulator.calls.effects().join()) ?? [];
    fresh.emulator.world.clock.advance(5 * 60_000);
    const id = Buffer.from(JSON.stringify(['AccountEnrollment', accountId])).toString('base64url');
    const end = await fresh.query(`{ node(id: "${id}") { ... on AccountEnrollment { status progress { status } } } }`);
    const returnsAccount = readings.enrollAnswer !== 'zero';
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      createAccount: {
        outcome: 'IN_PROGRESS',
        errors: [],
        account: returnsAccount ? { accountId } : null,
        enrollment: returnsAccount ? { status: 'PENDING' } : null,
      },
    });
    expect(end).toEqual({
      data: { node: { status: 'FINISHED', progress: Array<unknown>(5).fill({ status: 'FINISHED' }) } },
    });
  });

  it('accounts, folders, resources and baselines of a company are the same', async () => {
    const answer = await demo.query<{ accounts: { nodes: { accountId: string }[] } }>(`{
      accounts(first: 100) { nodes { accountId } pageInfo { hasNextPage } }
      account(accountId: "${demoAccounts.sandbox}") { displayName payer { accountId } folder { name } }
      unknown: account(accountId: "1999999999999999") { displayName }
      root: folder(folderId: "r-Tn5Wc8") { name parent { name } ancestors { name } }
      folder(folderId: "fd-9mXeLr2uKa") { ancestors { name } children { nodes { name } } accounts { nodes { displayName } } }
      cloudResource(key: { region: "cn-shanghai", resourceType: "ACS::OSS::Bucket", resourceId: "lotus-valley-billing-reports" }) {
        resourceName deleted
      }
      unseen: cloudResource(key: { region: "cn-shanghai", resourceType: "ACS::OSS::Bucket", resourceId: "none" }) { resourceName }
      accountFactoryBaselines(first: 1) { nodes { name } pageInfo { hasNextPage } }
      accountEnrollments(first: 100) { nodes { accountId } pageInfo { hasNextPage } }
    }`);

    const { accounts, ...rest } = answer.data ?? {};
    const { legacyShop: _, ...present } = demoAccounts;
    expect(answer.errors).toBeUndefined();
    expect(accounts?.nodes.map(({ accountId }) => accountId).sort()).toEqual(Object.values(present).sort());
    expect(rest).toMatchObject({
      account: {
        displayName: '沙箱 - 张伟',
        payer: { accountId: demoAccounts.management },
        folder: { name: 'Sandbox' },
      },
      unknown: null,
      root: { name: 'root', parent: null, ancestors: [] },
      folder: {
        ancestors: [{ name: 'root' }, { name: 'Workloads' }],
        children: { nodes: [{ name: '预览环境 Previews' }] },
        accounts: { nodes: [{ displayName: '支付测试' }, { displayName: 'Storefront Staging' }] },
      },
      cloudResource: { deleted: false },
      unseen: null,
      accountFactoryBaselines: { pageInfo: { hasNextPage: true } },
      accountEnrollments: { nodes: Array<unknown>(10).fill({}), pageInfo: { hasNextPage: false } },
    });
  });
});
