import type { WorldDefinition } from '../../../src/emulator';
import { managementId, smallWorld } from '../../emulator/world/worlds';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const resource = {
  accountId: managementId,
  resourceType: 'ACS::ECS::Instance',
  resourceId: 'i-1',
  region: 'cn-hangzhou',
};
const found = { at: '2026-06-20T00:00:00.000Z', type: 'DISCOVERED', diff: { Status: [null, 'Running'] } };
const write = {
  at: '2026-06-30T06:55:10.000Z',
  accountId: managementId,
  operation: 'StopInstance',
  identity: { type: 'assumed-role', roleName: 'PlatformAdmin', sessionName: 'li.na', assumedFrom: '1000000000000009' },
  userAgent: 'AliyunConsole',
  resources: [{ type: 'ACS::ECS::Instance', name: 'i-1' }],
  parameters: { InstanceId: 'i-1', Password: 'CANARY-password' },
  answer: { AccessKeySecret: 'CANARY-answer' },
  change: {
    region: 'cn-hangzhou',
    resourceType: 'ACS::ECS::Instance',
    resourceId: 'i-1',
    diff: { Status: ['Running', 'Stopped'] },
  },
};
const world = (more: Partial<WorldDefinition> & Parameters<typeof smallWorld>[0] = {}): WorldDefinition =>
  smallWorld({
    clock: 'frozen',
    causes: 'written',
    management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
    resources: [{ ...resource, changes: [found] }],
    writes: [write],
    ...more,
  });

const actor =
  'actor { kind rawKind accountId principalId userName roleName sessionName assumedFromAccountId mfaAuthenticated }';
const event = `events { eventId occurredAt operation service kind rawKind region requestId client sourceIp ${actor} }`;
const document = (selection: string) => `{
  configurationTimeline(resource: { accountId: "${managementId}", region: "cn-hangzhou",
    resourceType: "ACS::ECS::Instance", resourceId: "i-1" }) { nodes { eventType ${selection} } }
}`;
const whole = document(`attribution { confidence reason final ${event} }`);
const short = document('attribution { confidence reason }');

let gateway: TestGateway;
afterEach(() => gateway.stop());

const start = async (options: GatewayOptions = {}) => {
  gateway = await startGateway({ world: world(), ...options });
};
const ask = async (query = short) => {
  const answer = await gateway.query<{ configurationTimeline: { nodes: Record<string, unknown>[] } }>(query);
  return { ...answer, nodes: answer.data?.configurationTimeline.nodes ?? [] };
};

it('names the event and the person who made a change, and why it is not sure of another', async () => {
  await start();

  const { nodes, errors } = await ask(whole);

  expect(errors).toBeUndefined();
  expect(nodes).toEqual([
    {
      eventType: 'MODIFY',
      attribution: {
        confidence: 'EXACT',
        reason: null,
        final: true,
        events: [
          {
            eventId: expect.any(String) as string,
            occurredAt: '2026-06-30T06:55:10.000Z',
            operation: 'StopInstance',
            service: 'Ecs',
            kind: 'API_CALL',
            rawKind: 'ApiCall',
            region: 'cn-hangzhou',
            requestId: expect.any(String) as string,
            client: 'CONSOLE',
            sourceIp: '203.0.113.24',
            actor: {
              kind: 'ROLE_SESSION',
              rawKind: 'assumed-role',
              accountId: managementId,
              principalId: expect.stringMatching(/^\d{18}$/) as string,
              userName: null,
              roleName: 'PlatformAdmin',
              sessionName: 'li.na',
              assumedFromAccountId: '1000000000000009',
              mfaAuthenticated: null,
            },
          },
        ],
      },
    },
    { eventType: 'DISCOVERED', attribution: { confidence: 'NONE', reason: 'NO_EVENT', final: true, events: [] } },
  ]);
  expect(gateway.upstreamCalls()).toEqual(['GetResourceConfigurationTimeline', 'LookupEvents']);
});

it('looks up nothing if it is not selected', async () => {
  await start();

  await ask(document('capturedAt'));

  expect(gateway.upstreamCalls()).toEqual(['GetResourceConfigurationTimeline']);
});

it('lets nothing out of what was sent and answered', async () => {
  const { stringify } = JSON;
  await start({ cacheMaxBytes: 1e6 });

  expect(stringify(await ask(whole))).not.toContain('CANARY');
});

