import { demoAccounts, demoEpoch, freshAccountId } from '../../src/emulator';
import type { ReadingSet } from '../support/readingSets';
import { otherReadings, readingSets } from '../support/readingSets';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';
import {
  askPage,
  changesOf,
  dayMs,
  demoResources,
  readPage,
  readPages,
  recordedChanges,
  sorted,
} from '../support/timelines';

/** The graph answers the same, whichever way the facts' uncertain points turn out to be. */

let demo: TestGateway;
let fresh: TestGateway;
beforeAll(async () => {
  [demo, fresh] = await Promise.all([startGateway(), startGateway({ world: 'fresh' })]);
});
afterAll(() => Promise.all([demo.stop(), fresh.stop()]));

const sets: readonly ReadingSet[] = [
  ['the likeliest readings', {}],
  ...readingSets(otherReadings),
  [
    'the least helpful timeline',
    { lastPageToken: 'present', totalCount: 'absent', windowBounds: 'exclusive', tieOrder: 'shuffled' },
  ],
  ['the oldest samples', { eventTypeKey: 'resourceEventType', accountIds: 'string', inapplicableFields: 'zero' }],
];

const between = { from: new Date(demoEpoch - 30 * dayMs).toISOString(), to: new Date(demoEpoch).toISOString() };

describe.each(sets)('under %s', (_, readings) => {
  beforeEach(() => {
    for (const { emulator } of [demo, fresh]) {
      emulator.reset();
      emulator.readings.choose(readings);
    }
  });

  it('timelines are whole: pages of changing sizes, ties, and none of an unknown resource', async () => {
    const busy = await readPages(demo, { resource: demoResources.busy, between }, [31, 100, 7]);
    const tied = await readPages(demo, { resource: demoResources.tied, between }, [2, 3]);
    const exact = await readPage(demo, { resource: demoResources.tied, between, first: 12 });
    const unknown = await askPage(demo, { resource: { ...demoResources.busy, resourceId: 'i-none' }, between });

    const truth = (resource: typeof demoResources.busy | typeof demoResources.tied) =>
      recordedChanges(demo.emulator, resource, demoEpoch - 30 * dayMs, demoEpoch);
    expect(changesOf(busy)).toEqual(truth(demoResources.busy));
    expect(sorted(changesOf(tied))).toEqual(sorted(truth(demoResources.tied)));
    expect([exact.edges.length, exact.pageInfo.hasNextPage]).toEqual([12, false]);
    expect([unknown.data, unknown.errors?.map(({ extensions }) => extensions?.code)]).toEqual([
      { configurationTimeline: null },
      ['NOT_FOUND'],
    ]);
  });

  it('a recorder is started from nothing and is registered minutes later', async () => {
    const status = async () => (await fresh.query('{ configurationRecorder { accountId status } }')).data;
    const before = await status();

    const { data } = await fresh.query(
      'mutation { startConfigurationRecorder(input: {}) { outcome errors { code } configurationRecorder { status } } }',
    );

    fresh.emulator.world.clock.advance(5 * 60_000);
    expect(before).toEqual({
      configurationRecorder: {
        accountId: freshAccountId,
        status: readings.neverActivated === 'REGISTRABLE' ? 'REGISTRABLE' : 'NOT_ACTIVATED',
      },
    });
    expect(data).toEqual({
      startConfigurationRecorder: {
        outcome: 'IN_PROGRESS',
        errors: [],
        configurationRecorder: { status: 'BUILDING' },
      },
    });
    expect(await status()).toEqual({ configurationRecorder: { accountId: freshAccountId, status: 'REGISTERED' } });
  });

  it('an account is made, enrolled and finished, whether or not its ID is told at once', async () => {
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

  it('the recorder, directory and enrollments of a company are the same', async () => {
    const failed = Buffer.from(JSON.stringify(['AccountEnrollment', demoAccounts.paymentsTest])).toString('base64url');

    const answer = await demo.query(`{
      currentAccount { accountId enrollment { status } }
      configurationRecorder { accountId status organizationEnableStatus organizationManagementAccount { accountId } }
      resourceDirectory { resourceDirectoryId }
      node(id: "${failed}") { ... on AccountEnrollment { status failure { code } } }
    }`);

    const { management } = demoAccounts;
    expect(answer).toEqual({
      data: {
        currentAccount: { accountId: management, enrollment: { status: 'FINISHED' } },
        configurationRecorder: {
          accountId: management,
          status: 'REGISTERED',
          organizationEnableStatus: 'REGISTRABLE',
          organizationManagementAccount: { accountId: management },
        },
        resourceDirectory: { resourceDirectoryId: 'rd-7Kq2Vx' },
        node: { status: 'FAILED', failure: { code: 'QuotaExceeded.Vpc' } },
      },
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
