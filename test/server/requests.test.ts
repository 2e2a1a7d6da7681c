import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
  // The one call that finds out whose credentials these are is shared, and counts for no document.
  await gateway.query('{ currentAccount { accountId } }');
  await lines(1);
});

/** How many lines there were before the test. */
let before = 0;

beforeEach(() => {
  before = gateway.log.length;
});

afterAll(async () => {
  await gateway.stop();
});

/** The lines of requests, once there are as many as expected: a line is written when its answer is out. */
const lines = async (count: number): Promise<Record<string, unknown>[]> => {
  for (;;) {
    const all = gateway.log.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    const ofRequests = all.filter(({ msg }) => msg === 'request');
    if (ofRequests.length >= count) return ofRequests;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const timeline = `query Changes($resource: CloudResourceKeyInput!) {
  configurationTimeline(resource: $resource) { nodes { capturedAt } }
  currentAccount { configurationRecorder { status } }
}`;

describe('the log of requests', () => {
  it('has one line a request: the operation, what it cost, and how it went', async () => {
    await gateway.query(timeline, {
      resource: { region: 'cn-hangzhou', resourceType: 'ACS::ECS::Instance', resourceId: 'i-secret-project' },
    });

    const [line, ...more] = await lines(1);
    expect(more).toEqual([]);
    expect(line).toEqual({
      level: 30,
      time: expect.any(Number) as number,
      pid: expect.any(Number) as number,
      hostname: expect.any(String) as string,
      requestId: expect.any(String) as string,
      caller: 'address 127.0.0.1',
      method: 'POST',
      path: '/graphql',
      status: 200,
      outcome: 'errors',
      aborted: false,
      bytes: expect.any(Number) as number,
      operationHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
      durationMs: expect.any(Number) as number,
      operationName: 'Changes',
      operationType: 'query',
      estimatedCalls: 6,
      actualCalls: 5,
      coalesced: 0,
      cached: 0,
      upstreamCalls: 5,
      errorCodes: ['NOT_FOUND'],
      msg: 'request',
    });
  });

  it('has nothing of variables, headers, queries or cookies', async () => {
    await gateway.query(
      timeline,
      { resource: { region: 'canary-region', resourceType: 'canary-type', resourceId: 'canary-id' } },
      { authorization: 'Bearer canary-token', cookie: 'session=canary-cookie', 'x-trace': 'canary-header' },
    );
    await fetch(`${gateway.url}/graphql?query={canaryField}&variables={"a":"canary"}`, {
      headers: { 'apollo-require-preflight': 'true' },
    });
    await fetch(`${gateway.url}/canary-path?canary=1`);

    await lines(3);
    expect(gateway.log.slice(before).join('')).not.toContain('canary');
  });

  it('counts every attempt upstream, and names the codes of the errors', async () => {
    gateway.emulator.faults.add({ kind: 'status', action: 'GetConfigurationRecorder', times: 2 });

    await gateway.query('{ configurationRecorder { status } nodes(ids: ["nonsense"]) { id } }');

    expect(await lines(1)).toMatchObject([
      { upstreamCalls: 3, errorCodes: ['BAD_USER_INPUT'], operationType: 'query' },
    ]);
  });

  it('has requests that never became GraphQL, too', async () => {
    await fetch(`${gateway.url}/graphql`, { method: 'POST', body: 'text' });

    expect(await lines(1)).toMatchObject([{ method: 'POST', path: '/graphql', status: 415, msg: 'request' }]);
  });

  it('cuts an operation name that is as long as a request may be', async () => {
    await gateway.query(`query ${'N'.repeat(50_000)} { __typename }`);

    expect(await lines(1)).toMatchObject([{ operationName: 'N'.repeat(100) }]);
  });
});

describe('health', () => {
  it('is answered without a call upstream', async () => {
    gateway.emulator.calls.clear();

    const [live, ready] = await Promise.all([fetch(`${gateway.url}/livez`), fetch(`${gateway.url}/readyz`)]);

    expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ok', upstream: 'emulator' }]);
    expect(gateway.emulator.calls.all()).toEqual([]);
  });

  it.each(['/livez', '/readyz'])('is answered to HEAD as to GET, without the body: %s', async (path) => {
    const response = await fetch(`${gateway.url}${path}`, { method: 'HEAD' });

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each(['/livez', '/readyz', '/graphql', '/graphiql', '/nothing'])(
    'goes with the name of the upstream in a header, as every answer does: %s',
    async (path) => {
      const response = await fetch(`${gateway.url}${path}`);

      expect(response.headers.get('x-upstream')).toBe('emulator');
    },
  );
});
