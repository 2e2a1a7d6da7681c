import { DescribeConfigurationRecorder, GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import type { SharedRpcClient } from '../../src/rpc/client';
import { HttpPools } from '../../src/rpc/http';
import { RpcTransport } from '../../src/rpc/transport';
import { clientOf, failureOf } from './clients';
import { goodBody, reply, Upstream } from './upstream';

let upstream: Upstream;
let client: SharedRpcClient;

beforeEach(async () => {
  upstream = await Upstream.start();
  client = clientOf(upstream);
});

afterEach(async () => {
  await client.close();
  await upstream.close();
});

it('opens at most 64 sockets to an origin, and shares them among the products', async () => {
  const held: (() => void)[] = [];
  upstream.behaviour = (response, request) => {
    held.push(() => {
      reply(200, goodBody)(response, request);
    });
  };
  const calls = Array.from({ length: 100 }, () => [
    client.call(GetCallerIdentity, {}),
    client.call(DescribeConfigurationRecorder, {}),
  ]).flat();

  await upstream.receives(64);
  while (held.length > 0 || upstream.received.length < calls.length) {
    held.splice(0).forEach((answer) => {
      answer();
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(calls);

  expect(upstream.mostConnections).toBe(64);
});

it('keeps a socket for the next call', async () => {
  for (let call = 0; call < 5; call += 1) {
    await client.call(GetCallerIdentity, {});
    // The pool learns of a free socket one turn later.
    await new Promise((resolve) => setImmediate(resolve));
  }

  expect(upstream.mostConnections).toBe(1);
});

it('keeps a socket for no longer than its setting says, whatever the server offers', async () => {
  const impatient = clientOf(upstream, { http: { keepAliveMs: 20 } });
  upstream.behaviour = (response, request) => {
    response.setHeader('keep-alive', 'timeout=600');
    reply(200, goodBody)(response, request);
  };
  await impatient.call(GetCallerIdentity, {});

  // Never resolves if the socket is kept as long as the server offers.
  await upstream.abandoned();
  await impatient.call(GetCallerIdentity, {});

  expect(new Set(upstream.received.map(({ socket }) => socket)).size).toBe(2);
  await impatient.close();
});

it('sends a write over a connection that was never used, and closes it behind it', async () => {
  // What a load balancer does that has just given an idle connection up.
  const used = new Set<unknown>();
  upstream.behaviour = (response, request) => {
    if (used.has(request.socket)) request.socket.resetAndDestroy();
    else reply(200, goodBody)(response, request);
    used.add(request.socket);
  };
  await client.call(GetCallerIdentity, {});
  await new Promise((resolve) => setImmediate(resolve));

  await client.call(InitResourceDirectory, {});
  await client.call(InitResourceDirectory, {});

  const sockets = upstream.received.map(({ socket }) => socket);
  expect(new Set(sockets).size).toBe(3);
  // Only that of the read is kept.
  while (upstream.sockets.size > 1) await new Promise((resolve) => setImmediate(resolve));
  expect([...upstream.sockets]).toEqual([sockets[0]]);
});

it('waits for a write on the wire before it closes', async () => {
  let answer: (() => void) | undefined;
  upstream.behaviour = (response, request) => {
    answer = () => {
      reply(200, goodBody)(response, request);
    };
  };
  const write = client.call(InitResourceDirectory, {});
  await upstream.receives(1);

  const closed = client.close();
  answer?.();

  await expect(write).resolves.toMatchObject({ RequestId: goodBody.RequestId });
  await closed;
});

it('closes every socket in the end', async () => {
  await client.call(GetCallerIdentity, {});
  const abandoned = upstream.abandoned();

  await client.close();

  await abandoned;
  expect(upstream.sockets.size).toBe(0);
});

it('fails a call after the end without sending anything', async () => {
  await client.call(GetCallerIdentity, {});
  await client.close();

  const error = await failureOf(client.call(GetCallerIdentity, {}));

  expect(error.kind).toBe('NOT_SENT');
  expect(upstream.received).toHaveLength(1);
});

it.each([
  'ftp://example.com',
  'sts.aliyuncs.com',
  'https://sts.aliyuncs.com/path',
  'https://sts.aliyuncs.com?x=1',
  'https://sts.aliyuncs.com#evil.com',
  'https://user:secret@sts.aliyuncs.com',
  'https://sts.aliyuncs.com\\@evil.com',
  '',
])('refuses the endpoint “%s”', (endpoint) => {
  const { product } = GetCallerIdentity;

  expect(() => new RpcTransport({ product, endpoint, pools: new HttpPools() })).toThrow('An endpoint must be');
});
