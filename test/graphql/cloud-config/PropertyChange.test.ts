import type { EmulatorOptions } from '../../../src/emulator';
import { underVersion } from '../../support/cloudConfigVersion';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/* What changed inside a property, who usually changes it, and filters by both. */

const accountId = '1000000000000001';
const userKey = { region: 'global', resourceType: 'ACS::RAM::User', resourceId: '27391465' };
const groupKey = { region: 'cn-hangzhou', resourceType: 'ACS::ECS::SecurityGroup', resourceId: 'sg-1' };
const policyKey = { region: 'global', resourceType: 'ACS::RAM::Policy', resourceId: 'deploy' };

const https = { PortRange: '443/443', SourceCidrIp: '0.0.0.0/0' };
const ssh = { PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' };
const document = (actions: readonly string[]) => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: actions }] });
/** A text of JSON that is longer than 64 KiB, but changes in one place. */
const long = (last: string) => JSON.stringify({ Filler: 'x'.repeat(70_000), Last: last });

const at = (minute: number) => `2026-06-29T10:${String(minute).padStart(2, '0')}:00.000Z`;
const signIn = (minute: number) => ({
  at: at(minute),
  type: 'MODIFY',
  diff: { LastLoginDate: [at(minute - 1), at(minute)] },
});

const world: EmulatorOptions['world'] = {
  name: 'parts',
  epoch: '2026-06-30T08:00:00.000Z',
  accounts: [{ accountId, name: 'root', displayName: 'Root', recorder: { since: '2025-01-01T00:00:00.000Z' } }],
  resources: [
    {
      accountId,
      ...userKey,
      changes: [
        ...[2, 4, 6, 8, 10].map(signIn),
        { at: at(5), type: 'MODIFY', diff: { Comments: ['', 'on leave'], LastLoginDate: [at(4), at(5)] } },
        { at: at(7), type: 'MODIFY', diff: { UpdateDate: [at(5), at(7)] } },
      ],
    },
    {
      accountId,
      ...groupKey,
      changes: [
        { at: at(1), type: 'MODIFY', diff: { Permissions: [[https], [https, { ...ssh, SourceCidrIp: '0.0.0.0/0' }]] } },
        {
          at: at(2),
          type: 'MODIFY',
          diff: {
            Permissions: [
              [https, { ...ssh, SourceCidrIp: '0.0.0.0/0' }],
              [https, ssh],
            ],
          },
        },
        {
          at: at(3),
          type: 'MODIFY',
          diff: { Description: ['', 'web'] },
          relationshipDiff: '{"AttachedTo":[[],["i-1"]]}',
        },
      ],
    },
    {
      accountId,
      ...policyKey,
      changes: [
        {
          at: at(1),
          type: 'MODIFY',
          diff: { PolicyDocument: [document(['oss:Get*']), document(['oss:Get*', 'oss:Put*'])] },
        },
        { at: at(2), type: 'MODIFY', diff: { Attachments: [long('a'), long('b')] } },
      ],
    },
  ],
};

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ world });
});
afterAll(() => gateway.stop());

const timeline = `query ($resource: CloudResourceKeyInput!, $first: Int, $after: String, $filter: ConfigurationChangeFilter) {
  configurationTimeline(resource: $resource, between: { last: "P2D" }, first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    nodes {
      capturedAt rawRelationshipDiff
      changes { path category valuesOmitted before after partsTruncated parts { pointer kind before after } }
    }
  }
}`;

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly capturedAt: string;
    readonly rawRelationshipDiff: string | null;
    readonly changes: readonly { readonly path: string; readonly category: string }[];
  }[];
}

const pageOf = async (variables: Record<string, unknown>): Promise<Page> => {
  const { data, errors } = await gateway.query<{ configurationTimeline: Page }>(timeline, variables);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data.configurationTimeline;
};

const minutesOf = ({ nodes }: Page): readonly number[] =>
  nodes.map(({ capturedAt }) => new Date(capturedAt).getUTCMinutes());

it('has the rule that changed in a security group, by its place', async () => {
  const { nodes } = await pageOf({ resource: groupKey });

  expect(nodes.map(({ changes }) => changes)).toMatchObject([
    [{ path: 'Description', category: 'USER', before: '', after: 'web', parts: [] }],
    [
      {
        partsTruncated: false,
        parts: [{ pointer: '/Permissions/1/SourceCidrIp', kind: 'REPLACED', before: '0.0.0.0/0', after: '10.0.0.0/8' }],
      },
    ],
    [
      {
        parts: [
          { pointer: '/Permissions/1', kind: 'ADDED', before: null, after: { ...ssh, SourceCidrIp: '0.0.0.0/0' } },
        ],
      },
    ],
  ]);
});

