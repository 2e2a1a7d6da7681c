import type { WorldDefinition } from '../../../src/emulator';
import { handlers, Refusal } from '../../../src/emulator';
import { managementId, memberId, outsiderId, smallWorld } from '../../emulator/world/worlds';
import { cloudConfigVersion } from '../../support/cloudConfigVersion';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const active = { status: 'REGISTERED' as const, since: '2025-01-01T00:00:00.000Z' };
const groupId = 'ca-7c41d09e5b2f4a8390e6';
const hour = (index: number): string =>
  new Date(Date.parse('2026-06-20T00:00:00.000Z') + index * 3_600_000).toISOString();
/** A rule evaluates a resource one minute after it changed. */
const evaluated = (index: number): string => new Date(Date.parse(hour(index)) + 60_000).toISOString();

const buckets = (accountId: string): NonNullable<WorldDefinition['resources']> => [
  {
    accountId,
    region: 'cn-shanghai',
    resourceType: 'ACS::OSS::Bucket',
    resourceId: 'reports',
    resourceName: 'reports',
    changes: [
      { at: hour(0), type: 'DISCOVERED', diff: { Acl: [null, 'private'] } },
      { at: hour(1), type: 'MODIFY', diff: { Versioning: [null, 'Enabled'] } },
      { at: hour(2), type: 'MODIFY', diff: { Acl: ['private', 'public-read'] } },
      { at: hour(3), type: 'MODIFY', diff: { Acl: ['public-read', 'private'] } },
    ],
  },
];

const world = (changes: Partial<WorldDefinition> = {}): WorldDefinition =>
  smallWorld({
    management: { recorder: active },
    member: { recorder: active },
    resources: [...buckets(managementId), ...buckets(memberId)],
    complianceRules: [
      {
        ruleId: 'cr-private',
        name: 'bucket-private',
        resourceType: 'ACS::OSS::Bucket',
        property: 'Acl',
        compliant: ['private'],
      },
      {
        ruleId: 'cr-versioned',
        name: 'bucket-versioned',
        resourceType: 'ACS::OSS::Bucket',
        property: 'Versioning',
        compliant: ['Enabled'],
        withoutProperty: 'NOT_APPLICABLE',
      },
    ],
    accountGroups: [
      {
        accountGroupId: groupId,
        ownerAccountId: managementId,
        name: 'all',
        type: 'RD',
        createTime: '2025-03-01T00:00:00.000Z',
      },
    ],
    ...changes,
  });

let gateway: TestGateway;
const start = async (options: GatewayOptions = {}): Promise<void> => {
  gateway = await startGateway({ world: world(), ...options });
};
afterEach(() => gateway.stop());

interface Timeline {
  readonly cloudResource: {
    readonly complianceTimeline: {
      readonly nodes: readonly { readonly capturedAt: string; readonly complianceType: string }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly totalCount: number | null;
      readonly range: { readonly from: string; readonly to: string };
    } | null;
  } | null;
}

const key = (accountId: string): string =>
  `{ accountId: "${accountId}", region: "cn-shanghai", resourceType: "ACS::OSS::Bucket", resourceId: "reports" }`;

const documentOf = (accountId: string, selection: string): string =>
  `query ($first: Int, $after: String, $between: TimeRangeInput) {
    cloudResource(key: ${key(accountId)}) {
      complianceTimeline(first: $first, after: $after, between: $between) { ${selection} }
    }
  }`;

const page = 'nodes { capturedAt complianceType } pageInfo { hasNextPage endCursor } totalCount range { from to }';

const read = async (variables: object = {}, accountId = managementId) => {
  const { data, errors } = await gateway.query<Timeline>(documentOf(accountId, page), { ...variables });
  expect(errors).toBeUndefined();
  const timeline = data?.cloudResource?.complianceTimeline;
  if (timeline == null) throw new Error('There is no timeline.');
  return timeline;
};

