import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import { DescribeRegions, LookupEvents } from '../../src/operations';
import { ActionTrail } from '../../src/operations/actiontrail/product';
import { Sts } from '../../src/operations/sts/product';
import { endpointOf } from '../../src/rpc/endpoints';
import type { ClientOptions, Upstream } from '../../src/upstream';
import { emulatorUpstream } from '../../src/upstream';
import { failureOf } from './clients';

let emulator: Emulator;
let upstream: Upstream;
beforeEach(async () => {
  emulator = await startEmulator({ world: 'demo' });
});
afterEach(async () => {
  await upstream.rpc.close();
  await emulator.close();
});

function open(options: Partial<ClientOptions> = {}): Upstream {
  upstream = emulatorUpstream({
    url: emulator.url,
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    cacheMaxBytes: 1e7,
    ...options,
  });
  return upstream;
}

const lookUp = (region?: string) => upstream.rpc.call(LookupEvents, { MaxResults: 50 }, { region });
const answers = () => emulator.calls.of('LookupEvents').map(({ code }) => code ?? 'answered');

it('shares the reads of one region, and never those of another', async () => {
  open();

  const [hangzhou, again, shanghai] = [
    await lookUp('cn-hangzhou'),
    await lookUp('cn-hangzhou'),
    await lookUp('cn-shanghai'),
  ];

  expect(again).toBe(hangzhou);
  expect(new Set(shanghai.Events?.map(({ acsRegion }) => acsRegion))).toEqual(new Set(['cn-shanghai']));
  expect(hangzhou.Events?.map(({ acsRegion }) => acsRegion)).not.toContain('cn-shanghai');
  expect(answers()).toHaveLength(2);
});

it('has a quota in each region, and none of them is exceeded', async () => {
  const share = { sharePercent: 100, replicas: 1, unknownReadsPerMinute: 60, unknownWritesPerMinute: 60 };
  open({ quota: share, cacheMaxBytes: 0 });
  const ask = (index: number, region: string) => upstream.rpc.call(LookupEvents, { MaxResults: index + 1 }, { region });

  await Promise.all(['cn-hangzhou', 'cn-shanghai', 'cn-beijing'].flatMap((region) => [ask(0, region), ask(1, region)]));

  expect(answers()).toEqual(Array(6).fill('answered'));
});

it('keeps nothing of an event that may hold secrets', async () => {
  const bodies: string[] = [];
  open({ onAnswer: (_, { body }) => bodies.push(body.toString('utf8')) });

  const answer = await lookUp('cn-hangzhou');

  for (const secret of ['CANARY-answer-secret', 'CANARY-parameter-password', 'CANARY-access-key-id']) {
    expect(bodies.join()).toContain(secret);
  }
  expect(JSON.stringify(answer)).not.toContain('CANARY');
});

it('sends nothing to a region that can be no part of a host name', async () => {
  open();

  for (const region of ['evil.example/', 'cn-hangzhou.evil.example', '', 'global', 'CN-HANGZHOU']) {
    expect(await failureOf(lookUp(region))).toMatchObject({ kind: 'NOT_SENT', reason: 'NO_ENDPOINT' });
  }
  expect(answers()).toEqual([]);
});

it('calls the host of the site if no region is meant', async () => {
  const { Regions } = await open().rpc.call(DescribeRegions, {});

  expect(Regions.Region).toContainEqual({
    RegionId: 'eu-central-1',
    RegionEndpoint: 'actiontrail.eu-central-1.aliyuncs.com',
    LocalName: 'eu-central-1',
  });
  expect(endpointOf(ActionTrail, { site: 'international' })).toBe('https://actiontrail.ap-southeast-1.aliyuncs.com');
});

it('calls the host in a VPC for the region of the VPC alone', () => {
  const choice = { site: 'china', vpcRegion: 'cn-shanghai' } as const;

  expect(endpointOf(ActionTrail, choice, 'cn-shanghai')).toBe('https://actiontrail-vpc.cn-shanghai.aliyuncs.com');
  expect(endpointOf(ActionTrail, choice, 'cn-beijing')).toBe('https://actiontrail.cn-beijing.aliyuncs.com');
  expect(endpointOf(Sts, choice, 'cn-beijing')).toBe('https://sts-vpc.cn-shanghai.aliyuncs.com');
});
