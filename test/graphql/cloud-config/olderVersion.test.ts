import { Refusal, handlers } from '../../../src/emulator';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';
import { dayMs, demoResources, readPage } from '../../support/timelines';

/* What only Cloud Config 2019-01-08 answers, if the gateway uses the newer version. */

/** The answer of the older version, in place of its usual one. Undefined: the usual one. */
let refusalOfOlder: Refusal | undefined;
const refusing =
  <A extends unknown[], R>(handle: (...of: A) => R) =>
  (...of: A): R => {
    if (refusalOfOlder !== undefined) throw refusalOfOlder;
    return handle(...of);
  };

let older: TestGateway;
let newer: TestGateway;
beforeAll(async () => {
  [older, newer] = await Promise.all([
    startGateway({ cloudConfigVersion: '2019-01-08' }),
    startGateway({
      cloudConfigVersion: '2020-09-07',
      handlers: {
        ...handlers,
        DescribeConfigurationRecorder: refusing(handlers.DescribeConfigurationRecorder),
        GetResourceConfigurationTimeline: refusing(handlers.GetResourceConfigurationTimeline),
      },
    }),
  ]);
});
beforeEach(() => {
  older.emulator.reset();
  newer.emulator.reset();
  refusalOfOlder = undefined;
});
afterAll(() => Promise.all([older.stop(), newer.stop()]));

