import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphQLAnswer } from '../support/startGateway';
import { noCost } from '../support/startGateway';
import { freePort, startProcess } from '../support/startProcess';
import type { StartedProcess } from '../support/startProcess';
import { root } from '../support/transpiled';

const started: StartedProcess[] = [];

const start = (environment: Readonly<Record<string, string>>): StartedProcess => {
  const child = startProcess('src/main.ts', {
    DRAIN_SECONDS: '0',
    // A slow machine is no reason to turn requests away.
    MAX_EVENT_LOOP_DELAY_MS: '0',
    ...environment,
  });
  started.push(child);
  return child;
};

afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.kill()));
});

/** Ports 0: free ones. */
const anywhere = { PORT: '0', EMULATOR_PORT: '0' };

const urlOf = async (gateway: StartedProcess): Promise<string> =>
  (await gateway.printed(/"url":"(http[^"]+)"/))[1] ?? '';

const emulatorOf = async (gateway: StartedProcess): Promise<string> =>
  (await gateway.printed(/"emulatorUrl":"(http[^"]+)"/))[1] ?? '';

interface Sent {
  readonly status: number;
  readonly answer: GraphQLAnswer<unknown>;
}

const send = (url: string, query: string, agent?: Agent): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}/graphql`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response: IncomingMessage) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, answer: JSON.parse(text) as GraphQLAnswer<unknown> });
      });
    });
    outgoing.end(JSON.stringify({ query }));
  });

const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) });

const recorder = '{ configurationRecorder { status } }';

/** A server that holds a port. */
const occupy = async (): Promise<{ port: number; holder: Server }> => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  return { port: (holder.address() as AddressInfo).port, holder };
};

describe('npm start', () => {
  it('logs its address and its upstream, in JSON as all that follows, and ends at once when interrupted', async () => {
    const gateway = start(anywhere);

    const query = '{ currentAccount { configurationRecorder { status } } }';
    const url = await urlOf(gateway);
    const agent = new Agent({ keepAlive: true });

    expect(await send(url, query, agent)).toMatchObject({
      status: 200,
      answer: { data: { currentAccount: { configurationRecorder: { status: 'REGISTERED' } } } },
    });
    expect((await fetch(`${url}/graphiql`)).status).toBe(200);
    expect(await emulatorOf(gateway)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(gateway.stderr).toBe('');
    const lines = gateway.stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)[0]).toBe('gateway started');

    // Closes the connection, which waits for nothing.
    gateway.child.kill('SIGINT');
    expect(await gateway.exited()).toBe(0);
    agent.destroy();
  });

  it('told to stop, answers what it is at, closes its connections, takes nothing new, and ends with 0', async () => {
    const gateway = start(anywhere);
    const url = await urlOf(gateway);
    // Nothing ever comes on it, as browsers open them ahead of time.
    const unused = connect(Number(new URL(url).port), '127.0.0.1');
    await once(unused, 'connect');
    // It may be closed or reset: either ends it.
    unused.on('error', () => undefined);
    const closed = new Promise((resolve) => unused.once('close', resolve));
    const emulator = await emulatorOf(gateway);
    await post(`${emulator}/_emulator/faults`, { kind: 'latency', action: 'GetConfigurationRecorder', ms: 2000 });
    const socket = connect(Number(new URL(url).port), '127.0.0.1').setEncoding('utf8');
    let received = '';
    socket.on('data', (chunk: string) => {
      received += chunk;
    });

    const body = JSON.stringify({ query: recorder });
    const head = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    socket.write(`${head}\r\n\r\n${body}`);
    await faultStruck(emulator);
    const toldAt = performance.now();
    gateway.child.kill('SIGTERM');
    gateway.child.kill('SIGTERM');
    await refused(`${url}/livez`);
    await once(socket, 'close');
    await closed;

    expect(await gateway.exited()).toBe(0);
    // A forced end comes after 20 seconds.
    expect(performance.now() - toldAt).toBeLessThan(19_000);
    expect(received).toContain('{"data":{"configurationRecorder":{"status":"REGISTERED"}},"extensions":');
    expect(received).toMatch(/^connection: close\r$/m);
    expect(gateway.stderr).toBe('');
  });

  it('told to stop a second time, ends at once', async () => {
    const gateway = start(anywhere);
    const url = await urlOf(gateway);
    await post(`${await emulatorOf(gateway)}/_emulator/faults`, { kind: 'hang', action: 'GetConfigurationRecorder' });
    void send(url, recorder).catch(() => undefined);
    await faultStruck(await emulatorOf(gateway));
    gateway.child.kill('SIGTERM');
    await refused(`${url}/livez`);

    // Signals that come together count as one.
    const again = setInterval(() => gateway.child.kill('SIGTERM'), 100);
    const code = await gateway.exited();
    clearInterval(again);

    expect(code).toBe(143);
  });
});

it.each([
  ['start', { PORT: '0', EMULATOR_PORT: '0' }, /http:[^"]+(?=","mutations")/, '/livez'],
  ['start:emulator', { EMULATOR_PORT: '0' }, /http:\S+(?= \(world)/, '/_emulator/clock'],
] as const)(
  'npm run %s ends with the npm that ran it, which hands no signal on',
  async (script, environment, printed, path) => {
    const { PATH, HOME } = process.env;
    const npm = spawn('npm', ['run', script], { cwd: root, env: { PATH, HOME, ...environment }, stdio: 'pipe' });
    let stdout = '';
    npm.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    while (!printed.test(stdout)) await pause();
    const url = printed.exec(stdout)?.[0] ?? '';
    expect((await fetch(`${url}${path}`)).status).toBe(200);

    npm.kill('SIGTERM');

    await refused(`${url}${path}`);
  },
);

/** Resolves once the fault has met a call: that call is being answered, slowly. */
async function faultStruck(emulator: string): Promise<void> {
  const faults = async () =>
    (await (await fetch(`${emulator}/_emulator/faults`)).json()) as { rules: { hits: number }[] };
  while ((await faults()).rules[0]?.hits !== 1) await pause();
}

/** Resolves once no new connection is taken. */
async function refused(url: string): Promise<void> {
  const isTaken = async () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  while (await isTaken()) await pause();
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Prints the server, if it was loaded. */
const naming = `data:text/javascript,${encodeURIComponent(
  `import { createRequire } from 'node:module';
  process.on('exit', () => {
    const server = Object.keys(createRequire(process.cwd() + '/').cache).filter((name) => /node_modules.(fastify|type-graphql)/.test(name));
    if (server.length > 0) console.error(server[0]);
  });`,
)}`;

/** Throws outside of every request as soon as a signal comes. */
const crashing = `data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { setImmediate(() => { throw new Error('out of order'); }); });",
)}`;

it('a gateway that anyone may use warns of that in its log, and says what anyone may do; an error that nothing caught is in the log, and stops it with 1', async () => {
  const gateway = start({
    ...anywhere,
    HOST: '0.0.0.0',
    UPSTREAM: 'emulator',
    AUTHENTICATION: 'none',
    NODE_OPTIONS: `--import=${crashing}`,
  });
  await urlOf(gateway);

  const [warning, first] = gateway.stdout.split('\n').map((line) => JSON.parse(line || '{}') as object);
  expect(warning).toMatchObject({
    level: 40,
    msg: 'AUTHENTICATION is none, and HOST is 0.0.0.0, so that other machines reach the port. Anyone who reaches it may read and change all demo data.',
  });
  expect(first).toMatchObject({ level: 30, authentication: 'none', msg: 'gateway started' });

  gateway.child.kill('SIGUSR2');

  expect(await gateway.exited()).toBe(1);
  // Pino writes a fatal line past those that it still holds, so lines may change places.
  const lines = gateway.stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        level: 60,
        error: expect.objectContaining({ name: 'Error', message: 'out of order' }) as object,
        msg: 'gateway crashed',
      }),
      expect.objectContaining({ reason: 'CRASH', msg: 'gateway stops' }),
      expect.objectContaining({ msg: 'gateway stopped' }),
    ]),
  );
  expect(gateway.stderr).toBe('');
});

/** Rejects a promise of which nothing takes care, as soon as a signal comes. */
const rejecting = `data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { void Promise.reject(new Error('nobody waits')); });",
)}`;

it('a promise that nothing caught stops the gateway with 1, after the requests in flight have their answers', async () => {
  const gateway = start({ ...anywhere, NODE_OPTIONS: `--import=${rejecting}` });
  const url = await urlOf(gateway);
  const emulator = await emulatorOf(gateway);
  await post(`${emulator}/_emulator/faults`, { kind: 'latency', action: 'GetConfigurationRecorder', ms: 1000 });
  const inFlight = send(url, recorder);
  await faultStruck(emulator);

  gateway.child.kill('SIGUSR2');
  await refused(`${url}/livez`);

  expect(await inFlight).toMatchObject({
    status: 200,
    answer: { data: { configurationRecorder: { status: 'REGISTERED' } } },
  });
  expect(await gateway.exited()).toBe(1);
  expect(gateway.stdout).toMatch(/"message":"nobody waits".*"msg":"gateway crashed"/);
});

describe('a start that cannot be', () => {
  const fails = async (environment: Readonly<Record<string, string>>) => {
    const child = start({ ...anywhere, ...environment });
    const code = await child.exited();
    const lines = child.stdout.split('\n').filter((line) => line !== '');
    return { code, log: lines.map((line) => JSON.parse(line) as unknown), stderr: child.stderr };
  };

  /** One fatal line in the log, nothing else. */
  const impossible = (...problems: readonly string[]) => ({
    code: 1,
    log: [{ level: 60, time: expect.any(String) as string, problems, msg: 'gateway cannot start' }],
    stderr: '',
  });

  it('names a port in use: the gateway’s, and the embedded emulator’s', async () => {
    const { port, holder } = await occupy();
    const inUse = (name: string) => `Port ${port} is in use. Stop the process that listens there, or set ${name}.`;

    const [gateway, embedded] = await Promise.all([
      fails({ PORT: String(port) }),
      fails({ EMULATOR_PORT: String(port) }),
    ]);

    expect(gateway).toEqual(impossible(inUse('PORT')));
    expect(embedded).toEqual(impossible(inUse('EMULATOR_PORT')));
    holder.close();
  });

  it('reports everything that is wrong with the settings at once, before it loads the server', async () => {
    const port = String(await freePort());
    const early = { NODE_OPTIONS: `--import=${naming}` };

    const [several, shared] = await Promise.all([
      fails({ ...early, PORT: 'http', UPSTREAM: 'aws', MUTATIONS: 'yes', EMULATOR_PORT: 'x', MEMBER_ROLE: 'Reader' }),
      fails({ ...early, PORT: port, EMULATOR_PORT: port }),
    ]);

    expect(several).toEqual(
      impossible(
        'PORT must be 0 to 65535, but got "http".',
        'UPSTREAM must be emulator or alibaba-cloud, but got "aws".',
        'MUTATIONS must be on or off, but got "yes".',
        'EMULATOR_PORT must be 0 to 65535, but got "x".',
        'MEMBER_ROLE is not a setting. Did you mean MEMBER_ROLE_NAME? If not, unset it.',
      ),
    );
    expect(shared).toEqual(impossible(`PORT and EMULATOR_PORT must differ, but both are ${port}.`));
  });

  it('says that a host is not ours, and that a world is not there', async () => {
    const [host, world] = await Promise.all([
      fails({ HOST: '203.0.113.7', UPSTREAM: 'emulator', AUTHENTICATION: 'none' }),
      fails({ EMULATOR_WORLD: 'nowhere' }),
    ]);

    expect(host).toEqual(impossible('HOST must be an address of this machine, but got "203.0.113.7".'));
    expect(world).toEqual(impossible(expect.stringMatching(/^The emulator's world nowhere cannot be used:/) as string));
    expect(JSON.stringify(world)).not.toMatch(/\\n +at /);
  });
});

describe('an upstream that cannot be had', () => {
  it('does not keep the gateway from starting: an emulator that is not there', async () => {
    const gateway = start({ PORT: '0', EMULATOR_URL: `http://127.0.0.1:${await freePort()}` });
    const url = await urlOf(gateway);

    expect((await fetch(`${url}/livez`)).status).toBe(200);
    const { status, answer } = await send(url, recorder);
    expect(status).toBe(200);
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
    gateway.child.kill('SIGTERM');
    expect(await gateway.exited()).toBe(0);
  });

  it('does not keep the gateway from starting: Alibaba Cloud without credentials, if mutations are off', async () => {
    const gateway = start({
      PORT: '0',
      UPSTREAM: 'alibaba-cloud',
      HOME: mkdtempSync(join(tmpdir(), 'no-credentials-')),
      ALIBABA_CLOUD_ECS_METADATA_DISABLED: 'true',
    });
    const url = await urlOf(gateway);

    expect(gateway.stdout).toContain('"mutations":false,"site":"china"');
    const read = await send(url, recorder);
    expect(read.answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['UPSTREAM_AUTH']);
    const mutation = 'mutation { startConfigurationRecorder(input: {}) { outcome errors { code } } }';
    expect((await send(url, mutation)).answer).toEqual({
      data: { startConfigurationRecorder: { outcome: 'REJECTED', errors: [{ code: 'FORBIDDEN' }] } },
      extensions: { cost: { ...noCost, estimatedCalls: 1 } },
    });
    gateway.child.kill('SIGTERM');
    expect(await gateway.exited()).toBe(0);
  });
});
