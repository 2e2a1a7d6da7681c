import { startEmulator } from '../../src/emulator';
import { GetCallerIdentity } from '../../src/operations';
import { createRpcClient } from '../../src/rpc/client';
import { staticKeys } from '../../src/rpc/credentials/staticKeys';
import { startLeakGuard } from '../support/leakGuard';
import { startWiretap } from '../support/wiretap';

// Every gateway of the suite is under this guard, so the guard itself has to be seen to catch something.

it.each(['POST', 'GET'] as const)(
  'knows every signature that this process sends by %s, and finds it in a text',
  async (method) => {
    const emulator = await startEmulator({});
    const wiretap = await startWiretap(emulator.url);
    const guard = startLeakGuard(['testsecret']);
    const rpc = createRpcClient({ endpoints: () => wiretap.url, credentials: staticKeys('testid', 'testsecret') });

    await rpc.call({ ...GetCallerIdentity, methods: [method] }, {});
    await rpc.close();
    await wiretap.close();
    await emulator.close();
    guard.stop();

    const [signature = ''] = wiretap.values('Signature');
    expect(signature).not.toBe('');
    const leaks = /^A secret of \d+ characters leaked into the log\.$/;
    expect(() => {
      guard.check('the log', `for ${signature}.`);
    }).toThrow(leaks);
    expect(() => {
      guard.check('the log', `for ${encodeURIComponent(signature)}.`);
    }).toThrow(leaks);
    expect(() => {
      guard.check('the log', 'for testsecret.');
    }).toThrow(leaks);
    expect(() => {
      guard.check('the log', 'for nothing.');
    }).not.toThrow();
  },
);
