import { describeWithRedis, TestRedis } from '../support/startRedis';
import { examineGateway } from './openGateway';

/** What the doctor says of the Redis of that URL. */
const examine = async (url: string) => {
  const { of } = await examineGateway({ environment: { REDIS_URL: url, REDIS_TIMEOUT_MS: '1000' } });
  return of('redis').map(({ status, message }) => `${status} ${message}`);
};

describeWithRedis('the doctor', () => {
  let redis: TestRedis | undefined;
  afterEach(() => redis?.stop());

  it('is content with a Redis that keeps what it is given', async () => {
    redis = await TestRedis.start();

    expect(await examine(redis.url)).toEqual(['ok Redis answers in time. Gateways that use it now: 0.']);
  });

  it('warns of a Redis that forgets, and finds one that evicts keys wrong', async () => {
    redis = await TestRedis.start(['--appendonly', 'no', '--maxmemory', '10mb', '--maxmemory-policy', 'allkeys-lru']);

    expect(await examine(redis.url)).toEqual([
      'ok Redis answers in time. Gateways that use it now: 0.',
      'problem Redis evicts keys if its memory is full (maxmemory-policy allkeys-lru). It could forget which mutations were sent.',
      'warning Redis keeps nothing on a disk (appendonly is off). If it restarts, it has forgotten which mutations were sent.',
    ]);
  });

  it('says what is wrong with a password, and that nothing answers', async () => {
    redis = await TestRedis.start(['--requirepass', 'right']);

    expect(await examine(`redis://:wrong@127.0.0.1:${redis.port}`)).toEqual([
      'problem The Redis of REDIS_URL refuses the user or password (WRONGPASS).',
    ]);
    expect(await examine('redis://127.0.0.1:1')).toEqual(['problem Redis does not answer (ECONNREFUSED).']);
  });
});
