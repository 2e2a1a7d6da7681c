import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

beforeEach(() => {
  gateway.emulator.reset();
});

afterAll(() => gateway.stop());

describe('accountFactoryBaselines', () => {
  it('lists baselines with one call, and their items with one call each', async () => {
    const { data, errors } = await gateway.query(`{
      accountFactoryBaselines { nodes { baselineId name type items { name } } pageInfo { hasNextPage } }
    }`);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      accountFactoryBaselines: {
        nodes: [
          { baselineId: 'afb-bp1default0system0000', name: 'Default', type: 'SYSTEM' },
          {
            baselineId: 'afb-bp1c7m0x4h9t2q6v8z3k',
            name: 'payments',
            type: 'CUSTOM',
            items: [
              { name: 'ACS-BP_ACCOUNT_FACTORY_RAM_USER_PASSWORD_POLICY' },
              { name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES' },
              { name: 'ACS-BP_ACCOUNT_FACTORY_VPC' },
            ],
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
    expect(gateway.upstreamCalls()).toEqual([
      'ListAccountFactoryBaselines',
      'GetAccountFactoryBaseline',
      'GetAccountFactoryBaseline',
    ]);
  });

  it('goes on behind a cursor, whatever the page size', async () => {
    const read = `query ($first: Int, $after: String) {
      accountFactoryBaselines(first: $first, after: $after) { edges { cursor node { name } } pageInfo { hasNextPage } }
    }`;
    const first = await gateway.query<{ accountFactoryBaselines: { edges: { cursor: string }[] } }>(read, { first: 1 });

    const after = first.data?.accountFactoryBaselines.edges[0]?.cursor;
    const second = await gateway.query(read, { first: 50, after });

    expect(first.data).toMatchObject({
      accountFactoryBaselines: { edges: [{ node: { name: 'Default' } }], pageInfo: { hasNextPage: true } },
    });
    expect(second.data).toMatchObject({
      accountFactoryBaselines: { edges: [{ node: { name: 'payments' } }], pageInfo: { hasNextPage: false } },
    });
  });

  it('is null for a baseline that is not there', async () => {
    const { data, errors } = await gateway.query('{ accountFactoryBaseline(baselineId: "afb-nowhere") { name } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ accountFactoryBaseline: null });
  });
});

describe('accountFactoryBaselineItems', () => {
  it('says what is on offer, and what needs what', async () => {
    const { data } = await gateway.query<{
      accountFactoryBaselineItems: { nodes: { name: string; version: string; dependsOn: { name: string }[] }[] };
    }>('{ accountFactoryBaselineItems(first: 100) { nodes { name version dependsOn { name } } } }');

    expect(data?.accountFactoryBaselineItems.nodes).toContainEqual({
      name: 'ACS-BP_ACCOUNT_FACTORY_VPC',
      version: '1.0',
      dependsOn: [{ name: 'ACS-BP_ACCOUNT_FACTORY_SUBSCRIBE_SERVICES' }],
    });
    expect(gateway.upstreamCalls()).toEqual(['ListAccountFactoryBaselineItems']);
  });
});
