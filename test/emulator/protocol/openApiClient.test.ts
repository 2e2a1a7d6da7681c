import OpenApiClient, { Config, OpenApiRequest, Params } from '@alicloud/openapi-client';
import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { asText, eightOperations, enrolled, GetEnrolledAccount } from './eightOperations';

let emulator: Emulator;
let client: OpenApiClient;
beforeEach(async () => {
  emulator = await startEmulator({ world: 'fresh' });
  client = new OpenApiClient(
    new Config({
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
      endpoint: `127.0.0.1:${emulator.port}`,
      protocol: 'http',
      // This client's word for the RPC protocol with signature v1.
      signatureAlgorithm: 'v2',
    }),
  );
});
afterEach(() => emulator.close());

type RuntimeOptions = Parameters<OpenApiClient['callApi']>[2];
const runtime: unknown = { readTimeout: 10_000, connectTimeout: 10_000 };

/** Where a call puts its parameters: this client, as the generated SDKs over it, can do both. */
type Place = 'query' | 'body';

async function callApi(
  version: string,
  action: string,
  parameters: Readonly<Record<string, unknown>>,
  method: string,
  place: Place,
) {
  const params = new Params({
    action,
    version,
    protocol: 'HTTP',
    method,
    authType: 'AK',
    style: 'RPC',
    pathname: '/',
    reqBodyType: 'formData',
    bodyType: 'json',
  });
  const request = new OpenApiRequest(place === 'query' ? { query: asText(parameters) } : { body: parameters });
  const answer = await client.callApi(params, request, runtime as RuntimeOptions);
  return answer.body as Record<string, unknown>;
}

describe.each([
  ['GET', 'query'],
  ['POST', 'query'],
  ['POST', 'body'],
] as const)('The generic client with signature v1, by %s with parameters in the %s,', (method, place) => {
  it('makes all eight calls', async () => {
    let accountUid: unknown;
    for (const { version, action, methods, request, answer } of eightOperations) {
      const by = methods.includes(method) ? method : 'POST';
      const body = await callApi(version, action, request, by, place);
      expect(body).toMatchObject(answer);
      if (action === 'EnrollAccount') accountUid = body.AccountUid;
    }

    const { version, action } = GetEnrolledAccount;
    const enrollment = await callApi(version, action, { AccountUid: accountUid }, method, place);

    expect(enrollment).toMatchObject(enrolled);
    expect(emulator.calls.total).toBe(8);
  });
});

it('The generic client rejects with the code of a refusal', async () => {
  const refused = callApi('2020-03-31', 'GetResourceDirectory', {}, 'POST', 'body');

  await expect(refused).rejects.toMatchObject({ code: 'ResourceDirectoryNotInUse' });
});
