import { connect } from 'node:net';
import { demoAccounts, generatedWorld } from '../../../src/emulator';
import { KnownLists } from '../../../src/loaders/KnownLists';
import type { Caller } from '../../support/callersAt';
import { callerAt, closeCallers } from '../../support/callersAt';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
afterEach(async () => {
  await closeCallers();
  await gateway.stop();
});

const rateLimited = (message: string) => ({
  status: 429,
  retryAfter: expect.stringMatching(/^[1-9]\d?$/) as string,
  errors: [
    { message, extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterMs: expect.any(Number) as number } },
  ],
});

const passed = { status: 200, retryAfter: undefined, errors: undefined };

describe('the rate of requests', () => {
  it('is one for each client of a trusted proxy', async () => {
    gateway = await startGateway({ callers: { requestsPerMinute: 1, trustedProxies: ['127.0.0.2'] } });
    const [proxy, stranger] = [callerAt(gateway, '127.0.0.2'), callerAt(gateway, '127.0.0.3')];
    const of = (address: string) => ({ 'x-forwarded-for': address });
    const send = async (sender: Caller, address: string) =>
      (await sender('{ __typename }', { headers: of(address) })).status;

    expect([await send(proxy, '203.0.113.1'), await send(proxy, '203.0.113.2')]).toEqual([200, 200]);
    expect([await send(proxy, '203.0.113.1'), await send(proxy, '203.0.113.2')]).toEqual([429, 429]);
    expect([await send(stranger, '203.0.113.3'), await send(stranger, '203.0.113.4')]).toEqual([200, 429]);
  });

  it('is one for all addresses of an IPv6 network, which one client chooses among', async () => {
    gateway = await startGateway({ callers: { requestsPerMinute: 1, trustedProxies: ['127.0.0.2'] } });
    const proxy = callerAt(gateway, '127.0.0.2');
    const send = async (address: string) =>
      (await proxy('{ __typename }', { headers: { 'x-forwarded-for': address } })).status;

    expect([await send('2001:db8:1:2::3'), await send('2001:db8:1:2:ffff:ffff:ffff:ffff')]).toEqual([200, 429]);
    expect([await send('2001:db8:1:3::3'), await send('2001:DB8:1:2:0::4')]).toEqual([200, 429]);
    expect([await send('::ffff:203.0.113.1'), await send('203.0.113.1')]).toEqual([200, 429]);
    expect(gateway.log.join('')).toContain('"caller":"address 2001:db8:1:2:ffff:ffff:ffff:ffff"');
  });

  it('is one for each caller, and does not count health checks', async () => {
    gateway = await startGateway({ callers: { requestsPerMinute: 2 } });
    const [greedy, modest] = [callerAt(gateway, '127.0.0.2'), callerAt(gateway, '127.0.0.3')];
    const document = '{ __typename }';

    expect([await greedy(document), await greedy(document)]).toEqual([passed, passed]);
    expect(await greedy(document)).toEqual(
      rateLimited(
        'A caller may send at most 2 requests a minute. CALLER_REQUESTS_PER_MINUTE raises the limit. Try again later.',
      ),
    );
    expect([await modest(document), await greedy('', { path: '/livez' })]).toEqual([passed, passed]);
    expect(await greedy(document, { headers: { 'accept-language': 'zh' } })).toEqual(
      rateLimited(
        '每个调用方每分钟最多可发送 2 个请求。运维人员可通过 CALLER_REQUESTS_PER_MINUTE 提高上限，请稍后重试。',
      ),
    );
  });
});

