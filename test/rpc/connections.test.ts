import { DescribeConfigurationRecorder, GetCallerIdentity } from '../../src/operations';
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
