import type { Emulator } from '../../src/emulator';
import { startEmulator } from '../../src/emulator';
import type { StartedProcess } from '../support/startProcess';
import { startProcess } from '../support/startProcess';
import { demoResources } from '../support/timelines';

/** The least share of a quota: three timelines a minute. */
const hardlyAny = { QUOTA_SHARE_PERCENT: '1' };

let emulator: Emulator;
let gateway: StartedProcess | undefined;
beforeAll(async () => {
  emulator = await startEmulator({ quotas: false });
});
afterEach(() => gateway?.kill());
afterAll(() => emulator.close());

const resources = Object.values(demoResources);
const query = `query (${resources.map((_, index) => `$r${index}: CloudResourceKeyInput!`).join(', ')}) {
  ${resources.map((_, index) => `t${index}: configurationTimeline(resource: $r${index}, first: 1) { nodes { capturedAt } }`).join('\n  ')}
}`;
const variables = Object.fromEntries(resources.map((resource, index) => [`r${index}`, resource]));

it.each([
  ['paces its calls to an emulator of another process', {}, ['UPSTREAM_THROTTLED', 'UPSTREAM_THROTTLED']],
  ['does not pace its calls to an emulator whose quotas are off', { EMULATOR_QUOTAS: 'off' }, []],
])('a gateway %s', async (_, quotas: Readonly<Record<string, string>>, codes) => {
  gateway = startProcess('src/main.ts', { ...hardlyAny, ...quotas, EMULATOR_URL: emulator.url, PORT: '0' });
  const [, url = ''] = await gateway.printed(/"url":"(http[^"]+)"/);

  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };

  expect(errors.map(({ extensions }) => extensions.code)).toEqual(codes);
});