it('has the action that was added to a policy, though the upstream embeds the policy in a text', async () => {
  const { nodes } = await pageOf({ resource: policyKey });

  expect(nodes[1]?.changes).toMatchObject([
    {
      path: 'PolicyDocument',
      parts: [{ pointer: '/PolicyDocument/Statement/0/Action/1', kind: 'ADDED', before: null, after: 'oss:Put*' }],
    },
  ]);
});

it('omits values that are longer than 64 KiB, and still has what changed inside', async () => {
  const { nodes } = await pageOf({ resource: policyKey });

  expect(nodes[0]?.changes).toEqual([
    {
      path: 'Attachments',
      category: 'USER',
      valuesOmitted: true,
      before: null,
      after: null,
      partsTruncated: false,
      parts: [{ pointer: '/Attachments/Last', kind: 'REPLACED', before: 'a', after: 'b' }],
    },
  ]);
  expect(nodes[1]?.changes).toMatchObject([{ valuesOmitted: false }]);
});

it('has what changed in relations only if the upstream returns it', async () => {
  const { nodes } = await pageOf({ resource: groupKey });

  expect(nodes.map(({ rawRelationshipDiff }) => rawRelationshipDiff)).toEqual([
    underVersion({ '2019-01-08': null, '2020-09-07': '{"AttachedTo":[[],["i-1"]]}' }),
    null,
    null,
  ]);
});

it('shows what the cloud changes by itself, and hides changes of nothing else', async () => {
  const all = await pageOf({ resource: userKey });
  const shown = await pageOf({ resource: userKey, filter: { hideSystemChanges: true } });

  expect(all.nodes.find((_, index) => minutesOf(all)[index] === 5)?.changes).toMatchObject([
    { path: 'Comments', category: 'USER' },
    { path: 'LastLoginDate', category: 'SYSTEM' },
  ]);
  expect(minutesOf(all)).toEqual([10, 8, 7, 6, 5, 4, 2]);
  expect(minutesOf(shown)).toEqual([7, 5]);
  expect(minutesOf(await pageOf({ resource: userKey, filter: { hideSystemChanges: false } }))).toEqual(minutesOf(all));
});

it.each([
  ['/Permissions', [2, 1]],
  ['/Permissions/1/SourceCidrIp', [2, 1]],
  ['/Permissions/1/PortRange', [1]],
  ['/Permissions/0', []],
  ['/Description', [3]],
])('finds the changes at %s', async (pointer, minutes) => {
  expect(minutesOf(await pageOf({ resource: groupKey, filter: { paths: [pointer] } }))).toEqual(minutes);
});

it('finds by names and pointers together what either finds', async () => {
  const filter = { paths: ['Description', '/Permissions/1/PortRange'] };

  expect(minutesOf(await pageOf({ resource: groupKey, filter }))).toEqual([3, 1]);
});

it('continues with the same filter behind a page, and with no other', async () => {
  const filter = { hideSystemChanges: true, paths: ['/LastLoginDate', '/UpdateDate'] };

  const one = await pageOf({ resource: userKey, first: 1, filter });
  const next = await pageOf({ resource: userKey, first: 1, filter, after: one.pageInfo.endCursor });
  const other = await gateway.query(timeline, {
    resource: userKey,
    first: 1,
    filter: { paths: filter.paths },
    after: one.pageInfo.endCursor,
  });

  expect([minutesOf(one), minutesOf(next)]).toEqual([[7], [5]]);
  expect([one.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['after'] });
});

it('costs with such a filter no more than is estimated', async () => {
  const { cost } = await gateway.ask(timeline, { resource: userKey, filter: { hideSystemChanges: true } });

  expect(cost.actualCalls).toBe(1);
  expect(cost.estimatedCalls).toBe(10);
});

it.each([
  [
    'en',
    'filter.paths.1 must be a JSON Pointer such as /Permissions/1/PortRange (~0 stands for ~, and ~1 for /), but got "/a~b".',
  ],
  ['zh-CN', 'filter.paths.1 应为 JSON Pointer，例如 /Permissions/1/PortRange（~0 表示 ~，~1 表示 /），但收到 "/a~b"。'],
])('refuses what begins like a pointer and is none, in %s', async (language, message) => {
  const variables = { resource: groupKey, filter: { paths: ['Status', '/a~b'] } };
  const { errors } = await gateway.query(timeline, variables, { 'accept-language': language });

  expect(errors?.[0]).toMatchObject({
    message,
    extensions: { code: 'BAD_USER_INPUT', field: ['filter', 'paths', '1'] },
  });
});
