import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { startGateway } from '../support/startGateway';
import type { GraphQLAnswer, TestGateway } from '../support/startGateway';

const mutation = 'mutation { startConfigurationRecorder(input: {}) { outcome errors { code message retryable } } }';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Resolves once the emulator has a call of this action in its hands. */
const called = async (gateway: TestGateway): Promise<void> => {
  while (!gateway.emulator.faults.list().some(({ hits }) => hits > 0)) await turn();
};

const hang = (gateway: TestGateway, action: string) => {
  gateway.emulator.faults.add({ kind: 'latency', action, ms: 600_000 });
};

describe('a stop', () => {
  it('accepts requests while it drains, is not ready, begins no mutation, and closes each connection', async () => {
    const gateway = await startGateway({ stopTimes: { drainMs: 3000 } });
    const agent = new Agent({ keepAlive: true });
    const stopped = gateway.stop({ drain: true });

    const ready = await fetch(`${gateway.url}/readyz`);
    const read = await gateway.query('{ currentAccount { accountId } }');
    const written = await gateway.query(mutation);
    const outgoing = request(`${gateway.url}/livez`, { agent }).end();
    const [live] = (await once(outgoing, 'response')) as [{ headers: object; statusCode: number; resume(): void }];
    live.resume();

    expect(ready.status).toBe(503);
    expect(read).toEqual({ data: { currentAccount: { accountId: '1587203946182045' } } });
    expect(written.data).toEqual({
      startConfigurationRecorder: {
        outcome: 'REJECTED',
        errors: [
          {
            code: 'OVERLOADED',
            message: 'This gateway process is stopping and begins no mutation. Nothing was sent. Try again later.',
            retryable: true,
          },
        ],
      },
    });
    expect(gateway.upstreamCalls()).not.toContain('StartConfigurationRecorder');
    expect(live).toMatchObject({ statusCode: 200, headers: { connection: 'close' } });
    await stopped;
    agent.destroy();
  });

  it('lets a mutation on the wire finish, and begins no further field of its document', async () => {
    const gateway = await startGateway();
    gateway.emulator.faults.add({ kind: 'latency', action: 'StartConfigurationRecorder', ms: 300 });
    const answer = gateway.query<Record<string, { outcome: string }>>(
      'mutation { one: startConfigurationRecorder(input: {}) { outcome } two: startConfigurationRecorder(input: {}) { outcome } }',
    );
    await called(gateway);

    const stopped = gateway.stop();

    expect((await answer).data).toEqual({ one: { outcome: 'SUCCEEDED' }, two: { outcome: 'REJECTED' } });
    await stopped;
  });

  it.each([
    ['a mutation on the wire with an unknown outcome', 'StartConfigurationRecorder', mutation],
    ['a read with an error', 'GetConfigurationRecorder', '{ configurationRecorder { status } }'],
  ])('ends %s before its time is over', async (_, action, document) => {
    const gateway = await startGateway({ stopTimes: { stopMs: 600 }, cloudConfigVersion: '2020-09-07' });
    hang(gateway, action);
    const answer = gateway.query(document);
    await called(gateway);

    const stopped = gateway.stop();

    expect(await answer).toMatchObject(ended[action] ?? {});
    await stopped;
  });
});

const ended: Readonly<Record<string, GraphQLAnswer<unknown>>> = {
  StartConfigurationRecorder: { data: { startConfigurationRecorder: { outcome: 'UNKNOWN' } } },
  GetConfigurationRecorder: { data: { configurationRecorder: null } },
};
