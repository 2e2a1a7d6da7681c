import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Door } from '../../src/access/Door';
import { RouterSecrets } from '../../src/access/RouterSecrets';
import { createAuditLog } from '../../src/observability/AuditLog';
import { bearer, token, tokenDoor } from '../access/tokens';
import { startGateway } from '../support/startGateway';
import type { TestGateway } from '../support/startGateway';

const mutation = 'mutation Start { startConfigurationRecorder(input: {}) { outcome errors { code message } } }';
const read = 'query Status { configurationRecorder { status } }';

let gateway: TestGateway;

beforeEach(async () => {
  gateway = await startGateway({ cloudConfigVersion: '2020-09-07' });
});

afterEach(() => gateway.stop());

type Line = Record<string, unknown>;

/** The lines with a message, once there is one. */
const linesOf = async ({ log }: TestGateway, msg: string): Promise<Line[]> => {
  for (;;) {
    const found = log.map((line) => JSON.parse(line) as Line).filter((line) => line.msg === msg);
    if (found.length > 0) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

const lines = (msg: string) => linesOf(gateway, msg);

describe('the line of a request', () => {
  it('names the request, its caller, its operation and how it ended', async () => {
    await gateway.query(read, undefined, { 'x-request-id': 'req-1' });

    expect(await lines('request')).toMatchObject([
      {
        requestId: 'req-1',
        caller: 'address 127.0.0.1',
        operationName: 'Status',
        operationHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
        outcome: 'ok',
        aborted: false,
        bytes: expect.any(Number) as number,
        durationMs: expect.any(Number) as number,
        estimatedCalls: 1,
        actualCalls: 1,
      },
    ]);
  });

  it.each([
    ['req-1/a:b', 'req-1/a:b'],
    ['two words', expect.stringMatching(/^[\da-f-]{36}$/)],
    ['x'.repeat(200), expect.stringMatching(/^[\da-f-]{36}$/)],
  ])('has the ID %s of the client only if it is one, and so has the answer', async (given, expected) => {
    const answer = await fetch(`${gateway.url}/livez`, { headers: { 'x-request-id': given } });

    const [line] = await lines('request');
    expect(answer.headers.get('x-request-id')).toEqual(expected);
    expect(line?.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('is written if the client goes away, and says so', async () => {
    gateway.emulator.faults.add({ kind: 'hang', action: 'GetConfigurationRecorder' });
    const outgoing = request(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    outgoing.on('error', () => undefined);
    outgoing.end(JSON.stringify({ query: read }));
    while (!gateway.emulator.faults.list().some(({ hits }) => hits > 0)) {
      await new Promise((resolve) => setImmediate(resolve));
    }

    outgoing.destroy();

    const [line] = await lines('request');
    expect(line).toMatchObject({ operationName: 'Status', outcome: 'aborted', aborted: true });
    expect(line).not.toHaveProperty('status');
  });

  it('says that a request was refused before GraphQL', async () => {
    await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { origin: 'http://evil.example' } });

    expect(await lines('request')).toMatchObject([{ status: 403, outcome: 'refused' }]);
  });
});

describe('an upstream call that failed', () => {
  it('has its cause in a line at warn, and each attempt in one at debug', async () => {
    gateway.emulator.faults.add({ kind: 'reset', action: 'GetConfigurationRecorder' });

    await gateway.query(read, undefined, { 'x-request-id': 'req-2' });

    expect(await lines('upstream call failed')).toMatchObject([
      {
        level: 40,
        requestId: 'req-2',
        path: ['configurationRecorder'],
        product: 'Config',
        action: 'GetConfigurationRecorder',
        attempt: 3,
        kind: 'CONNECTION',
        cause: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) as string,
      },
    ]);
    expect((await lines('upstream attempt')).map(({ level, attempt, outcome }) => [level, attempt, outcome])).toEqual([
      [20, 1, 'CONNECTION'],
      [20, 2, 'CONNECTION'],
      [20, 3, 'CONNECTION'],
    ]);
  });

  it('has the account, the HTTP status and the ID of the upstream', async () => {
    gateway.emulator.faults.add({ kind: 'status', action: 'GetConfigurationRecorder' });

    await gateway.query('{ account(accountId: "1092846637450128") { configurationRecorder { status } } }');

    expect(await lines('upstream call failed')).toMatchObject([
      {
        accountId: '1092846637450128',
        httpStatus: 503,
        kind: 'SERVER',
        upstreamRequestId: expect.any(String) as string,
      },
    ]);
  });
});

describe('the audit log', () => {
  const entries = (audited: TestGateway) => audited.audit as readonly Line[];

  it('has a line before a mutation is sent, and one after', async () => {
    await gateway.query(mutation, undefined, { 'x-request-id': 'req-3' });

    const about = {
      msg: 'audit',
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      requestId: 'req-3',
      caller: 'address 127.0.0.1',
      product: 'Config',
      action: 'StartConfigurationRecorder',
      accountId: '1587203946182045',
      inputHash: expect.stringMatching(/^[\da-f]{64}$/) as string,
    };
    expect(entries(gateway)).toMatchObject([
      { ...about, phase: 'intent' },
      { ...about, phase: 'outcome', outcome: 'SUCCEEDED', upstreamRequestId: expect.any(String) as string },
    ]);
    expect(entries(gateway)[0]?.id).toBe(entries(gateway)[1]?.id);
  });

  it('has the nonces of the attempts, how long it took, and the hash of the key in place of the key', async () => {
    const key = 'jane_doe-2026-07-01';
    const start = `startConfigurationRecorder(input: { idempotencyKey: "${key}" }) { outcome }`;
    gateway.emulator.faults.add({ kind: 'throttle', action: 'StartConfigurationRecorder', retryAfterMs: 1, times: 1 });

    await gateway.query(`mutation { ${start} }`);

    const keyHash = createHash('sha256').update(key).digest('hex');
    const [intent, outcome] = entries(gateway);
    const nonce = intent?.nonce as string;
    expect(intent).toMatchObject({ phase: 'intent', keyHash });
    expect(outcome).toMatchObject({
      phase: 'outcome',
      keyHash,
      nonce,
      attempts: 2,
      durationMs: expect.any(Number) as number,
    });
    expect(gateway.emulator.calls.of('StartConfigurationRecorder').map((call) => call.nonce)).toEqual([
      nonce,
      `${nonce}-2`,
    ]);
    expect(JSON.stringify(entries(gateway))).not.toContain('jane');
  });

  it('has the cause of an unknown outcome', async () => {
    gateway.emulator.faults.add({ kind: 'reset', action: 'StartConfigurationRecorder' });

    await gateway.query(mutation);

    expect(entries(gateway)[1]).toMatchObject({
      phase: 'outcome',
      outcome: 'UNKNOWN',
      errorCode: 'UPSTREAM_UNAVAILABLE',
      cause: { kind: 'CONNECTION', attempt: 1 },
    });
    expect(await lines('upstream call failed')).toHaveLength(1);
  });

  it('has a mutation that was refused, and no dry run', async () => {
    await gateway.query('mutation { startConfigurationRecorder(input: { dryRun: true }) { outcome } }');
    expect(entries(gateway)).toEqual([]);

    await gateway.query('mutation { startConfigurationRecorder(input: { accountId: "x" }) { outcome } }');
    expect(entries(gateway)).toMatchObject([{ phase: 'outcome', outcome: 'REJECTED', errorCode: 'BAD_USER_INPUT' }]);
  });

  it('keeps a mutation from being sent if it cannot be written', async () => {
    const closed = await startGateway({ auditLog: createAuditLog('/nowhere/audit.log') });

    const answer = await closed.query(mutation);

    expect(answer.data).toEqual({
      startConfigurationRecorder: {
        outcome: 'REJECTED',
        errors: [
          {
            code: 'OVERLOADED',
            message:
              'The gateway cannot write its audit log, so it sends no mutation. Nothing was sent. Its operator must correct this.',
          },
        ],
      },
    });
    expect(closed.upstreamCalls()).toEqual([]);
    await closed.stop();
  });

  it('is appended to a file, whole lines in their order', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'audit-')), 'audit.log');
    const log = createAuditLog(path);

    await Promise.all(Array.from({ length: 50 }, (_, number) => log.write({ number })));

    const written = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(written.map((line) => (JSON.parse(line) as Line).number)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  });
});

