import { EnableDirectoryDocument, RecentChangesDocument, WhoAmIDocument } from '../generated/operations';
import { underVersion } from '../support/cloudConfigVersion';
import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ world: 'demo' });
});

beforeEach(() => {
  gateway.emulator.reset();
});

afterAll(() => gateway.stop());

describe('the typed operations of schema/operations', () => {
  it('read recorder, directory and enrollment of the current account with one call each, and one for the organization', async () => {
    const { data } = await gateway.query(WhoAmIDocument);

    expect(data?.currentAccount?.configurationRecorder?.status).toBe('REGISTERED');
    expect(data?.resourceDirectory?.managementAccountName).toBe('org-root@lotus-valley.example');
    expect(gateway.upstreamCalls().sort()).toEqual([
      'DescribeConfigurationRecorder',
      ...underVersion({ '2019-01-08': [], '2020-09-07': ['GetConfigurationRecorder'] }),
      'GetEnrolledAccount',
      'GetResourceDirectory',
    ]);
  });

  it('walk a whole timeline by its cursors, one call a page and one for its count, and what proves that the upstream counts right', async () => {
    const captured: string[] = [];
    let pages = 0;
    let after: string | null | undefined;
    do {
      const { data } = await gateway.query(RecentChangesDocument, { first: 60, after });
      const page = data?.configurationTimeline;
      captured.push(...(page?.nodes.map(({ capturedAt }) => capturedAt) ?? []));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      pages += 1;
    } while (after);

    expect(captured).toHaveLength(168);
    expect(captured).toEqual([...captured].sort().reverse());
    expect(pages).toBe(3);
    const calls = underVersion({ '2019-01-08': pages + 2, '2020-09-07': 2 * pages + 1 });
    expect(gateway.upstreamCalls()).toEqual(Array(calls).fill('GetResourceConfigurationTimeline'));
  });

  it('say in the payload what became of a mutation', async () => {
    const { data, errors } = await gateway.query(EnableDirectoryDocument);

    expect(errors).toBeUndefined();
    expect(data?.initResourceDirectory.outcome).toBe('ALREADY_DONE');
    expect(gateway.emulator.calls.effects()).toEqual([]);
  });
});
