import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { startGateway } from '../../support/startGateway';
import type { GatewayOptions, TestGateway } from '../../support/startGateway';
import { sendRaw } from '../rawHttp';

let gateway: TestGateway;

afterEach(async () => {
  await gateway.stop();
});

const start = async (connections: GatewayOptions['connections']): Promise<void> => {
  gateway = await startGateway({ connections });
};

/** @param from one of the addresses of this machine. */
const open = async (from = '127.0.0.1'): Promise<Socket> => {
  const socket = connect({ port: Number(new URL(gateway.url).port), host: '127.0.0.1', localAddress: from });
  await once(socket, 'connect');
  return socket;
};

/** Whether the gateway answers on a connection; if not, it has closed it. */
const answers = (socket: Socket): Promise<boolean> =>
  new Promise((resolve) => {
    socket
      .on('error', () => undefined)
      .once('close', () => {
        resolve(false);
      })
      .once('data', () => {
        resolve(true);
      })
      .write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  });

const closed = (socket: Socket): Promise<unknown> => {
  socket.on('error', () => undefined).resume();
  return new Promise((resolve) => socket.once('close', resolve));
};

const quick = { headersMs: 100, requestMs: 100, checkEveryMs: 10 };

const refusal = {
  status: 408,
  body: '{"errors":[{"message":"The headers of a request must arrive within 10 seconds, and all of it within 15, but did not.","extensions":{"code":"BAD_REQUEST"}}]}',
};

it.each([
  ['headers that never end', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: '],
  [
    'a body that never ends',
    'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
  ],
])('answers 408 to %s, and closes the connection', async (_, bytes) => {
  await start(quick);

  expect(await sendRaw(gateway.url, bytes)).toMatchObject(refusal);
});

it('closes a connection on which nothing comes', async () => {
  await start(quick);

  await closed(await open());
});

it('closes a connection that is idle after an answer', async () => {
  await start({ idleMs: 50 });
  const socket = await open();

  socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');

  await closed(socket);
});

it('closes a connection whose client does not read its answers, and no other', async () => {
  await start({ unreadMs: 50, checkEveryMs: 10 });
  const body = '{"query":"{ _service { sdl } }"}';
  const request = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const [greedy, patient] = [(await open()).pause(), await open()];
  const ended = new Promise((resolve) => greedy.once('error', resolve).once('close', resolve));
  let isOpen = true;
  void closed(patient).then(() => {
    isOpen = false;
  });

  patient.write(request);
  greedy.write(request.repeat(200));
  // A client that reads nothing learns of the end when it sends something.
  const nudge = setInterval(() => greedy.write(request), 20);
  await ended;
  clearInterval(nudge);

  expect(isOpen).toBe(true);
  patient.destroy();
});

it('says with the last answer that it takes no more requests on a connection', async () => {
  await start({ maxRequests: 2 });
  const socket = await open();
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    received += chunk;
  });

  socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'data');
  socket.write('GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n');
  while (!received.includes('close')) await once(socket, 'data');
  socket.destroy();

  expect(received.match(/^Connection: .*$/gm)).toEqual(['Connection: keep-alive', 'Connection: close']);
});

it('closes connections above the maximum, and takes new ones once others have ended', async () => {
  await start({ maxConnections: 2, maxPerAddress: 0 });
  const [first] = [await open(), await open()];

  await closed(await open());
  first.destroy();
  await once(first, 'close');

  let status: number | undefined;
  while (status === undefined)
    status = await fetch(`${gateway.url}/livez`).then(
      (answer) => answer.status,
      () => undefined,
    );
  expect(status).toBe(200);
});

describe('one address', () => {
  it('has half of the connections unless that is set, and others have the rest', async () => {
    await start({ maxConnections: 4, checkEveryMs: 10 });
    const greedy = [await open(), await open(), await open()];

    const [first, second, third] = await Promise.all(greedy.map(answers));
    const other = await open('127.0.0.2');

    expect([first, second, third, await answers(other)]).toEqual([true, true, false, true]);
    while (!gateway.log.some((line) => line.includes('too many connections')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(JSON.parse(gateway.log.find((line) => line.includes('too many connections')) ?? '{}')).toMatchObject({
      closed: 1,
      address: '127.0.0.1',
    });
    for (const socket of [...greedy, other]) socket.destroy();
  });

  it('may open a connection again once one of its own has ended', async () => {
    await start({ maxPerAddress: 1 });
    const first = await open();
    expect(await answers(first)).toBe(true);
    expect(await answers(await open())).toBe(false);

    first.destroy();

    let second = await open();
    while (!(await answers(second))) second = await open();
    second.destroy();
  });

  it('is not limited if it is a trusted proxy, which brings many clients', async () => {
    gateway = await startGateway({
      connections: { maxPerAddress: 1 },
      callers: { trustedProxies: ['127.0.0.0/30', '::1'] },
    });
    const sockets = [await open(), await open(), await open()];

    expect(await Promise.all(sockets.map(answers))).toEqual([true, true, true]);
    for (const socket of sockets) socket.destroy();
  });
});
