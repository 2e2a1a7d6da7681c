import { Patient } from '../../src/doctor/Patient';
import { membersCheck } from '../../src/doctor/checks/members';
import type { Emulator } from '../../src/emulator/emulator';
import { startEmulator } from '../../src/emulator/emulator';
import { demoAccounts } from '../../src/emulator/world/demo/company';
import { createRpcClient } from '../../src/rpc/client';
import type { SharedRpcClient } from '../../src/rpc/client';
import { parseSettings } from '../../src/settings';

let emulator: Emulator;
let rpc: SharedRpcClient;

beforeEach(async () => {
  emulator = await startEmulator({ quotas: false });
  const own = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  const member = { accessKeyId: 'memberid', accessKeySecret: 'membersecret' };
  const nobody = { accessKeyId: 'nobody', accessKeySecret: 'nothing' };
  rpc = createRpcClient({
    endpoints: () => emulator.url,
    // Keys of one member's own: what a session of its role comes to. The other members cannot be entered.
    credentials: {
      get: ({ accountId }) =>
        Promise.resolve(
          accountId === undefined ? own : accountId === demoAccounts.paymentsProduction ? member : nobody,
        ),
    },
  });
});

afterEach(async () => {
  await rpc.close();
  await emulator.close();
});

it('tells of a sample of five which members can be read, and what to do about the others', async () => {
  const { settings } = parseSettings({});
  if (!settings) throw new Error('The defaults are settings.');
  const patient = new Patient({
    settings,
    rpc,
    endpointOf: () => emulator.url,
    wallTime: Date.now,
    clockSkewMs: () => undefined,
  });

  const findings = await membersCheck.run(patient);

  expect(findings).toHaveLength(5);
  expect(findings[0]).toEqual({
    status: 'ok',
    message: `Member ${demoAccounts.paymentsProduction}: the role can be assumed; its recorder can be read.`,
  });
  const accountOf = (message: string) => /^Member (\d+): /.exec(message)?.[1];
  expect(new Set(findings.map(({ message }) => accountOf(message))).size).toBe(5);
  for (const { status, remedy } of findings.slice(1)) {
    expect({ status, remedy }).toEqual({
      status: 'problem',
      remedy:
        'Make the role in the member with the policy of npm run ram-policy -- member-reader, trusting the gateway (docs/RAM-POLICIES.md).',
    });
  }
});
