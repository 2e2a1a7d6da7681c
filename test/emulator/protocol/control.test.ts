import { isLoopbackAddress, isLoopbackHost, isLoopbackOrigin } from '../../../src/process/loopback';
import { call, GetCallerIdentity, InitResourceDirectory, send, type RawRequest } from './rawClient';
import { startWithClocks, type ClockedEmulator } from './startWithClocks';

let emulator: ClockedEmulator;
beforeEach(async () => {
  emulator = await startWithClocks();
});
afterEach(() => emulator.close());

/** Asks a control endpoint; `body` is sent as JSON. */
async function control(method: string, path: string, body?: unknown, more: RawRequest = {}) {
  const answer = await send(emulator.url, {
    method,
    path: `/_emulator${path}`,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...more,
  });
  return { ...answer, json: JSON.parse(answer.text) as Record<string, unknown> };
}

const epoch = Date.parse('2026-06-30T08:00:00.000Z');

it('The index shows the world, its time and its endpoints', async () => {
  const { status, json } = await control('GET', '');

  expect(status).toBe(200);
  expect(json).toEqual({
    world: 'fresh',
    quotas: 'on',
    now: '2026-06-30T08:00:00.000Z',
    epochMs: epoch,
    endpoints: {
      '/_emulator': ['GET'],
      '/_emulator/calls': ['GET', 'DELETE'],
      '/_emulator/clock': ['GET', 'POST'],
      '/_emulator/causes': ['POST'],
      '/_emulator/writes': ['POST'],
      '/_emulator/faults': ['GET', 'POST', 'DELETE'],
      '/_emulator/readings': ['GET', 'POST'],
      '/_emulator/reset': ['POST'],
    },
  });
});

describe('The call log', () => {
  it('says what was called, by whom, with what outcome and effect, and can be emptied', async () => {
    await call(emulator.url, InitResourceDirectory, { now: emulator.now() });
    await call(emulator.url, { ...GetCallerIdentity, Action: 'Nonsense' }, { now: emulator.now() });

    const { json } = await control('GET', '/calls');
    const emptied = await control('DELETE', '/calls');

    expect(json).toEqual({
      total: 2,
      byAction: { InitResourceDirectory: 1 },
      calls: [
        {
          time: '2026-07-01T10:00:00.000Z',
          product: 'ResourceManager',
          version: '2020-03-31',
          action: 'InitResourceDirectory',
          accountId: '1602394815570246',
          callerId: expect.stringMatching(/^\d{18}$/) as string,
          nonce: expect.stringMatching(/./) as string,
          status: 200,
          code: null,
          requestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
          effect: expect.stringContaining('created') as string,
        },
        {
          time: '2026-07-01T10:00:00.000Z',
          product: 'Sts',
          version: '2015-04-01',
          action: 'Nonsense',
          accountId: null,
          callerId: null,
          nonce: null,
          status: 404,
          code: 'InvalidAction.NotFound',
          requestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string,
          effect: null,
        },
      ],
    });
    expect(emptied.json).toEqual({ total: 0, byAction: {}, calls: [] });
    expect((await control('GET', '/calls')).json).toEqual(emptied.json);
  });

  it('does not count the control endpoints', async () => {
    await control('GET', '');

    expect((await control('GET', '/calls')).json).toMatchObject({ total: 0 });
  });
});