describe('the caller of a request, in its line and in the audit log,', () => {
  const secret = 'a secret of the router, long enough';
  const router = () => new RouterSecrets([secret]);
  const alice = async () => bearer(await token({ claims: { scope: 'governance:recorder', accounts: '*' } }));

  it.each([
    ['is its address without authentication', async () => undefined, async () => ({}), 'address 127.0.0.1'],
    ['is the router', async () => new Door({ router: router() }), async () => ({}), 'principal router'],
    ['is the subject of its token', tokenDoor, alice, 'principal alice'],
    [
      'is the subject of the token that a router passes on',
      () => tokenDoor({ router: router() }),
      alice,
      'principal alice',
    ],
  ] as const)('%s', async (_, openDoor, identity, expected) => {
    const audited = await startGateway({ door: await openDoor() });
    const headers = { ...(await identity()), 'router-authorization': secret };

    const { data } = await audited.query(mutation, undefined, headers);

    expect(data).toMatchObject({ startConfigurationRecorder: { outcome: 'SUCCEEDED' } });
    expect(audited.audit).toMatchObject([
      { phase: 'intent', caller: expected },
      { phase: 'outcome', caller: expected },
    ]);
    const callers = await linesOf(audited, 'request');
    expect(callers).toMatchObject([{ caller: expected, operationName: 'Start' }]);
    expect(JSON.stringify([audited.log, audited.audit])).not.toMatch(/a secret of the router|Bearer|eyJ/);
    await audited.stop();
  });

  const forwarded = 'x-forwarded-for';

  it.each([
    ['is not what the client says of itself', [], { [forwarded]: '203.0.113.9' }, '127.0.0.1'],
    ['is not what a client behind no trusted proxy says', ['10.0.0.0/8'], { [forwarded]: '203.0.113.9' }, '127.0.0.1'],
    ['is what a trusted proxy says', ['127.0.0.1'], { [forwarded]: '203.0.113.9' }, '203.0.113.9'],
    ['is the last that is no proxy', ['127.0.0.0/8'], { [forwarded]: '198.51.100.1, 203.0.113.9' }, '203.0.113.9'],
    ['is before all proxies', ['127.0.0.1', '10.0.0.0/8'], { [forwarded]: '203.0.113.9, 10.1.2.3' }, '203.0.113.9'],
    ['is the proxy if that sends no address', ['127.0.0.1'], { [forwarded]: 'unknown' }, '127.0.0.1'],
    ['is the proxy if that sends nothing', ['127.0.0.1'], {}, '127.0.0.1'],
  ])('%s', async (_, trustedProxies, headers, expected) => {
    const behind = await startGateway({ callers: { trustedProxies } });

    const { status } = await behind.ask(read, undefined, { ...headers, 'x-forwarded-host': 'evil.example' });

    expect(await linesOf(behind, 'request')).toMatchObject([{ caller: `address ${expected}`, status }]);
    expect(status).toBe(200);
    await behind.stop();
  });

  it('is its address if its token is not valid', async () => {
    const guarded = await startGateway({ door: await tokenDoor() });

    await guarded.query(read, undefined, bearer(await token({ expiresIn: -31 })));

    expect(await linesOf(guarded, 'request')).toMatchObject([
      { caller: 'address 127.0.0.1', status: 401, outcome: 'refused' },
    ]);
    await guarded.stop();
  });
});

