import type { StuckListener } from '../../../support/stuckListener';
import { startStuckListener } from '../../../support/stuckListener';
import type { Rig, RigOptions } from './rig';
import { nowhere, startRig } from './rig';
import { recorder } from './rows';
import { createAccount, writeRig } from './writeRows';

/** Row 10 of the fault matrix, as far as no line can play it: nobody accepts connections, or nobody knows the host. */

let stuck: StuckListener;
const rigs: Rig[] = [];
beforeAll(async () => {
  stuck = await startStuckListener();
});
// Each waits for the connections that it is still opening: all at the same time, and for nobody any more.
afterAll(async () => {
  await stuck.stop();
  await Promise.all(rigs.map((rig) => rig.stop()));
});

const start = async (options: RigOptions): Promise<Rig> => {
  const rig = await startRig(options);
  rigs.push(rig);
  return rig;
};

it('row 10, nobody accepts connections: a read ends with its deadline, and can be sent again', async () => {
  const rig = await start({ simulated: true, upstreamUrl: stuck.url });
  const before = rig.now();

  const { data, errors } = await rig.ask(recorder);

  expect(data).toEqual({ __typename: 'Query', configurationRecorder: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } }]);
  // Two attempts of 5 s.
  expect(rig.now() - before).toBeGreaterThanOrEqual(9_800);
  expect(rig.now() - before).toBeLessThanOrEqual(10_100);
});

it('row 10, nobody accepts connections: a mutation was not sent, and the client learns that in time', async () => {
  const rig = await start({ ...writeRig, upstreamUrl: stuck.url });
  const before = rig.now();

  const { data } = await rig.ask(createAccount.document);

  expect(data).toMatchObject({
    createAccount: { outcome: 'REJECTED', errors: [{ code: 'UPSTREAM_UNAVAILABLE', retryable: true }] },
  });
  expect(rig.now() - before).toBeLessThanOrEqual(25_100);
  expect(rig.gateway.emulator.calls.total).toBe(0);
});

it('row 10, nobody knows the host: a read fails after its attempts, and can be sent again', async () => {
  const rig = await start({ upstreamUrl: nowhere });

  const { data, errors } = await rig.ask('{ accounts(first: 1) { totalCount } }');

  expect(data).toEqual({ accounts: null });
  expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } }]);
  const logged = rig.gateway.log.map((line) => JSON.parse(line) as object);
  expect(logged).toContainEqual(expect.objectContaining({ kind: 'NOT_SENT', cause: 'ENOTFOUND', attempt: 3 }));
});
