import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { createWorld } from '../../../src/emulator/world/createWorld';
import {
  call,
  common,
  encodeAll,
  GetCallerIdentity,
  GetResourceConfigurationTimeline,
  GetResourceDirectory,
  send,
  sign,
  type Parameters,
  type RawAnswer,
} from './rawClient';

const now = Date.parse('2026-07-01T10:00:00Z');
const minute = 60_000;

let emulator: Emulator;
beforeAll(async () => {
  const caller = {
    accountId: '1602394815570246',
    identityType: 'AssumedRoleUser',
    principalId: '391847205518273046:gateway',
    arn: 'acs:ram::1602394815570246:assumed-role/gateway-reader/gateway',
  } as const;
  emulator = await startEmulator({
    wallClock: () => now,
    readings: { defaultFormat: 'JSON' },
    world: () => {
      const fresh = createWorld('fresh');
      const temporary = { secret: 'temporarysecret', active: true, caller };
      const keys = [
        { ...temporary, id: 'STS.live', session: { securityToken: 'token+of/live==', expiresAt: now + minute } },
        { ...temporary, id: 'STS.spent', session: { securityToken: 'token+of/spent==', expiresAt: now - minute } },
        { id: 'disabledid', secret: 'disabledsecret', active: false, caller },
      ];
      return { ...fresh, accessKey: (id) => keys.find((key) => key.id === id) ?? fresh.accessKey(id) };
    },
  });
});
afterAll(() => emulator.close());
afterEach(() => {
  emulator.reset();
});

const parse = ({ text }: RawAnswer) => JSON.parse(text) as Record<string, string>;
const signed = (parameters: Parameters, secret?: string) => call(emulator.url, parameters, { now, secret });

/** What a request without one of its parameters, signed all the same, is answered. */
async function without(name: string): Promise<RawAnswer> {
  const all: Parameters = { ...common(now), ...GetCallerIdentity };
  const { [name]: _, ...rest } = all;
  const complete = sign('POST', rest);
  return send(emulator.url, { method: 'POST', body: encodeAll(complete) });
}

describe('A request that lacks a common parameter', () => {
  it.each(['Action', 'Version', 'AccessKeyId', 'SignatureMethod', 'SignatureVersion', 'SignatureNonce', 'Timestamp'])(
    'is refused because %s is mandatory',
    async (name) => {
      const answer = await without(name);

      expect(answer.status).toBe(400);
      expect(parse(answer)).toMatchObject({ Code: `Missing${name}`, Message: `${name} is mandatory for this action.` });
    },
  );

  it('is refused because Signature is mandatory', async () => {
    const answer = await send(emulator.url, { query: encodeAll({ ...common(now), ...GetCallerIdentity }) });

    expect(answer.status).toBe(400);
    expect(parse(answer)).toMatchObject({ Code: 'MissingSignature' });
  });

  it('is refused because SecurityToken is mandatory if the key is temporary', async () => {
    const answer = await signed({ ...GetCallerIdentity, AccessKeyId: 'STS.live' }, 'temporarysecret');

    expect(answer.status).toBe(400);
    expect(parse(answer)).toMatchObject({ Code: 'MissingSecurityToken' });
  });
});

