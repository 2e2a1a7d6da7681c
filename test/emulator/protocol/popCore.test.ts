import RPCClient from '@alicloud/pop-core';
import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { eightOperations, enrolled, GetEnrolledAccount } from './eightOperations';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ world: 'fresh' });
});
afterEach(() => emulator.close());

const request = (version: string, action: string, parameters: object, method: string, secret = 'testsecret') =>
  new RPCClient({
    endpoint: emulator.url,
    apiVersion: version,
    accessKeyId: 'testid',
    accessKeySecret: secret,
  }).request<{ AccountUid: { toString(): string } }>(action, parameters, { method });

describe.each(['GET', 'POST'] as const)('pop-core, unmodified, by %s wherever the operation allows it,', (method) => {
  it('makes all eight calls', async () => {
    let accountUid = '';
    for (const { version, action, methods, request: parameters, answer } of eightOperations) {
      const by = methods.includes(method) ? method : 'POST';
      const body = await request(version, action, parameters, by);
      expect(body).toMatchObject(answer);
      // 16 digits: pop-core makes an object of them.
      if (action === 'EnrollAccount') accountUid = body.AccountUid.toString();
    }

    const { version, action } = GetEnrolledAccount;
    const enrollment = await request(version, action, { AccountUid: accountUid }, method);

    expect(enrollment).toMatchObject(enrolled);
    expect(emulator.calls.total).toBe(8);
    expect(emulator.calls.all().every(({ status }) => status === 200)).toBe(true);
  });

  it('rejects with the code of a refusal', async () => {
    const refused = request('2020-03-31', 'GetResourceDirectory', {}, method);

    await expect(refused).rejects.toMatchObject({
      name: 'ResourceDirectoryNotInUseError',
      code: 'ResourceDirectoryNotInUse',
    });
  });

  it('rejects a wrong secret', async () => {
    const refused = request('2015-04-01', 'GetCallerIdentity', {}, method, 'anothersecret');

    await expect(refused).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
  });
});

it('pop-core’s POST in lower case, which sends everything in the query, is understood', async () => {
  const answer = await request('2015-04-01', 'GetCallerIdentity', {}, 'post');

  expect(answer).toMatchObject({ IdentityType: 'RAMUser' });
});