it('has whole lines of its own, whatever a client sends', async () => {
  const line = '\n{"level":60,"msg":"forged"}\r\n';
  const guarded = await startGateway({ door: await tokenDoor() });
  const mallory = bearer(
    await token({ claims: { sub: `mallory${line}`, scope: 'governance:recorder', accounts: '*' } }),
  );

  await guarded.query(mutation, { name: line }, { ...mallory, 'user-agent': 'forged', 'x-request-id': 'a b' });
  await guarded.query(`query ${line} { configurationRecorder { status } }`, {}, mallory);

  await linesOf(guarded, 'request');
  for (const written of guarded.log) {
    expect(written.trimEnd()).not.toContain('\n');
    expect(JSON.parse(written)).not.toMatchObject({ msg: 'forged' });
  }
  expect(guarded.audit).toMatchObject([{ caller: `principal mallory${line}` }, { phase: 'outcome' }]);
  await guarded.stop();
});

it('no line has a key, a signature, a signed URL or upstream text, whatever fails', async () => {
  const faults = ['hang', 'status', 'throttle', 'reset', 'resetInBody', 'truncated', 'html', 'empty'] as const;
  for (const kind of faults) {
    gateway.emulator.faults.clear();
    gateway.emulator.faults.add(kind === 'hang' ? { kind: 'latency', ms: 20, action: null } : { kind });
    await gateway.query(read);
    await gateway.query(mutation);
  }

  const everything = `${gateway.log.join('')}${JSON.stringify(gateway.audit)}`;
  expect(everything).not.toMatch(/testid|testsecret|Signature|SecurityToken|AccessKey|https?:|<html/i);
});
