import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startSupergraph } from './startSupergraph.mjs';

/**
 * The management account of the demo world, which is the current one; one of its members; one in which the gateway has no
 * role; an account of nobody's.
 */
const accountId = '1587203946182045';
const memberId = '1734905562810937';
const closedId = '1203377514980266';
const strangerId = '1999999999999999';
const instanceId = 'i-bp1a9fk3m7q2x8c5v0zt';
const bucketId = 'lotus-valley-billing-reports';

it('the subgraph refuses whoever goes past a router that has a secret', async () => {
  const supergraph = await startSupergraph('apollo');
  try {
    const { errors } = await supergraph.querySubgraph('{ _service { sdl } }', {
      'router-authorization': 'x'.repeat(32),
    });

    assert.deepEqual(
      errors.map(({ extensions }) => extensions.code),
      ['UNAUTHENTICATED'],
    );
    assert.equal((await supergraph.query('{ currentAccount { accountId } }')).data.currentAccount.accountId, accountId);
  } finally {
    await supergraph.stop();
  }
});

for (const router of ['apollo', 'hive']) {
  describe(`the example behind ${router}`, () => {
    let supergraph;
    before(async () => {
      supergraph = await startSupergraph(router);
    });
    after(() => supergraph?.stop());
    beforeEach(() => supergraph.forgetCalls());

    it('composes without an error or a hint', () => {
      assert.match(supergraph.composed, /without an error or a hint/);
    });

    it('answers across all three, and asks the upstream for every account and resource once', async () => {
      const { data, errors } = await supergraph.query(`{
        topSpenders { nodes { accountId monthlySpend displayName } }
        servers { hostname resource { resourceId account { monthlySpend } configurationTimeline(first: 2) { nodes { eventType } } } }
      }`);

      assert.equal(errors, undefined);
      assert.deepEqual(data.topSpenders.nodes, [
        { accountId, monthlySpend: 1250.5, displayName: '莲谷商贸 Lotus Valley' },
        { accountId: memberId, monthlySpend: 80, displayName: '支付生产' },
        { accountId: closedId, monthlySpend: 12.75, displayName: 'Overseas Retail' },
        { accountId: strangerId, monthlySpend: 0.25, displayName: null },
      ]);
      assert.deepEqual(
        data.servers.map(({ hostname, resource }) => [
          hostname,
          resource.resourceId,
          resource.account.monthlySpend,
          resource.configurationTimeline.nodes.length,
        ]),
        [
          ['worker', instanceId, 1250.5, 2],
          ['worker-alias', instanceId, 1250.5, 2],
          ['reports', bucketId, 1250.5, 2],
        ],
      );
      assert.deepEqual(await supergraph.callsByAction(), {
        GetDiscoveredResource: 2,
        GetAccount: 4,
        GetResourceDirectory: 1,
        GetResourceConfigurationTimeline: 2,
      });
    });

    it('finds k accounts by their representations as cheaply as by k keys in one document', async () => {
      const byKeys = [accountId, memberId, closedId, strangerId].map(
        (id, index) => `a${index}: account(accountId: "${id}") { displayName type }`,
      );
      await supergraph.querySubgraph(`{ ${byKeys.join(' ')} }`);
      const callsByKeys = await supergraph.callsByAction();
      await supergraph.forgetCalls();

      const { errors } = await supergraph.query('{ topSpenders { nodes { displayName type } } }');

      assert.equal(errors, undefined);
      assert.deepEqual(callsByKeys, { GetAccount: 4, GetResourceDirectory: 1 });
      assert.deepEqual(await supergraph.callsByAction(), callsByKeys);
    });

    it('leaves the neighbour’s fields where one of its own cannot be read, and passes on why', async () => {
      const { data, errors } = await supergraph.query(
        '{ topSpenders(first: 3) { nodes { monthlySpend configurationRecorder { status } } } }',
      );

      assert.deepEqual(data.topSpenders.nodes, [
        { monthlySpend: 1250.5, configurationRecorder: { status: 'REGISTERED' } },
        { monthlySpend: 80, configurationRecorder: { status: 'REGISTERED' } },
        { monthlySpend: 12.75, configurationRecorder: null },
      ]);
      assert.deepEqual(
        errors.map(({ extensions }) => extensions.code),
        ['FORBIDDEN'],
      );
      assert.deepEqual(await supergraph.callsByAction(), {
        AssumeRole: 2,
        GetConfigurationRecorder: 2,
        GetAccount: 2,
      });
    });

    it('finds an object again by the global ID that it printed', async () => {
      const { data: first } = await supergraph.query('{ resourceDirectory { id resourceDirectoryId } }');
      const { data, errors } = await supergraph.query(
        `{ node(id: "${first.resourceDirectory.id}") { id ... on ResourceDirectory { resourceDirectoryId } } }`,
      );

      assert.equal(errors, undefined);
      assert.deepEqual(data.node, first.resourceDirectory);
    });
  });
}