const { region, resourceType, resourceId } = demoResources.busy;
const key = `{ region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;

/** Calls of Cloud Config, with their versions. */
const versionsOf = ({ emulator }: TestGateway): string[] =>
  emulator.calls
    .all()
    .filter(({ product }) => product === 'Config')
    .map(({ action, version }) => `${version ?? ''} ${action ?? ''}`)
    .sort();

describe('what only the older version answers', () => {
  const organization =
    'organizationEnableStatus rawOrganizationEnableStatus organizationManagementAccount { accountId }';
  const recorder = `{ configurationRecorder { status ${organization} } }`;
  const timeline = `{ configurationTimeline(resource: ${key}, first: 5) { totalCount nodes { capturedAt } } }`;

  it('takes one call more for the first count of a process, two if that version is used: no count proves itself', async () => {
    await older.query(timeline);
    await newer.query(timeline);

    expect(versionsOf(older)).toEqual(Array(3).fill('2019-01-08 GetResourceConfigurationTimeline'));
    expect(versionsOf(newer)).toEqual([
      ...Array<string>(2).fill('2019-01-08 GetResourceConfigurationTimeline'),
      '2020-09-07 GetResourceConfigurationTimeline',
    ]);
  });

  it('is read there by one call for a recorder and one for a page, only if it is selected', async () => {
    await newer.query(recorder);
    await newer.query(timeline);
    const selected = versionsOf(newer);
    newer.emulator.calls.clear();
    await newer.query(recorder.replace(organization, ''));
    await newer.query(timeline.replace('totalCount', ''));

    const plain = ['2020-09-07 GetConfigurationRecorder', '2020-09-07 GetResourceConfigurationTimeline'];
    expect(versionsOf(newer)).toEqual(plain);
    expect(selected).toEqual([
      '2019-01-08 DescribeConfigurationRecorder',
      '2019-01-08 GetResourceConfigurationTimeline',
      ...plain,
    ]);
  });

  it('needs no call of its own if that version is used', async () => {
    await older.query(recorder);
    await older.query(timeline);

    expect(versionsOf(older)).toEqual([
      '2019-01-08 DescribeConfigurationRecorder',
      '2019-01-08 GetResourceConfigurationTimeline',
    ]);
  });

  it('is counted for the range of the first page on every page, and not at all with a filter', async () => {
    const variables = { resource: demoResources.busy, first: 60 };
    const first = await readPage(newer, variables);
    newer.emulator.world.clock.advance(dayMs);

    const second = await readPage(newer, { ...variables, after: first.pageInfo.endCursor });
    newer.emulator.calls.clear();
    const filtered = await readPage(newer, { ...variables, filter: { eventTypes: ['MODIFY'] } });

    expect([first.totalCount, second.totalCount, filtered.totalCount]).toEqual([168, 168, null]);
    expect(versionsOf(newer).filter((call) => call.startsWith('2019'))).toEqual([]);
  });

  const nothing = { organizationEnableStatus: null, rawOrganizationEnableStatus: null };

  it.each([
    ['InvalidVersion', 400],
    ['InvalidVersion', 404],
    ['InvalidAction.NotFound', 404],
    ['InvalidApi.NotFound', 404],
    ['InvalidProduct.NotFound', 404],
    ['UnsupportedVersion', 400],
    ['ApiRetired', 410],
  ])('is null, without an error, if the upstream refuses that version: %s, HTTP %s', async (code, status) => {
    refusalOfOlder = new Refusal(code, status, 'CANARY-of-the-upstream');

    expect([await newer.query(recorder), await newer.query(timeline)]).toMatchObject([
      { data: { configurationRecorder: { status: 'REGISTERED', ...nothing, organizationManagementAccount: null } } },
      { data: { configurationTimeline: { totalCount: null, nodes: Array<object>(5).fill({}) } } },
    ]);
    expect((await newer.query(recorder)).errors).toBeUndefined();
    expect((await newer.query(timeline)).errors).toBeUndefined();
  });

  it.each([404, 410])('is null, without an error, if nothing but a page of HTTP %s is there', async (status) => {
    newer.emulator.faults.add({ kind: 'html', version: '2019-01-08', status });

    expect(await newer.query(timeline.replace('nodes { capturedAt }', ''))).toEqual({
      data: { configurationTimeline: { totalCount: null } },
    });
  });

  it.each([
    ['ServiceUnavailable', 503, 'UPSTREAM_UNAVAILABLE'],
    ['Throttling.User', 400, 'UPSTREAM_THROTTLED'],
    ['NoPermission', 403, 'FORBIDDEN'],
    ['MemberNotBelongToMaster', 400, undefined],
    ['InternalError', 500, 'UPSTREAM_UNAVAILABLE'],
  ])('is an error of its own if reading it fails otherwise: %s, HTTP %s', async (code, status, told) => {
    refusalOfOlder = new Refusal(code, status, 'CANARY-of-the-upstream');

    const answers = [await newer.query(recorder), await newer.query(timeline)];

    expect(answers).toMatchObject([
      { data: { configurationRecorder: { status: 'REGISTERED', ...nothing, organizationManagementAccount: null } } },
      { data: { configurationTimeline: { totalCount: null, nodes: Array<object>(5).fill({}) } } },
    ]);
    const paths = answers.map(({ errors = [] }) => errors.map(({ path }) => path?.join('.')));
    expect(paths.map((of) => of.sort())).toEqual([
      [
        'configurationRecorder.organizationEnableStatus',
        'configurationRecorder.organizationManagementAccount',
        'configurationRecorder.rawOrganizationEnableStatus',
      ],
      ['configurationTimeline.totalCount'],
    ]);
    for (const { errors = [] } of answers) {
      for (const { extensions } of errors) if (told !== undefined) expect(extensions).toMatchObject({ code: told });
    }
  });

  it('is not asked for an account in which Cloud Config was never activated', async () => {
    const fresh = await startGateway({ world: 'fresh', cloudConfigVersion: '2020-09-07' });

    const answer = await fresh.query(recorder);

    const calls = versionsOf(fresh);
    await fresh.stop();
    expect(answer).toEqual({
      data: { configurationRecorder: { status: 'NOT_ACTIVATED', ...nothing, organizationManagementAccount: null } },
    });
    expect(calls).toEqual(['2020-09-07 GetConfigurationRecorder']);
  });

  it('costs one call for the organization', async () => {
    const costOf = async (document: string) =>
      (await newer.ask(document, {}, { 'x-cost-only': 'true' })).cost.estimatedCalls;

    expect(await costOf(recorder)).toBe(1 + (await costOf(recorder.replace(organization, ''))));
  });

  it('costs one call for a count, two more for the first proof that it is right, and one more for later ones', async () => {
    const fresh = await startGateway({ cloudConfigVersion: '2020-09-07' });
    const freshOlder = await startGateway({ cloudConfigVersion: '2019-01-08' });
    const costOf = async (gateway: TestGateway) => {
      const { cost } = await gateway.ask(timeline, {}, { 'x-cost-only': 'true' });
      return cost.mostExpensiveFields?.find(({ field }) => field.endsWith('.totalCount'))?.calls ?? 0;
    };
    const before = [await costOf(fresh), await costOf(freshOlder)];

    await Promise.all([fresh.query(timeline), freshOlder.query(timeline)]);

    const after = [await costOf(fresh), await costOf(freshOlder)];
    await Promise.all([fresh.stop(), freshOlder.stop()]);
    expect([before, after]).toEqual([
      [3, 3],
      [2, 2],
    ]);
  });
});
