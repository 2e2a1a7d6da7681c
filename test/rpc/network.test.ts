import { DescribeConfigurationRecorder, GetCallerIdentity, ListAccounts } from '../../src/operations';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import type { NetworkSettings } from '../../src/settings/network';
import { alibabaCloudUpstream } from '../../src/upstream';
import type { Front, TunnelProxy } from '../support/network';
import { authorityFile, startSlowRelay, startTlsFront, startTunnelProxy } from '../support/network';
import { failureOf } from './clients';
import { goodBody, reply, Upstream } from './upstream';

let upstream: Upstream;
let front: Front;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  upstream = await Upstream.start(reply(200, goodBody));
  front = await startTlsFront(Number(new URL(upstream.origin).port));
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await front.close();
  await upstream.close();
});

const startProxy = async (options: { user?: string; secure?: boolean } = {}): Promise<TunnelProxy> => {
  const proxy = await startTunnelProxy({ targetPort: front.port, ...options });
  opened.push(proxy);
  return proxy;
};

/** A client as `UPSTREAM=alibaba-cloud` builds it, whose STS is at a host of our own. */
const clientOf = (network: Partial<NetworkSettings> & { sts: string }) => {
  const { sts, ...others } = network;
  const { rpc } = alibabaCloudUpstream({
    site: 'china',
    credentials: staticKeys('testid', 'testsecret'),
    network: { endpoints: new Map([['sts', sts]]), ...others },
  });
  opened.push(rpc);
  return rpc;
};

describe('certificates', () => {
  it('of an unknown authority are refused, and nothing is sent', async () => {
    const rpc = clientOf({ sts: `https://127.0.0.1:${front.port}` });

    const error = await failureOf(rpc.call(GetCallerIdentity, {}));

    expect(error.message).toBe('Sts GetCallerIdentity failed: NOT_SENT (UNABLE_TO_VERIFY_LEAF_SIGNATURE).');
    expect(upstream.received).toEqual([]);
  });

  it('are trusted if CA_FILE has their authority', async () => {
    const rpc = clientOf({ sts: `https://127.0.0.1:${front.port}`, caFile: authorityFile });

    await rpc.call(GetCallerIdentity, {});

    expect(upstream.received).toHaveLength(1);
  });

  it('are refused for a host that they do not name, even if a trusted authority signed them', async () => {
    const proxy = await startProxy();
    const rpc = clientOf({ sts: 'https://sts.other.test', caFile: authorityFile, proxyUrl: proxy.url });

    const error = await failureOf(rpc.call(GetCallerIdentity, {}));

    expect(error.kind).toBe('NOT_SENT');
    expect(upstream.received).toEqual([]);
  });

  it.each([
    ['/nowhere.pem', 'CA_FILE must be a file of certificates in PEM, but "/nowhere.pem" cannot be read (ENOENT).'],
    [__filename, `CA_FILE must be a file of certificates in PEM, but ${JSON.stringify(__filename)} holds none.`],
  ])('in a file that holds none stop the start: %s', (caFile, message) => {
    expect(() => clientOf({ sts: 'https://sts.lotus.test', caFile })).toThrow(new Error(message));
  });
});