describe('The clock of the world', () => {
  it('shows the time, can be advanced and set, in either notation', async () => {
    const answers = [
      await control('GET', '/clock'),
      await control('POST', '/clock', { advanceMs: 90_000 }),
      await control('POST', '/clock', { now: '2027-01-01T00:00:00Z' }),
      await control('POST', '/clock', { now: epoch }),
    ];

    expect(answers.map(({ json }) => json)).toEqual([
      { now: '2026-06-30T08:00:00.000Z', epochMs: epoch },
      { now: '2026-06-30T08:01:30.000Z', epochMs: epoch + 90_000 },
      { now: '2027-01-01T00:00:00.000Z', epochMs: Date.parse('2027-01-01T00:00:00Z') },
      { now: '2026-06-30T08:00:00.000Z', epochMs: epoch },
    ]);
    expect(emulator.world.clock.now()).toBe(epoch);
  });

  it('is apart from wall time, in which signatures live', async () => {
    await control('POST', '/clock', { now: '2040-01-01T00:00:00Z' });

    const answer = await call(emulator.url, GetCallerIdentity, { now: emulator.now() });

    expect(answer.status).toBe(200);
  });

  it.each([
    {},
    { advanceMs: -1 },
    { advanceMs: '5' },
    { now: 'tomorrow' },
    { now: 1e300 },
    { advanceMs: 1, now: 2 },
    { advanceMs: 8.64e15 },
    [1],
  ])('refuses to be moved by %j', async (body) => {
    const { status, json } = await control('POST', '/clock', body);

    expect(status).toBe(400);
    expect(json.error).toBe(
      `The clock takes { "advanceMs": <milliseconds, not negative> } or { "now": <ISO 8601 or milliseconds> }, but got ${JSON.stringify(body)}.`,
    );
    expect(emulator.world.clock.now()).toBe(epoch);
  });

  it.each(['/clock', '/faults', '/readings'])(
    'cuts no character in half if %s repeats what it refuses',
    async (path) => {
      for (const length of [40, 41, 80, 81, 190, 191]) {
        const text = `${'x'.repeat(length)}${'😀'.repeat(40)}`;
        for (const body of [
          text,
          { kind: text },
          { kind: 'latency', ms: text, [text]: 1 },
          { now: text, [text]: text },
        ]) {
          const { status, json } = await control('POST', path, body);

          expect(status).toBe(400);
          expect(String(json.error).isWellFormed()).toBe(true);
        }
      }
    },
  );
});

describe('Fault rules', () => {
  it('are added one by one or as a list, told, and removed', async () => {
    const added = await control('POST', '/faults', { kind: 'status', action: 'GetCallerIdentity', times: 2 });
    await call(emulator.url, GetCallerIdentity, { now: emulator.now() });
    const more = await control('POST', '/faults', [
      { kind: 'latency', ms: 5 },
      { kind: 'empty', accountId: '1' },
    ]);
    const removed = await control('DELETE', '/faults');

    const first = {
      kind: 'status',
      action: 'GetCallerIdentity',
      when: 'before',
      status: 503,
      message: 'The request has failed due to a temporary failure of the server.',
    };
    expect(added.json).toEqual({ rules: [{ ...first, times: 2, hits: 0 }] });
    expect(more.json).toEqual({
      rules: [
        { ...first, times: 1, hits: 1 },
        { kind: 'latency', ms: 5, when: 'before', hits: 0 },
        { kind: 'empty', accountId: '1', when: 'before', status: 200, hits: 0 },
      ],
    });
    expect(removed.json).toEqual({ rules: [] });
    expect((await control('GET', '/faults')).json).toEqual({ rules: [] });
  });

  it('that are wrong are reported with their place, what was expected, and what came', async () => {
    const { status, json } = await control('POST', '/faults', { kind: 'latency' });

    expect(status).toBe(400);
    expect(json.error).toBe(
      'A fault rule of kind latency is not valid: ms: Invalid input: expected number, received undefined.',
    );
  });

  it('are taken all or none', async () => {
    const { status, json } = await control('POST', '/faults', [{ kind: 'empty' }, { kind: 'nothing' }]);

    expect(status).toBe(400);
    expect(json.error).toMatch(/^kind must be one of latency, hang, .*, but got "nothing"\.$/);
    expect(emulator.faults.list()).toEqual([]);
  });
});

describe('Readings', () => {
  it('are reported with the values that there are, and can be changed', async () => {
    const before = await control('GET', '/readings');
    const after = await control('POST', '/readings', { lastPageToken: 'present' });

    expect(before.json).toMatchObject({
      readings: { lastPageToken: 'absent', defaultFormat: 'XML' },
      values: { lastPageToken: ['absent', 'empty', 'present'] },
    });
    expect(after.json).toMatchObject({ readings: { lastPageToken: 'present', defaultFormat: 'XML' } });
  });

  it.each([
    [
      { lastPageToken: 'maybe' },
      /^Readings are not valid: lastPageToken must be absent or empty or present, but got "maybe"\.$/,
    ],
    [{ lastToken: 'absent' }, /^Readings are not valid: there is no reading "lastToken"; there are lastPageToken, /],
    [{ constructor: 'x' }, /^Readings are not valid: there is no reading "constructor"; /],
    [['lastPageToken'], /^Readings must be an object of name and value, but got \["lastPageToken"\]\.$/],
  ])('are refused if there are none such: %j', async (body, message) => {
    const { status, json } = await control('POST', '/readings', body);

    expect(status).toBe(400);
    expect(json.error).toMatch(message);
  });

  it('that a world or a key chooses for itself win', async () => {
    await emulator.close();
    emulator = await startWithClocks({ world: 'documents', readings: { totalCount: 'present' } });
    const request = {
      Version: '2019-01-08',
      Action: 'GetResourceConfigurationTimeline',
      ResourceId: 'i-bp19xem7lt97h973****',
      ResourceType: 'ACS::ECS::Instance',
      Region: 'cn-hangzhou',
      AccessKeyId: 'timeline-en',
    };

    const { text } = await call(emulator.url, request, { now: emulator.now(), secret: 'timeline-en-secret' });

    expect(text).toContain('"resourceEventType"');
    expect(text).not.toContain('TotalCount');
  });
});