it('shows what the rules came to after each change of the configuration, newest first', async () => {
  await start();

  const { data } = await gateway.query(
    documentOf(
      managementId,
      `nodes {
        capturedAt complianceType rawComplianceType previousComplianceType rawPreviousComplianceType resourceName
        rules { ruleId ruleName accountId complianceType rawComplianceType }
      }
      totalCount`,
    ),
  );

  const rule = (ruleId: string, ruleName: string, complianceType: string) => ({
    ruleId,
    ruleName,
    accountId: managementId,
    complianceType,
    rawComplianceType: complianceType,
  });
  const node = (index: number, type: string, previous: string | null, rules: readonly [string, string]) => ({
    capturedAt: evaluated(index),
    complianceType: type,
    rawComplianceType: type,
    previousComplianceType: previous,
    rawPreviousComplianceType: previous,
    resourceName: 'reports',
    rules: [rule('cr-private', 'bucket-private', rules[0]), rule('cr-versioned', 'bucket-versioned', rules[1])],
  });
  expect(data).toEqual({
    cloudResource: {
      complianceTimeline: {
        nodes: [
          node(3, 'COMPLIANT', 'NON_COMPLIANT', ['COMPLIANT', 'COMPLIANT']),
          node(2, 'NON_COMPLIANT', 'COMPLIANT', ['NON_COMPLIANT', 'COMPLIANT']),
          node(1, 'COMPLIANT', 'COMPLIANT', ['COMPLIANT', 'COMPLIANT']),
          node(0, 'COMPLIANT', null, ['COMPLIANT', 'NOT_APPLICABLE']),
        ],
        totalCount: 4,
      },
    },
  });
});

it('costs one call for the resource and one for the page, of the version that is spoken', async () => {
  await start();

  await read();

  const calls = gateway.emulator.calls.of('GetResourceComplianceTimeline');
  expect(calls.map(({ version }) => version)).toEqual([cloudConfigVersion]);
  expect(gateway.upstreamCalls()).toHaveLength(2);
});

it.each([1, 2, 3])('concatenates pages of %i to the whole, each cursor bound to its time range', async (first) => {
  await start();
  const whole = await read();

  const nodes = [];
  let after: string | null = null;
  let ranges = 0;
  for (let hasNextPage = true; hasNextPage; ranges += 1) {
    const timeline: Awaited<ReturnType<typeof read>> = await read({ first, after });
    nodes.push(...timeline.nodes);
    expect(timeline.range).toEqual(whole.range);
    ({ hasNextPage, endCursor: after } = timeline.pageInfo);
  }

  expect(nodes).toEqual(whole.nodes);
  expect(ranges).toBe(Math.ceil(4 / first));
});

it('costs no more than its estimate, though pages of several sizes share no call', async () => {
  await start();
  const pages = [1, 2, 3].map((first) => `p${first}: complianceTimeline(first: ${first}) { nodes { capturedAt } }`);

  const { cost } = await gateway.ask(`{ cloudResource(key: ${key(managementId)}) { ${pages.join(' ')} } }`);

  expect(cost.actualCalls).toBe(4);
  expect(cost.estimatedCalls).toBeGreaterThanOrEqual(4);
});

