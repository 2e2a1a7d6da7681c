import { limitCalls } from '../../../src/cost/limitCalls';
import { startEmulator } from '../../../src/emulator';
import { createRequestTrace } from '../../../src/observability/RequestTrace';
import { DescribeConfigurationRecorder, EnrollAccount, StartConfigurationRecorder } from '../../../src/operations';
import { emulatorUpstream } from '../../../src/upstream';

it('counts what is sent, and stops reads at the limit, but no write', async () => {
  const emulator = await startEmulator({ world: 'demo', quotas: false });
  const { rpc } = emulatorUpstream({ url: emulator.url, accessKeyId: 'testid', accessKeySecret: 'testsecret' });
  const trace = createRequestTrace();
  const limited = rpc.withContext({ admit: limitCalls(trace, 1) });
  try {
    await expect(limited.call(EnrollAccount, { AccountUid: 'x'.repeat(3000) })).rejects.toMatchObject({
      kind: 'INVALID_REQUEST',
    });
    const counted = [trace.actualCalls];
    await limited.call(DescribeConfigurationRecorder, {});
    await expect(limited.call(DescribeConfigurationRecorder, {})).rejects.toMatchObject({
      name: 'UserError',
      code: 'LIMIT_EXCEEDED',
    });
    counted.push(trace.actualCalls);
    await limited.call(StartConfigurationRecorder, {});
    counted.push(trace.actualCalls);

    expect(counted).toEqual([0, 1, 2]);
    expect(emulator.calls.byAction).toEqual({ DescribeConfigurationRecorder: 1, StartConfigurationRecorder: 1 });
  } finally {
    await rpc.close();
    await emulator.close();
  }
});
