import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import { demoResources } from '../support/timelines';

/** The least share of a quota: three timelines a minute. */
const hardlyAny = { QUOTA_SHARE_PERCENT: '1' };

const started: StartedProcess[] = [];
const start = (script: string, environment: Readonly<Record<string, string>>): StartedProcess => {
  const child = startProcess(script, environment);
  started.push(child);
  return child;
};
afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.kill()));
});

const resources = Object.values(demoResources);
const query = `query (${resources.map((_, index) => `$r${index}: CloudResourceKeyInput!`).join(', ')}) {
  ${resources.map((_, index) => `t${index}: configurationTimeline(resource: $r${index}, first: 1) { nodes { capturedAt } }`).join('\n  ')}
}`;
const variables = Object.fromEntries(resources.map((resource, index) => [`r${index}`, resource]));

it.each([
  ['paces its calls to an emulator of another process', {}, ['UPSTREAM_THROTTLED', 'UPSTREAM_THROTTLED']],
  ['does not pace its calls to an emulator whose quotas are off', { EMULATOR_QUOTAS: 'off' }, []],
])('a gateway %s', async (_, quotas: Readonly<Record<string, string>>, codes) => {
  const emulator = start('src/emulator/main.ts', { EMULATOR_PORT: '0', EMULATOR_QUOTAS: 'off' });
  const [, upstream = ''] = await emulator.printed(/Emulator of Alibaba Cloud at (\S+)/);
  const gateway = start('src/main.ts', { ...hardlyAny, ...quotas, EMULATOR_URL: upstream, PORT: '0' });
  const [, url = ''] = await gateway.printed(/"url":"(http[^"]+)"/);

  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };

  expect(errors.map(({ extensions }) => extensions.code)).toEqual(codes);
});