describe('a proxy', () => {
  it('opens the way to https hosts, once for many calls, and resolves their names', async () => {
    const proxy = await startProxy();
    const rpc = clientOf({ sts: 'https://sts.lotus.test', caFile: authorityFile, proxyUrl: proxy.url });

    for (let call = 0; call < 3; call += 1) {
      await rpc.call(GetCallerIdentity, {});
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(proxy.tunnels).toEqual([{ to: 'sts.lotus.test:443' }]);
    expect(upstream.received.map(({ headers }) => headers.host)).toEqual(Array(3).fill('sts.lotus.test'));
  });

  it('receives user and password, decoded, and the upstream receives neither', async () => {
    const proxy = await startProxy({ user: 'gateway:p@ss' });
    const url = `http://gateway:p%40ss@127.0.0.1:${proxy.port}`;
    const rpc = clientOf({ sts: 'https://sts.lotus.test', caFile: authorityFile, proxyUrl: url });

    await rpc.call(GetCallerIdentity, {});

    expect(proxy.tunnels).toEqual([{ to: 'sts.lotus.test:443', user: 'gateway:p@ss' }]);
    expect(JSON.stringify(upstream.received.map(({ headers, body }) => ({ headers, body })))).not.toMatch(
      /p@ss|p%40ss/,
    );
  });

  it('that refuses leaves a failure with its status, and without its URL', async () => {
    const proxy = await startProxy({ user: 'gateway:right' });
    const url = `http://gateway:hunter2@127.0.0.1:${proxy.port}`;
    const rpc = clientOf({ sts: 'https://sts.lotus.test', caFile: authorityFile, proxyUrl: url });

    const error = await failureOf(rpc.call(GetCallerIdentity, {}));

    expect(error.message).toBe('Sts GetCallerIdentity failed: NOT_SENT (PROXY_407).');
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/hunter2|127\.0\.0\.1/);
  });

  it('may itself be called by TLS', async () => {
    const proxy = await startProxy({ secure: true });
    const rpc = clientOf({ sts: 'https://sts.lotus.test', caFile: authorityFile, proxyUrl: proxy.url });

    await rpc.call(GetCallerIdentity, {});

    expect(proxy.tunnels).toEqual([{ to: 'sts.lotus.test:443' }]);
  });

  it.each(['localhost', '.lotus.test, 127.0.0.1', '*', 'localhost, *', '127.0.0.0/8'])(
    'is left aside for hosts in NO_PROXY: %s',
    async (noProxy) => {
      const proxy = await startProxy();
      const host = noProxy === 'localhost' ? 'localhost' : '127.0.0.1';
      const rpc = clientOf({
        sts: `https://${host}:${front.port}`,
        caFile: authorityFile,
        proxyUrl: proxy.url,
        noProxy,
      });

      await rpc.call(GetCallerIdentity, {});

      expect(proxy.tunnels).toEqual([]);
      expect(upstream.received).toHaveLength(1);
    },
  );

  it('comes from the settings alone: what undici would find in the environment is left there', async () => {
    const proxy = await startProxy();
    process.env.https_proxy = proxy.url;
    try {
      const direct = clientOf({ sts: `https://127.0.0.1:${front.port}`, caFile: authorityFile });
      await direct.call(GetCallerIdentity, {});
    } finally {
      delete process.env.https_proxy;
    }

    expect(proxy.tunnels).toEqual([]);
  });
});

describe('a slow handshake', () => {
  const startRelay = async (): Promise<number> => {
    const relay = await startSlowRelay(front.port, 1500);
    opened.push(relay);
    return relay.port;
  };

  it('of a second and a half is waited for', async () => {
    const port = await startRelay();
    const rpc = clientOf({ sts: `https://127.0.0.1:${port}`, caFile: authorityFile });

    await rpc.call(GetCallerIdentity, {});

    expect(upstream.received).toHaveLength(1);
  });

  it('takes no longer than CONNECT_TIMEOUT_MS, and nothing is sent', async () => {
    const port = await startRelay();
    const rpc = clientOf({ sts: `https://127.0.0.1:${port}`, caFile: authorityFile, connectTimeoutMs: 100 });

    const error = await failureOf(rpc.call(GetCallerIdentity, {}));

    expect(error.kind).toBe('NOT_SENT');
    expect(upstream.received).toEqual([]);
  });

  it('does not shorten the time for the answer: that has a setting of its own', async () => {
    upstream.behaviour = () => undefined;
    const rpc = clientOf({ sts: `https://127.0.0.1:${front.port}`, caFile: authorityFile, readAttemptTimeoutMs: 100 });

    const error = await failureOf(rpc.call(GetCallerIdentity, {}));

    expect(error).toMatchObject({ kind: 'TIMEOUT', detail: 'no complete answer within 100 ms' });
  });
});

describe('hosts of a VPC', () => {
  it('are called for products that have one in the region; the others at their public hosts', async () => {
    const proxy = await startProxy();
    const { rpc } = alibabaCloudUpstream({
      site: 'china',
      credentials: staticKeys('testid', 'testsecret'),
      network: { endpoints: new Map(), vpcRegion: 'cn-shanghai', proxyUrl: proxy.url, caFile: authorityFile },
    });
    opened.push(rpc);

    await failureOf(rpc.call(GetCallerIdentity, {}));
    await failureOf(rpc.call(DescribeConfigurationRecorder, {}));
    await failureOf(rpc.call(ListAccounts, { PageNumber: 1, PageSize: 1 }));

    // The certificate here is not theirs, so that each call ends with the tunnel; a retry opens another.
    expect([...new Set(proxy.tunnels.map(({ to }) => to))]).toEqual([
      'sts-vpc.cn-shanghai.aliyuncs.com:443',
      'config-vpc.cn-shanghai.aliyuncs.com:443',
      'resourcemanager.aliyuncs.com:443',
    ]);
    expect(upstream.received).toEqual([]);
  });
});
