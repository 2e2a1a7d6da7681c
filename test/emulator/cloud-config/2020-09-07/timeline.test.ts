import type { WorldDefinition } from '../../../../src/emulator/world/WorldDefinition';
import { demoAccounts, demoEpoch } from '../../../../src/emulator/world/demo/company';
import { GetResourceConfigurationTimeline, GetResourceConfigurationTimeline2020 } from '../../../../src/operations';
import type { ResponseOf } from '../../../../src/operations/operation';
import { call as sendRaw } from '../../protocol/rawClient';
import { minute } from '../../world/startCloud';
import { managementId, smallWorld } from '../../world/worlds';
import type { ClientCloud } from './startWithClient';
import { startWithClient } from './startWithClient';

type Timeline = ResponseOf<typeof GetResourceConfigurationTimeline2020>;

const busy = { ResourceId: 'i-bp1a9fk3m7q2x8c5v0zt', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };
const instance = { ResourceId: 'i-1', ResourceType: 'ACS::ECS::Instance', Region: 'cn-hangzhou' };

const related: WorldDefinition = smallWorld({
  management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
  resources: [
    {
      accountId: managementId,
      resourceId: 'i-1',
      resourceType: 'ACS::ECS::Instance',
      region: 'cn-hangzhou',
      createTime: '2026-06-01T00:00:00.000Z',
      tags: {},
      changes: [
        { at: '2026-06-20T00:00:00.000Z', type: 'DISCOVERED', diff: { Status: [null, 'Running'] } },
        {
          at: '2026-06-21T00:00:00.000Z',
          type: 'MODIFY_REVISED',
          diff: {},
          relationship: { AttachedTo: ['d-1'] },
          relationshipDiff: '{"AttachedTo":[[],["d-1"]]}',
        },
      ],
    },
  ],
});

let cloud: ClientCloud;
afterEach(() => cloud.close());

async function walk(MaxResults: number) {
  const changes = [];
  for (let NextToken: string | undefined = ''; NextToken !== undefined;) {
    const { ResourceConfigurationTimeline: page }: Timeline = await cloud.call(GetResourceConfigurationTimeline2020, {
      ...busy,
      MaxResults,
      NextToken,
    });
    changes.push(...(page.ConfigurationList ?? []));
    NextToken = page.NextToken;
  }
  return changes;
}

it('pages through the changes that the older version shows, without a total', async () => {
  cloud = await startWithClient('demo');
  const { ResourceConfigurationTimeline: whole } = await cloud.call(GetResourceConfigurationTimeline, {
    ...busy,
    Limit: 100,
  });

  const changes = await walk(40);
  const first = await cloud.call(GetResourceConfigurationTimeline2020, { ...busy, MaxResults: 2 });

  expect(changes).toHaveLength(168);
  expect(changes.slice(0, 100)).toEqual(
    whole.ConfigurationList?.map((change) => ({ ...change, Relationship: '', RelationshipDiff: '' })),
  );
  expect(Object.keys(first.ResourceConfigurationTimeline).sort()).toEqual([
    'ConfigurationList',
    'MaxResults',
    'NextToken',
  ]);
});

it('answers relations, and revised kinds of change', async () => {
  cloud = await startWithClient(related);

  const { ResourceConfigurationTimeline: page } = await cloud.call(GetResourceConfigurationTimeline2020, instance);

  expect(page).toEqual({
    MaxResults: 10,
    ConfigurationList: [
      {
        AccountId: managementId,
        CaptureTime: Date.parse('2026-06-21T00:00:00.000Z'),
        ConfigurationDiff: '{}',
        Region: 'cn-hangzhou',
        Relationship: '{"AttachedTo":["d-1"]}',
        RelationshipDiff: '{"AttachedTo":[[],["d-1"]]}',
        ResourceCreateTime: Date.parse('2026-06-01T00:00:00.000Z'),
        ResourceEventType: 'MODIFY_REVISED',
        ResourceId: 'i-1',
        ResourceName: '',
        ResourceType: 'ACS::ECS::Instance',
        Tags: '{}',
      },
      expect.objectContaining({ ResourceEventType: 'DISCOVERED', Relationship: '', RelationshipDiff: '' }) as unknown,
    ],
  });
});

it('takes pages of two to a hundred, and GET alone', async () => {
  cloud = await startWithClient('demo');
  const ask = (MaxResults: string, method: 'GET' | 'POST' = 'GET') =>
    sendRaw(
      cloud.emulator.url,
      { Version: '2020-09-07', Action: 'GetResourceConfigurationTimeline', ...busy, MaxResults, Format: 'JSON' },
      { now: Date.now(), method },
    );

  const answers = [await ask('1'), await ask('101'), await ask('2', 'POST'), await ask('2')];

  expect(answers.map(({ text }) => (JSON.parse(text) as { Code?: string }).Code)).toEqual([
    'InvalidMaxResults',
    'InvalidMaxResults',
    'UnsupportedHTTPMethod',
    undefined,
  ]);
});

it.each([
  ['text', '"CaptureTime":"'],
  ['number', '"CaptureTime":1'],
] as const)('prints times as %s, and is understood', async (changeTimes, printed) => {
  cloud = await startWithClient(related, { readings: { changeTimes } });
  const { text } = await sendRaw(
    cloud.emulator.url,
    { Version: '2020-09-07', Action: 'GetResourceConfigurationTimeline', ...instance, Format: 'JSON' },
    { now: Date.now(), method: 'GET' },
  );

  const { ResourceConfigurationTimeline: page } = await cloud.call(GetResourceConfigurationTimeline2020, instance);

  expect(text).toContain(printed);
  expect(page.ConfigurationList?.[0]?.CaptureTime).toBe(Date.parse('2026-06-21T00:00:00.000Z'));
});

it('refuses the token of the older version, and one that is too old', async () => {
  cloud = await startWithClient('demo');
  const older = await cloud.call(GetResourceConfigurationTimeline, { ...busy, Limit: 2 });
  const newer = await cloud.call(GetResourceConfigurationTimeline2020, { ...busy, MaxResults: 2 });
  const resume = (NextToken = '') => cloud.refusal(GetResourceConfigurationTimeline2020, { ...busy, NextToken });

  const foreign = await resume(older.ResourceConfigurationTimeline.NextToken);
  cloud.pass(16 * minute);
  const late = await resume(newer.ResourceConfigurationTimeline.NextToken);

  expect([foreign, late]).toEqual(['TokenInvalid', 'TokenInvalid']);
});

it('knows nothing of the resources of another account', async () => {
  cloud = await startWithClient('demo');

  const { ResourceConfigurationTimeline: page } = await cloud.call(
    GetResourceConfigurationTimeline2020,
    { ...busy, EndTime: demoEpoch },
    'memberid',
  );

  expect(cloud.emulator.world.accessKey('memberid')?.caller.accountId).toBe(demoAccounts.paymentsProduction);
  expect(page.ConfigurationList).toEqual([]);
});
