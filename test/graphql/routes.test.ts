import { demoAccounts, demoResources as resourcesOfDemo, demoWorld } from '../../src/emulator';
import { actionNow } from '../support/cloudConfigVersion';
import type { GatewayOptions, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** Which way other accounts are read. */

const { management, paymentsProduction, paymentsTest } = demoAccounts;

const gateways: TestGateway[] = [];
const start = async (options: GatewayOptions = {}): Promise<TestGateway> => {
  const gateway = await startGateway(options);
  gateways.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(gateways.splice(0).map((gateway) => gateway.stop())));

const keyIn = (accountId: string): string => {
  const resource = resourcesOfDemo().find((one) => one.accountId === accountId);
  if (resource === undefined) throw new Error(`The demo world has no resource of ${accountId}.`);
  const { region, resourceType, resourceId } = resource;
  return `{ accountId: "${accountId}", region: "${region}", resourceType: "${resourceType}", resourceId: "${resourceId}" }`;
};
const details = 'id resourceName createdAt tags { key value } deleted resourceStatus availabilityZone rawConfiguration';
const since = 'between: { from: "2023-01-01T00:00:00Z" }';
const change = 'capturedAt eventType rawEventType rawDiff changes { path before after }';
const known = (accountId: string): string =>
  `cloudResource(key: ${keyIn(accountId)}) { ${details} } configurationTimeline(resource: ${keyIn(accountId)}, ${since}, first: 30) { nodes { ${change} } pageInfo { hasNextPage } }`;

describe('extensions.routes', () => {
  it('is omitted if nothing is read of another account', async () => {
    const gateway = await start();

    const { extensions } = await gateway.ask(
      '{ currentAccount { resources { totalCount } } accounts { nodes { displayName } } accountGroups { nodes { name } } }',
    );

    expect(Object.keys(extensions)).toEqual(['cost']);
  });

  it('counts the reads of either way: one of the list, one for each resource that is known by its key', async () => {
    const gateway = await start();

    const { errors, extensions } = await gateway.ask(
      '{ cloudResources(first: 12) { nodes { configuration availabilityZone } } }',
    );

    expect(errors).toBeUndefined();
    expect(extensions.routes).toEqual({ member: 12, accountGroup: 1 });
    expect(gateway.upstreamCalls()).toEqual([
      'ListAggregators',
      'ListAggregateDiscoveredResources',
      ...Array<string>(12).fill(actionNow('DescribeDiscoveredResource')),
    ]);
  });

  it('counts what was remembered, too', async () => {
    const gateway = await start({ cacheMaxBytes: 10_000_000 });
    const document = `{ configurationRecorder(accountId: "${paymentsTest}") { status } cloudResources { totalCount } }`;

    const first = await gateway.ask(document);
    const again = await gateway.ask(document);

    expect(first.extensions.routes).toEqual({ member: 1, accountGroup: 1 });
    expect(again.extensions.routes).toEqual({ member: 1, accountGroup: 1 });
    expect(again.cost.actualCalls).toBe(0);
  });
});

describe('where the gateway may assume no roles', () => {
  const memberAccess = 'account-group';
  const roles = { memberRole: 'NoSuchRole' };

  it('a member’s resource and its timeline are read through the account group as the member reads them', async () => {
    const [byRole, byGroup] = [await start(), await start({ memberAccess, roles })];

    const expected = await byRole.ask(`{ ${known(paymentsProduction)} }`);
    const answer = await byGroup.ask(`{ ${known(paymentsProduction)} }`);

    expect(expected.errors).toBeUndefined();
    expect(JSON.stringify(expected.data)).toContain('capturedAt');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(expected.data);
    expect(expected.extensions.routes).toEqual({ member: 2, accountGroup: 0 });
    expect(answer.extensions.routes).toEqual({ member: 0, accountGroup: 2 });
    expect(byGroup.upstreamCalls().sort()).toEqual([
      'GetAggregateDiscoveredResource',
      'GetAggregateResourceConfigurationTimeline',
      'ListAggregators',
    ]);
    expect(byGroup.emulator.calls.of('AssumeRole')).toEqual([]);
  });

  it('a timeline that was begun by the member’s role goes on through the group, once each change', async () => {
    const [byRole, byGroup] = [await start(), await start({ memberAccess, roles })];
    interface Page {
      readonly configurationTimeline: {
        readonly nodes: readonly { readonly rawDiff: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
      };
    }
    const page = async (gateway: TestGateway, first: number, after?: string) => {
      const { data } = await gateway.query<Page>(
        `query ($after: String) { configurationTimeline(resource: ${keyIn(paymentsProduction)}, ${since}, first: ${first}, after: $after) { nodes { rawDiff } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      if (!data) throw new Error('No page came.');
      return data.configurationTimeline;
    };

    const whole = await page(byRole, 90);
    const begun = await page(byRole, 3);
    const rest = await page(byGroup, 90, begun.pageInfo.endCursor);

    expect(begun.pageInfo.hasNextPage).toBe(true);
    expect([...begun.nodes, ...rest.nodes].slice(0, 90)).toEqual(whole.nodes);
  });

  it('the gateway’s own account is read by its own calls', async () => {
    const gateway = await start({ memberAccess, roles });

    const { errors, extensions } = await gateway.ask(`{ ${known(management)} }`);

    expect(errors).toBeUndefined();
    expect(extensions.routes).toBeUndefined();
    expect(gateway.upstreamCalls().sort()).toEqual([
      actionNow('DescribeDiscoveredResource'),
      'GetResourceConfigurationTimeline',
    ]);
  });

  it.each(['NoData', 'bare'] as const)(
    'a resource that nobody has is null, answered %s, and its timeline says that there is none',
    async (unknownResourceDetail) => {
      const gateway = await start({ memberAccess, roles, readings: { unknownResourceDetail } });
      const key = `{ accountId: "${paymentsProduction}", region: "cn-hangzhou", resourceType: "ACS::ECS::Instance", resourceId: "i-none" }`;

      const { data, errors } = await gateway.query(
        `{ cloudResource(key: ${key}) { resourceName } configurationTimeline(resource: ${key}) { nodes { capturedAt } } }`,
      );

      expect(data).toEqual({ cloudResource: null, configurationTimeline: null });
      expect(errors?.map(({ path, extensions }) => [path, extensions?.code, extensions?.field])).toEqual([
        [['configurationTimeline'], 'NOT_FOUND', ['resource', 'resourceId']],
      ]);
    },
  );

  it('an account outside the group nulls its own fields, each with an error, and nothing else', async () => {
    const gateway = await start({ memberAccess, roles });
    const stranger = keyIn(paymentsTest).replace(paymentsTest, '1999999999999999');

    const { data, errors } = await gateway.query(
      `{ cloudResource(key: ${stranger}) { id } configurationTimeline(resource: ${stranger}) { nodes { capturedAt } } sibling: cloudResource(key: ${keyIn(paymentsTest)}) { accountId } }`,
    );

    expect(data).toEqual({
      cloudResource: null,
      configurationTimeline: null,
      sibling: { accountId: paymentsTest },
    });
    const codes = errors?.map(({ path, extensions }) => [path?.[0], extensions?.code]).sort();
    expect(codes).toEqual([
      ['cloudResource', 'FORBIDDEN'],
      ['configurationTimeline', 'BAD_USER_INPUT'],
    ]);
  });

  it('says what is missing if no group covers the directory', async () => {
    const gateway = await start({ memberAccess, roles, world: { ...demoWorld(), accountGroups: [] } });

    const { data, errors } = await gateway.query(`{ cloudResource(key: ${keyIn(paymentsTest)}) { accountId } }`);

    expect(data).toEqual({ cloudResource: null });
    expect(errors).toMatchObject([
      {
        message:
          'This deployment reads other accounts through the account group of the whole directory, but there is none. Create one of the type “resource directory” in Cloud Config, or let the gateway assume roles (MEMBER_ACCESS).',
        path: ['cloudResource'],
        extensions: { code: 'FORBIDDEN', retryable: false },
      },
    ]);
  });
});
