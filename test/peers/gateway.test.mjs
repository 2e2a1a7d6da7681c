import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { ApolloGateway, IntrospectAndCompose } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startGovernance } from './startGovernance.mjs';
import { startBilling, startCmdb } from './subgraphs.mjs';

/** What the demo world has: its management account, which is the current one, and two resources of it. */
const accountId = '1587203946182045';
const instance = {
  accountId,
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: 'i-bp1a9fk3m7q2x8c5v0zt',
};
const bucket = {
  accountId,
  region: 'cn-shanghai',
  resourceType: 'ACS::OSS::Bucket',
  resourceId: 'lotus-valley-billing-reports',
};
/** An account that the gateway's own credentials do not belong to. */
const memberId = '1734905562810937';

describe('behind @apollo/gateway, beside two neighbours', () => {
  const running = [];
  let governance;
  let supergraph;

  before(async () => {
    governance = await startGovernance();
    running.push(governance);
    running.push(await startBilling({ [accountId]: 1250.5, [memberId]: 80 }));
    running.push(
      await startCmdb([
        { hostname: 'worker', resource: instance },
        { hostname: 'worker-alias', resource: instance },
        { hostname: 'reports', resource: bucket },
      ]),
    );
    const subgraphs = running.map(({ name, url }) => ({ name, url }));
    supergraph = new ApolloServer({
      gateway: new ApolloGateway({ supergraphSdl: new IntrospectAndCompose({ subgraphs }) }),
    });
    await supergraph.start();
    running.push(supergraph);
  });

  after(() => Promise.all(running.reverse().map((server) => server.stop())));

  beforeEach(() => governance.forgetCalls());

  async function query(document) {
    const { body } = await supergraph.executeOperation({ query: document });
    // Results have no prototypes; through JSON they are plain objects, as a client sees them.
    return JSON.parse(JSON.stringify(body.singleResult));
  }

  it('answers the account’s own fields for an account that a neighbour names', async () => {
    const { data, errors } = await query(`{
      topSpenders { nodes { accountId monthlySpend configurationRecorder { status } } pageInfo { hasNextPage } }
    }`);

    assert.deepEqual(data.topSpenders.nodes[0], {
      accountId,
      monthlySpend: 1250.5,
      configurationRecorder: { status: 'REGISTERED' },
    });
    assert.deepEqual(data.topSpenders.pageInfo, { hasNextPage: false });
    // A field that this gateway may not read is null alone; its neighbours stay, and the reason comes through.
    assert.deepEqual(data.topSpenders.nodes[1], { accountId: memberId, monthlySpend: 80, configurationRecorder: null });
    assert.deepEqual(
      errors.map(({ extensions }) => extensions.code),
      ['FORBIDDEN'],
    );
    assert.deepEqual(await governance.callsByAction(), { DescribeConfigurationRecorder: 1 });
  });

  it('asks a neighbour for what it adds to an account', async () => {
    const { data, errors } = await query('{ currentAccount { accountId monthlySpend } }');

    assert.equal(errors, undefined);
    assert.deepEqual(data, { currentAccount: { accountId, monthlySpend: 1250.5 } });
    assert.deepEqual(await governance.callsByAction(), {});
  });

  it('reads the timelines of the resources that a neighbour refers to, one call a resource', async () => {
    const { data, errors } = await query(`{
      servers {
        hostname
        resource { resourceId account { monthlySpend } configurationTimeline(first: 2) { nodes { capturedAt } } }
      }
    }`);

    assert.equal(errors, undefined);
    assert.deepEqual(
      data.servers.map(({ hostname, resource }) => [
        hostname,
        resource.resourceId,
        resource.account.monthlySpend,
        resource.configurationTimeline.nodes.length,
      ]),
      [
        ['worker', instance.resourceId, 1250.5, 2],
        ['worker-alias', instance.resourceId, 1250.5, 2],
        ['reports', bucket.resourceId, 1250.5, 2],
      ],
    );
    assert.deepEqual(await governance.callsByAction(), { GetResourceConfigurationTimeline: 2 });
  });

  it('finds an object again by the global ID that it printed', async () => {
    const { data: first } = await query('{ resourceDirectory { id resourceDirectoryId } }');
    const { data, errors } = await query(
      `{ node(id: "${first.resourceDirectory.id}") { id ... on ResourceDirectory { resourceDirectoryId } } }`,
    );

    assert.equal(errors, undefined);
    assert.deepEqual(data.node, first.resourceDirectory);
  });
});
