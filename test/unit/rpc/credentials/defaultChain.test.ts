import { GetCallerIdentity } from '../../../../src/operations';
import { NoCredentials } from '../../../../src/rpc/credentials/credentials';
import type { Chain } from '../../../../src/rpc/credentials/defaultChain';
import { defaultChain } from '../../../../src/rpc/credentials/defaultChain';
import { InstantClock } from '../manualClock';

/** Chains that answer as told, one after another; an Error is a failure. */
function chains(...answers: (Awaited<ReturnType<Chain['getCredentials']>> | Error)[]) {
  const asked: number[] = [];
  let built = 0;
  const createChain = (): Promise<Chain> => {
    built += 1;
    const number = built;
    return Promise.resolve({
      getCredentials: async () => {
        await new Promise((resolve) => setImmediate(resolve));
        const next = answers[Math.min(asked.length, answers.length - 1)];
        asked.push(number);
        if (next === undefined || next instanceof Error) throw next ?? new Error('nothing prepared');
        return next;
      },
    });
  };
  return { createChain, asked };
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const first = { accessKeyId: 'STS.first', accessKeySecret: 's1', securityToken: 't1' };
const second = { accessKeyId: 'STS.second', accessKeySecret: 's2', securityToken: 't2' };

it('asks the chain once for two hundred callers', async () => {
  const { createChain, asked } = chains(first);
  const source = defaultChain({ createChain, clock: new InstantClock() });

  const got = await Promise.all(Array.from({ length: 200 }, async () => source.get()));

  expect(new Set(got)).toEqual(new Set([first]));
  expect(asked).toEqual([1]);
});

it('gives fresh credentials out again without asking', async () => {
  const clock = new InstantClock();
  const { createChain, asked } = chains(first, second);
  const source = defaultChain({ createChain, clock });
  await source.get();

  clock.advance(59_999);

  expect(await source.get()).toEqual(first);
  expect(asked).toHaveLength(1);
});

it('renews behind the scenes what is no longer fresh', async () => {
  const clock = new InstantClock();
  const { createChain, asked } = chains(first, second);
  const source = defaultChain({ createChain, clock });
  await source.get();

  clock.advance(60_000);
  expect(await source.get()).toEqual(first);
  await settle();

  expect(await source.get()).toEqual(second);
  expect(asked).toEqual([1, 1]);
});

it('serves what it has through an outage, until it may be too old', async () => {
  const clock = new InstantClock();
  const { createChain } = chains(first, new Error('STS is down'));
  const source = defaultChain({ createChain, clock });
  await source.get();

  clock.advance(299_999);
  expect(await source.get()).toEqual(first);
  await settle();

  clock.advance(1);
  await expect(source.get()).rejects.toBeInstanceOf(NoCredentials);
});

it('builds a new chain after a failure', async () => {
  const { createChain, asked } = chains(new Error('nothing anywhere'), first);
  const source = defaultChain({ createChain, clock: new InstantClock() });

  await expect(source.get()).rejects.toBeInstanceOf(NoCredentials);

  expect(await source.get()).toEqual(first);
  expect(asked).toEqual([1, 2]);
});

it('takes half a key for none', async () => {
  const { createChain } = chains({ accessKeyId: 'LTAIonly' });

  await expect(defaultChain({ createChain }).get()).rejects.toBeInstanceOf(NoCredentials);
});

it('repeats nothing of what the chain said', async () => {
  const { createChain } = chains(new Error('metadata server said: secret-of-somebody'));

  const error: unknown = await Promise.resolve(defaultChain({ createChain }).get()).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(NoCredentials);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('secret-of-somebody');
});

it('finds the keys in the environment by the real chain', async () => {
  const before = { ...process.env };
  process.env.ALIBABA_CLOUD_ACCESS_KEY_ID = 'LTAIfromEnvironment';
  process.env.ALIBABA_CLOUD_ACCESS_KEY_SECRET = 'secretFromEnvironment';
  try {
    await expect(defaultChain().get()).resolves.toMatchObject({
      accessKeyId: 'LTAIfromEnvironment',
      accessKeySecret: 'secretFromEnvironment',
    });
  } finally {
    process.env = before;
  }
});

it('does not load the package before credentials are requested', () => {
  jest.isolateModules(() => {
    let loaded = false;
    jest.doMock('@alicloud/credentials', () => {
      loaded = true;
      return {};
    });
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a fresh copy of the module, to see what loading it loads
    const fresh = require('../../../../src/rpc/client') as object;
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
    const chain = require('../../../../src/rpc/credentials/defaultChain') as { defaultChain: typeof defaultChain };
    chain.defaultChain();

    expect(fresh).toHaveProperty('createRpcClient');
    expect(loaded).toBe(false);
  });
});

it('asks a new chain after the upstream refused a session, and not for one that was renewed since', async () => {
  const { createChain, asked } = chains(first, second);
  const source = defaultChain({ createChain, clock: new InstantClock() });
  await source.get();

  source.refused?.(first, { operation: GetCallerIdentity });
  const renewed = await source.get();
  source.refused?.(first, { operation: GetCallerIdentity });

  expect([renewed, await source.get()]).toEqual([second, second]);
  expect(asked).toEqual([1, 2]);
});