it('refuses a cursor of the other timeline', async () => {
  await start();
  const { data } = await gateway.query<{
    readonly configurationTimeline: { readonly pageInfo: { readonly endCursor: string } };
  }>(`{ configurationTimeline(resource: ${key(managementId)}, first: 1) { pageInfo { endCursor } } }`);

  const answer = await gateway.query(documentOf(managementId, page), {
    after: data?.configurationTimeline.pageInfo.endCursor,
  });

  expect(answer.errors?.[0]).toMatchObject({
    path: ['cloudResource', 'complianceTimeline'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

describe('the time range', () => {
  it('is the one that is named, its end not in it', async () => {
    await start();

    const timeline = await read({ between: { from: evaluated(1), to: evaluated(3) } });

    expect(timeline.nodes.map(({ capturedAt }) => capturedAt)).toEqual([evaluated(2), evaluated(1)]);
    expect(timeline.range).toEqual({ from: evaluated(1), to: evaluated(3) });
  });

  it('counts back from its end with a duration', async () => {
    await start();

    const timeline = await read({ between: { last: 'PT2H', to: evaluated(3) } });

    expect(timeline.range).toEqual({ from: evaluated(1), to: evaluated(3) });
    expect(timeline.totalCount).toBe(2);
  });
});

it('reads a compliance type that this gateway does not know as UNKNOWN, beside the text', async () => {
  const evaluation = (type: string) =>
    JSON.stringify({ Compliance: { complianceType: type, count: 1 }, ConfigRuleList: [{ complianceType: type }] });
  const answer = () => ({
    ResourceComplianceTimeline: {
      ComplianceList: [
        { CaptureTime: Date.parse(evaluated(1)), Configuration: evaluation('WAIVED'), ConfigurationDiff: 'spoiled' },
        { CaptureTime: Date.parse(evaluated(0)) },
      ],
    },
  });
  await start({
    handlers: { ...handlers, GetResourceComplianceTimeline: answer, GetResourceComplianceTimeline2020: answer },
  });

  const { data } = await gateway.query(
    documentOf(
      managementId,
      `nodes {
        complianceType rawComplianceType previousComplianceType rawEvaluation rawDiff
        rules { ruleId complianceType rawComplianceType }
      }`,
    ),
  );

  expect(data).toEqual({
    cloudResource: {
      complianceTimeline: {
        nodes: [
          {
            complianceType: 'UNKNOWN',
            rawComplianceType: 'WAIVED',
            previousComplianceType: null,
            rawEvaluation: evaluation('WAIVED'),
            rawDiff: 'spoiled',
            rules: [{ ruleId: null, complianceType: 'UNKNOWN', rawComplianceType: 'WAIVED' }],
          },
          {
            complianceType: 'UNKNOWN',
            rawComplianceType: '',
            previousComplianceType: null,
            rawEvaluation: null,
            rawDiff: null,
            rules: null,
          },
        ],
      },
    },
  });
});

it('shows rules that have no data and rules that ignore the resource, and comes to what weighs more', async () => {
  const rule = { resourceType: 'ACS::OSS::Bucket', compliant: ['private'] };
  const ignored = { ...rule, ruleId: 'cr-ignored', name: 'ignored', property: 'Acl', ignored: ['reports'] };
  const encrypted = { ...rule, ruleId: 'cr-encrypted', name: 'encrypted', property: 'Encryption' };
  const typesUnder = async (complianceRules: WorldDefinition['complianceRules']) => {
    await start({ world: world({ complianceRules }) });
    const { data } = await gateway.query(
      documentOf(managementId, 'nodes { complianceType rawComplianceType rules { ruleName complianceType } }'),
    );
    return data;
  };

  const both = await typesUnder([ignored, encrypted]);
  await gateway.stop();
  const one = await typesUnder([ignored]);

  const of = (complianceType: string, rules: readonly object[]) => ({
    cloudResource: { complianceTimeline: { nodes: [{ complianceType, rawComplianceType: complianceType, rules }] } },
  });
  const isIgnored = { ruleName: 'ignored', complianceType: 'IGNORED' };
  const hasNoData = { ruleName: 'encrypted', complianceType: 'INSUFFICIENT_DATA' };
  expect(both).toEqual(of('INSUFFICIENT_DATA', [isIgnored, hasNoData]));
  expect(one).toEqual(of('IGNORED', [isIgnored]));
});

it('is empty if no rule evaluates the resource', async () => {
  await start({ world: world({ complianceRules: [] }) });

  const timeline = await read();

  expect(timeline).toMatchObject({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
});

it('is empty if the upstream answers that it knows no such resource', async () => {
  const refuse = () => {
    throw new Refusal('NoData', 404, 'No data.');
  };
  await start({
    handlers: { ...handlers, GetResourceComplianceTimeline: refuse, GetResourceComplianceTimeline2020: refuse },
  });

  expect((await read()).nodes).toEqual([]);
});

describe('of a member', () => {
  it('is read in the member, by its role', async () => {
    await start();

    const timeline = await read({}, memberId);

    expect(timeline.totalCount).toBe(4);
    expect(gateway.emulator.calls.of('AssumeRole')).toHaveLength(1);
    expect(gateway.upstreamCalls().filter((action) => action.includes('ComplianceTimeline'))).toHaveLength(1);
  });

  it('is read through the account group if the deployment reads members so', async () => {
    await start({ memberAccess: 'account-group' });

    const [own, other] = [await read(), await read({}, memberId)];

    expect(other.nodes).toEqual(own.nodes);
    expect(gateway.emulator.calls.of('AssumeRole')).toEqual([]);
    expect(gateway.emulator.calls.of('GetResourceComplianceTimeline')).toHaveLength(1);
    expect(gateway.emulator.calls.of('GetAggregateResourceComplianceTimeline')).toHaveLength(1);
  });

  it('is refused through a group that lacks the account, with an error at its field', async () => {
    await start({ memberAccess: 'account-group', world: world({ resources: buckets(outsiderId) }) });

    const { data, errors } = await gateway.query(documentOf(outsiderId, page));

    expect(data).toEqual({ cloudResource: null });
    expect(errors?.[0]).toMatchObject({ path: ['cloudResource'], extensions: { code: 'FORBIDDEN' } });
  });
});