it('says that the role may not read events, and leaves the timeline as it is', async () => {
  await start({ world: world({ key: { denied: ['actiontrail:LookupEvents'] } }) });

  const { nodes, errors } = await ask();

  expect(errors).toBeUndefined();
  expect(nodes.map(({ attribution }) => attribution)).toEqual([
    { confidence: 'NONE', reason: 'NOT_PERMITTED' },
    { confidence: 'NONE', reason: 'NOT_PERMITTED' },
  ]);
});

it('is null with its error if ActionTrail is down, and the rest stands', async () => {
  await start({ world: world({ outages: ['Actiontrail'] }) });

  const { nodes, errors } = await ask();

  expect(nodes).toEqual([
    { eventType: 'MODIFY', attribution: null },
    { eventType: 'DISCOVERED', attribution: null },
  ]);
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_UNAVAILABLE']);
});

it('looks up nothing if the deployment does not', async () => {
  await start({ attribution: { isOn: false, globalRegion: 'cn-hangzhou' } });

  expect((await ask()).nodes.map(({ attribution }) => attribution)).toEqual([
    { confidence: 'NONE', reason: 'SWITCHED_OFF' },
    { confidence: 'NONE', reason: 'SWITCHED_OFF' },
  ]);
  expect(gateway.upstreamCalls()).not.toContain('LookupEvents');
});

it('names the true author in the demo world whenever it is sure', async () => {
  await start({ world: 'demo' });
  const key = `{ accountId region resourceType resourceId }`;
  const { data } = await gateway.query<{
    cloudResources: { nodes: { accountId: string; region: string; resourceType: string; resourceId: string }[] };
  }>(`{ cloudResources(first: 30) { nodes ${key} } }`);
  const reasons = new Map<string, number>();

  for (const { accountId, region, resourceType, resourceId } of data?.cloudResources.nodes ?? []) {
    const named = { accountId, region, resourceType, resourceId };
    const answer = await gateway.query<{
      configurationTimeline: {
        nodes: {
          capturedAt: string;
          attribution: { confidence: string; reason: string | null; events: { eventId: string }[] };
        }[];
      } | null;
    }>(
      `query ($key: CloudResourceKeyInput!) { configurationTimeline(resource: $key, first: 10) {
        nodes { capturedAt attribution { confidence reason events { eventId } } } } }`,
      { key: named },
    );
    const nodes = answer.data?.configurationTimeline?.nodes ?? [];
    for (const { capturedAt, attribution } of nodes) {
      const cause = gateway.emulator.world.trail.causeOf(named, Date.parse(capturedAt));
      const verdict = attribution.reason ?? attribution.confidence;
      reasons.set(verdict, (reasons.get(verdict) ?? 0) + 1);
      // Of several changes of one millisecond, the world names the cause of the first.
      const isAlone = nodes.filter((other) => other.capturedAt === capturedAt).length === 1;
      if (verdict === 'EXACT' && isAlone) expect(attribution.events[0]?.eventId).toBe(cause?.id);
    }
  }

  expect(reasons.get('EXACT') ?? 0).toBeGreaterThan(10);
});

describe.each(['repeatedToken', 'refusedToken'] as const)('with a %s', (kind) => {
  const readAt = (at: string) => ({
    at,
    accountId: managementId,
    operation: 'DescribeInstances',
    isWrite: false,
    resources: [{ type: 'ACS::ECS::Instance', name: 'i-1' }],
  });
  const askWith = async (reads: readonly object[]) => {
    await start({ world: world({ writes: [write, ...reads] as WorldDefinition['writes'] }) });
    gateway.emulator.faults.add({ kind, action: 'LookupEvents' });
    return (await ask()).nodes[0];
  };

  it('goes on by the time of the oldest event that it read', async () => {
    const reads = Array.from({ length: 60 }, (_, index) =>
      readAt(`2026-06-30T06:${String(index % 50).padStart(2, '0')}:30.000Z`),
    );

    expect(await askWith(reads)).toMatchObject({ attribution: { confidence: 'EXACT', reason: null } });
  });

  it('is not sure if the events of one second fill pages', async () => {
    const reads = Array.from({ length: 120 }, () => readAt('2026-06-30T06:56:30.000Z'));

    expect(await askWith(reads)).toMatchObject({ attribution: { confidence: 'NONE', reason: 'INCOMPLETE' } });
  });
});