it('A reset begins the world anew, and forgets calls, faults, readings, nonces and quotas', async () => {
  const request = { ...InitResourceDirectory, SignatureNonce: 'once' };
  await call(emulator.url, request, { now: emulator.now() });
  await control('POST', '/clock', { advanceMs: 1000 });
  await control('POST', '/faults', { kind: 'hang' });
  await control('POST', '/readings', { defaultFormat: 'JSON' });
  const world = emulator.world;

  const { json } = await control('POST', '/reset');

  expect(json).toMatchObject({ world: 'fresh', now: '2026-06-30T08:00:00.000Z' });
  expect(emulator.world).not.toBe(world);
  expect(emulator.calls.total).toBe(0);
  expect(emulator.faults.list()).toEqual([]);
  expect(emulator.readings.current.defaultFormat).toBe('XML');
  expect((await call(emulator.url, request, { now: emulator.now() })).status).toBe(200);
});

describe('A control request that is not understood', () => {
  it.each([
    ['POST', '', 'GET'],
    ['POST', '/calls', 'GET, DELETE'],
    ['DELETE', '/clock', 'GET, POST'],
    ['PUT', '/faults', 'GET, POST, DELETE'],
    ['GET', '/reset', 'POST'],
  ])('by %s %s is answered with the methods', async (method, path, allow) => {
    const { status, headers, json } = await control(method, path);

    expect([status, headers.allow]).toEqual([405, allow]);
    expect(json.error).toBe(`/_emulator${path} takes ${allow}, but got ${method}.`);
  });

  it('because there is no such endpoint is answered with the endpoints that there are', async () => {
    const { status, json } = await control('GET', '/nothing');

    expect(status).toBe(404);
    expect(json.error).toBe('There is no /_emulator/nothing; GET /_emulator lists what there is.');
  });

  it('because its body is not JSON is refused for that', async () => {
    const { status, json } = await control('POST', '/clock', undefined, { body: '{"advanceMs": 1' });

    expect([status, json.error]).toEqual([400, 'The body must be JSON, and is not.']);
  });

  it('because its body is too large is refused for that', async () => {
    const { status, json } = await control('POST', '/faults', undefined, { body: ' '.repeat(1024 * 1024 + 1) });

    expect([status, json.error]).toEqual([413, 'The body is larger than 1048576 bytes.']);
  });
});

describe('The control endpoints are closed', () => {
  it.each([
    [{ host: 'attacker.example' }],
    [{ host: 'localhost.attacker.example:4010' }],
    [{ host: '127.0.0.1.attacker.example' }],
    [{ host: '10.0.0.1' }],
    [{ host: 'localhost', origin: 'https://attacker.example' }],
    [{ host: 'localhost', origin: 'null' }],
  ])('to a request with %j', async (headers) => {
    const { status, json } = await control('POST', '/reset', undefined, { headers });

    expect(status).toBe(403);
    expect(json.error).toBe('The control endpoints answer to this machine only, under a loopback name.');
  });

  it.each([
    [{ host: 'localhost:4010' }],
    [{ host: 'LOCALHOST' }],
    [{ host: '[::1]:4010' }],
    [{ host: '127.0.0.1', origin: 'http://localhost:4000' }],
  ])('but open to one with %j', async (headers) => {
    const { status } = await control('GET', '', undefined, { headers });

    expect(status).toBe(200);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.7', false],
    ['::ffff:10.0.0.7', false],
    ['1270.0.0.1', false],
    [undefined, false],
  ])('to every peer but this machine: %s', (address, open) => {
    expect(isLoopbackAddress(address)).toBe(open);
  });

  it('unless there is no Host and no Origin, as in HTTP/1.0', () => {
    expect([isLoopbackHost(undefined), isLoopbackOrigin(undefined)]).toEqual([true, true]);
  });
});
