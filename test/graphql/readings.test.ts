import { demoAccounts, demoEpoch, freshAccountId } from '../../src/emulator';
import { readingsOfAll } from '../support/readingSets';
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

const between = { from: new Date(demoEpoch - 30 * dayMs).toISOString(), to: new Date(demoEpoch).toISOString() };

describe.each(readingsOfAll)('under %s', (_, readings) => {
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
});
