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

const open = async (): Promise<Socket> => {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
};

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
  await start({ maxConnections: 2 });
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