describe('the rate of upstream calls', () => {
  const tooManyOf = (most: number) =>
    rateLimited(
      `The documents of a caller may cost at most ${most} upstream calls a minute. CALLER_UPSTREAM_CALLS_PER_MINUTE raises the limit. Try again later.`,
    );
  const tooMany = tooManyOf(3);

  it('counts what documents cost, and stops the caller before the call', async () => {
    gateway = await startGateway({ callers: { upstreamCallsPerMinute: 3 } });
    const [greedy, modest] = [callerAt(gateway, '127.0.0.2'), callerAt(gateway, '127.0.0.3')];
    const document = '{ configurationRecorder { status } }';

    const answers = [await greedy(document), await greedy(document), await greedy(document), await greedy(document)];

    expect(answers).toEqual([passed, passed, passed, tooMany]);
    expect(await modest(document)).toEqual(passed);
    expect(gateway.upstreamCalls()).toHaveLength(4);
  });

  it('gives back what a document was estimated to cost and did not', async () => {
    gateway = await startGateway({ callers: { upstreamCallsPerMinute: 3 }, cacheMaxBytes: 1_000_000 });
    const caller = callerAt(gateway, '127.0.0.2');
    const shared = `{ a: account(accountId: "${demoAccounts.sandbox}") { accountId } }`;

    for (let count = 0; count < 6; count += 1) expect(await caller(shared)).toEqual(passed);
    expect(await caller('{ configurationRecorder { status } }')).toEqual(passed);
  });

  it('counts what a document cost above its estimate', async () => {
    // The list has grown since it was read: three calls are estimated, more are made.
    const lists = new KnownLists();
    lists.learnLength('enrolledAccounts', 50);
    gateway = await startGateway({ callers: { upstreamCallsPerMinute: 4 }, accounts: 700, lists });
    const caller = callerAt(gateway, '127.0.0.2');
    const { accountId } = generatedWorld(700);
    const keys = [698, 699].map((index) => `{ __typename: "AccountEnrollment", accountId: "${accountId(index)}" }`);

    expect(await caller(`{ _entities(representations: [${keys.join(', ')}]) { __typename } }`)).toEqual(passed);
    expect(gateway.upstreamCalls().length).toBeGreaterThan(3);
    expect(await caller('{ configurationRecorder { status } }')).toEqual(tooManyOf(4));
  });
});

describe('a process with more to do than it can', () => {
  it('refuses requests before their bodies arrive, and answers health checks', async () => {
    gateway = await startGateway({ callers: { maxEventLoopDelayMs: 0.000_001 } });
    const caller = callerAt(gateway, '127.0.0.2');
    const { port } = new URL(gateway.url);
    let status = 200;
    while (status === 200) ({ status } = await caller('{ __typename }'));

    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 90000\r\n\r\n{',
    );
    const [head] = (await socket.take(1).toArray()) as Buffer[];
    socket.destroy();

    expect(String(head)).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 2\r\n[^]*"code":"OVERLOADED"/i);
    expect(await caller('{ __typename }')).toEqual({
      status: 503,
      retryAfter: '2',
      errors: [
        {
          message: 'The gateway is overloaded. Try again later.',
          extensions: { code: 'OVERLOADED', retryable: true, retryAfterMs: 2000 },
        },
      ],
    });
    expect([await caller('', { path: '/livez' }), await caller('', { path: '/readyz' })]).toEqual([passed, passed]);
  });
});

describe('a process that has much to do', () => {
  const expensive = '{ accounts(first: 100) { nodes { configurationRecorder { status } } } }';
  const cheap = '{ configurationRecorder { status } }';
  const mutation = 'mutation { startConfigurationRecorder(input: {}) { outcome } }';
  const statuses = async () => {
    const caller = callerAt(gateway, '127.0.0.2');
    return [await caller(expensive), await caller(cheap), await caller(mutation)].map(({ status }) => status);
  };

  it('refuses expensive queries, and runs cheap ones and mutations', async () => {
    gateway = await startGateway({ callers: { maxEventLoopDelayMs: 60_000 }, loopDelayMs: () => 30_001 });

    expect(await statuses()).toEqual([503, 200, 200]);
    expect(await callerAt(gateway, '127.0.0.2')(expensive)).toMatchObject({
      status: 503,
      retryAfter: '2',
      errors: [{ extensions: { code: 'OVERLOADED', retryable: true, retryAfterMs: 2000 } }],
    });
    expect(gateway.upstreamCalls()).toEqual(['GetConfigurationRecorder', 'StartConfigurationRecorder']);
  });

  it.each([
    ['its event loop is fast', { maxEventLoopDelayMs: 60_000 }, 30_000],
    ['nothing is to be refused', { maxEventLoopDelayMs: 0 }, 30_001],
  ])('refuses none if %s', async (_, callers, delayMs) => {
    gateway = await startGateway({ callers, loopDelayMs: () => delayMs });

    expect(await statuses()).toEqual([200, 200, 200]);
  });
});
