import RPCClient from '@alicloud/pop-core';
import { startEmulator, type Emulator } from '../../../src/emulator/emulator';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ world: 'fresh' });
});
afterAll(() => emulator.close());

const client = (apiVersion: string) =>
  new RPCClient({ endpoint: emulator.url, apiVersion, accessKeyId: 'testid', accessKeySecret: 'testsecret' });

describe.each(['GET', 'POST'])('pop-core, unmodified, by %s', (method) => {
  it('is told who it is', async () => {
    const answer = await client('2015-04-01').request('GetCallerIdentity', {}, { method });

    expect(answer).toMatchObject({ IdentityType: 'RAMUser', AccountId: expect.stringMatching(/^\d{16}$/) as string });
  });
});