const refused: readonly [string, Parameters, number, string][] = [
  ['a version of no product', { ...GetCallerIdentity, Version: '2015-04-02' }, 400, 'InvalidVersion'],
  ['an action of no product', { ...GetCallerIdentity, Action: 'GetCallerIdentities' }, 404, 'InvalidAction.NotFound'],
  [
    'an action in other letter case',
    { ...GetCallerIdentity, Action: 'getCallerIdentity' },
    404,
    'InvalidAction.NotFound',
  ],
  [
    'an action of another product',
    { ...GetCallerIdentity, Action: GetResourceDirectory.Action },
    404,
    'InvalidAction.NotFound',
  ],
  [
    'an action named like a member of every object',
    { ...GetCallerIdentity, Action: 'constructor' },
    404,
    'InvalidAction.NotFound',
  ],
  ['a format that is none', { ...GetCallerIdentity, Format: 'YAML' }, 400, 'InvalidParameter.Format'],
  ['a format in mixed case', { ...GetCallerIdentity, Format: 'Json' }, 400, 'InvalidParameter.Format'],
  ['another signature method', { ...GetCallerIdentity, SignatureMethod: 'HMAC-SHA256' }, 400, 'InvalidSignatureMethod'],
  ['another signature version', { ...GetCallerIdentity, SignatureVersion: '2.0' }, 400, 'InvalidSignatureVersion'],
  [
    'a time stamp with milliseconds',
    { ...GetCallerIdentity, Timestamp: '2026-07-01T10:00:00.000Z' },
    400,
    'InvalidTimeStamp.Format',
  ],
  [
    'a time stamp with an offset',
    { ...GetCallerIdentity, Timestamp: '2026-07-01T10:00:00+00:00' },
    400,
    'InvalidTimeStamp.Format',
  ],
  [
    'a day that does not exist',
    { ...GetCallerIdentity, Timestamp: '2026-06-31T10:00:00Z' },
    400,
    'InvalidTimeStamp.Format',
  ],
  [
    'a time stamp more than 15 minutes old',
    { ...GetCallerIdentity, Timestamp: '2026-07-01T09:44:59Z' },
    400,
    'InvalidTimeStamp.Expired',
  ],
  [
    'a time stamp more than 15 minutes ahead',
    { ...GetCallerIdentity, Timestamp: '2026-07-01T10:15:01Z' },
    400,
    'InvalidTimeStamp.Expired',
  ],
  ['a key that there is not', { ...GetCallerIdentity, AccessKeyId: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound'],
  [
    'a key named like a member of every object',
    { ...GetCallerIdentity, AccessKeyId: '__proto__' },
    404,
    'InvalidAccessKeyId.NotFound',
  ],
  ['a disabled key', { ...GetCallerIdentity, AccessKeyId: 'disabledid' }, 400, 'InvalidAccessKeyId.Inactive'],
  [
    'the token of another key',
    { ...GetCallerIdentity, AccessKeyId: 'STS.live', SecurityToken: 'token+of/spent==' },
    400,
    'InvalidSecurityToken.MismatchWithAccessKey',
  ],
  [
    'a token with a key that has none',
    { ...GetCallerIdentity, SecurityToken: 'token+of/live==' },
    400,
    'InvalidSecurityToken.MismatchWithAccessKey',
  ],
  [
    'a token that is none',
    { ...GetCallerIdentity, AccessKeyId: 'STS.live', SecurityToken: '{"not": "a token"}' },
    400,
    'InvalidSecurityToken.Malformed',
  ],
  [
    'a token that is over',
    { ...GetCallerIdentity, AccessKeyId: 'STS.spent', SecurityToken: 'token+of/spent==' },
    400,
    'InvalidSecurityToken.Expired',
  ],
];

it.each(refused)('A request with %s is refused', async (_, parameters, status, code) => {
  const answer = await signed(parameters);

  expect([answer.status, parse(answer).Code]).toEqual([status, code]);
  expect(emulator.calls.all()).toMatchObject([{ status, code, accountId: null, callerId: null }]);
});

it('A request by a temporary key with its own token is answered', async () => {
  const parameters = { ...GetCallerIdentity, AccessKeyId: 'STS.live', SecurityToken: 'token+of/live==' };

  const answer = await signed(parameters, 'temporarysecret');

  expect(parse(answer)).toMatchObject({ IdentityType: 'AssumedRoleUser' });
});

it.each(['2026-07-01T09:45:00Z', '2026-07-01T10:15:00Z'])(
  'A time stamp just inside the window, %s, is accepted',
  async (stamp) => {
    const answer = await signed({ ...GetCallerIdentity, Timestamp: stamp });

    expect(answer.status).toBe(200);
  },
);

it('A wrong signature is answered with the text that should have been signed', async () => {
  const parameters = { ...common(now), ...GetCallerIdentity, SignatureNonce: 'n' };
  const { Signature: good = '' } = sign('GET', parameters);
  const { Signature: bad = '' } = sign('GET', parameters, 'anothersecret');

  const answer = await send(emulator.url, { query: encodeAll({ ...parameters, Signature: bad }) });

  expect(answer.status).toBe(400);
  expect(parse(answer)).toMatchObject({
    Code: 'SignatureDoesNotMatch',
    Message:
      'Specified signature is not matched with our calculation. server string to sign is:GET&%2F&AccessKeyId%3Dtestid%26Action%3DGetCallerIdentity%26Format%3DJSON%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dn%26SignatureVersion%3D1.0%26Timestamp%3D2026-07-01T10%253A00%253A00Z%26Version%3D2015-04-01',
  });
  expect(answer.text).not.toContain(good);
});

it('A request that was signed for GET is not good for POST', async () => {
  const body = encodeAll(sign('GET', { ...common(now), ...GetCallerIdentity }));

  const answer = await send(emulator.url, { method: 'POST', body });

  expect(parse(answer).Code).toBe('SignatureDoesNotMatch');
});

it('A changed parameter makes the signature wrong', async () => {
  const parameters = sign('GET', { ...common(now), ...GetCallerIdentity });

  const answer = await send(emulator.url, { query: encodeAll({ ...parameters, Extra: 'x' }) });

  expect(parse(answer).Code).toBe('SignatureDoesNotMatch');
});

it('A replayed request is refused, until the emulator is reset', async () => {
  const query = encodeAll(sign('GET', { ...common(now), ...GetCallerIdentity }));
  const first = await send(emulator.url, { query });

  const replayed = await send(emulator.url, { query });
  emulator.reset();
  const afterReset = await send(emulator.url, { query });

  expect([first, replayed, afterReset].map(({ status }) => status)).toEqual([200, 400, 200]);
  expect(parse(replayed)).toMatchObject({ Code: 'SignatureNonceUsed' });
});

it('A nonce is used up only by a request with a good signature', async () => {
  const SignatureNonce = 'once';
  const wrong = await signed({ ...GetCallerIdentity, SignatureNonce }, 'anothersecret');

  const right = await signed({ ...GetCallerIdentity, SignatureNonce });

  expect([wrong.status, right.status]).toEqual([400, 200]);
});

it('Two keys may use one nonce', async () => {
  const SignatureNonce = 'shared';
  const one = await signed({ ...GetCallerIdentity, SignatureNonce });

  const other = await signed({ ...GetCallerIdentity, SignatureNonce, AccessKeyId: 'memberid' }, 'membersecret');

  expect([one.status, other.status]).toEqual([200, 200]);
});

describe('An operation’s parameters', () => {
  const complete = {
    ...GetResourceConfigurationTimeline,
    ResourceId: 'i-1',
    ResourceType: 'ACS::ECS::Instance',
    Region: 'cn-hangzhou',
  };

  it('that are required are named if they are missing, or empty', async () => {
    const { ResourceId: _, ...missing } = complete;
    const { Region: __, ...nowhere } = complete;

    const answers = [
      await signed(missing),
      await signed({ ...complete, ResourceId: '' }),
      await signed(nowhere),
      // A resource without a region is listed with an empty one.
      await signed({ ...complete, Region: '' }),
    ];

    expect(answers.map(parse)).toMatchObject([
      { Code: 'MissingResourceId', Message: 'ResourceId is mandatory for this action.' },
      { Code: 'MissingResourceId', Message: 'ResourceId is mandatory for this action.' },
      { Code: 'MissingRegion', Message: 'Region is mandatory for this action.' },
      { Code: 'AccountNotExisted' },
    ]);
  });

  const wrongValues: readonly Parameters[] = [
    { Limit: '0' },
    { Limit: '101' },
    { Limit: 'ten' },
    { Limit: '1.5' },
    { StartTime: 'yesterday' },
    { EndTime: '99999999999999999999' },
    { MultiAccount: 'maybe' },
  ];

  it.each(wrongValues)('are refused if they are not valid: %j', async (wrong) => {
    const [name = ''] = Object.keys(wrong);

    const answer = await signed({ ...complete, ...wrong });

    expect(answer.status).toBe(400);
    expect(parse(answer)).toMatchObject({
      Code: `Invalid${name}`,
      Message: `Specified parameter ${name} is not valid.`,
    });
  });
});

it('An error body has the documented keys, the host that was called and a link', async () => {
  const answer = await signed(GetResourceDirectory);

  const body = parse(answer);
  expect(answer.status).toBe(404);
  expect(body).toEqual({
    RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/) as string,
    HostId: '127.0.0.1',
    Code: 'ResourceDirectoryNotInUse',
    Message: 'The specified account is not an Alibaba Cloud account or a member account of the resource directory.',
    Recommend: `https://api.aliyun.com/troubleshoot?q=ResourceDirectoryNotInUse&product=ResourceManager&requestId=${body.RequestId ?? ''}`,
  });
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json;charset=utf-8',
    'x-acs-request-id': body.RequestId,
  });
});

it('An error of the gateway before every product links to the error centre', async () => {
  const answer = await signed({ ...GetCallerIdentity, AccessKeyId: 'nobody' });

  expect(parse(answer).Recommend).toBe(
    'https://error-center.aliyun.com/status/search?Keyword=InvalidAccessKeyId.NotFound&source=PopGw',
  );
});
