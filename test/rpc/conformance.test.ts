import RPCClient from '@alicloud/pop-core';
import fc from 'fast-check';
import { EnrollAccount, GetCallerIdentity } from '../../src/operations';
import type { Operation } from '../../src/operations/operation';
import { encodeParameters } from '../../src/rpc/encodeParameters';
import { HttpPools } from '../../src/rpc/http';
import { signParameters } from '../../src/rpc/sign';
import { RpcTransport } from '../../src/rpc/transport';
import vectorFile from '../facts/signature-vectors.json';
import { runs } from '../support/soak';
import { failureOf } from './clients';
import { Upstream } from './upstream';

const wallTime = Date.UTC(2024, 4, 1, 8, 30, 0);
const frozen = { Timestamp: '2024-05-01T08:30:00Z', SignatureNonce: '9f5c1b9e-0d5e-4d0b-8a1f-3c2e7d6a5b40' };

let upstream: Upstream;
let pools: HttpPools;
let transport: RpcTransport;

beforeAll(async () => {
  upstream = await Upstream.start();
  pools = new HttpPools();
  const { product } = GetCallerIdentity;
  transport = new RpcTransport({
    product,
    endpoint: upstream.origin,
    pools,
    wallTime: () => wallTime,
    nonce: () => frozen.SignatureNonce,
  });
});

afterAll(async () => {
  await pools.close();
  await upstream.close();
});

interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** What came in last, as far as the protocol is concerned. */
function lastOnTheWire() {
  const { method, url, headers, body } = upstream.received.splice(0).at(-1) ?? {};
  return { method, url, body, contentType: headers?.['content-type'] };
}

async function sentByUs(method: 'GET' | 'POST', action: string, parameters: Record<string, string>, keys: Keys) {
  const operation: Operation = { ...GetCallerIdentity, action, methods: [method] };
  await transport.send(parameters, { operation, credentials: keys });
  return lastOnTheWire();
}

async function sentByPopCore(method: 'GET' | 'POST', action: string, parameters: object, keys: Keys) {
  const client = new RPCClient({ endpoint: upstream.origin, apiVersion: GetCallerIdentity.product.version, ...keys });
  await client.request(action, { ...parameters, ...frozen }, { method });
  return lastOnTheWire();
}

const reserved =
  /^(action|version|format|accesskeyid|securitytoken|signaturemethod|signatureversion|signaturenonce|timestamp|signature)$/i;

/** ASCII: pop-core sorts names by UTF-16, the protocol by bytes. And a first letter that pop-core leaves alone. */
const name = fc
  .string({ unit: 'binary-ascii', minLength: 1, maxLength: 20 })
  .filter((text) => !/^[a-z]/.test(text) && !reserved.test(text) && text !== '__proto__');

const parameterName = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z]{0,12}(\.([1-9]|1[0-9])(\.[A-Z][a-z]{0,6})?)?$/) },
  { weight: 1, arbitrary: name },
);

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 15 }),
  fc.stringMatching(/^[ !'()*~+%&=/?#.\-_;:@,$"<>\\]{0,20}$/),
  fc.constantFrom('', ' ', '沙箱 account *~(1)!', '[{"Key":"a","Value":"b"}]', '\u0000', '\u{1f9d1}\u200d\u{1f680}'),
);

const parameters = fc.dictionary(parameterName, value, { maxKeys: 12, noNullPrototype: true });

const secret = fc.stringMatching(/^[A-Za-z0-9+/=]{1,40}$/);

const keys: fc.Arbitrary<Keys> = fc.record(
  { accessKeyId: fc.stringMatching(/^[A-Za-z0-9.]{1,30}$/), accessKeySecret: secret, securityToken: secret },
  { requiredKeys: ['accessKeyId', 'accessKeySecret'] },
);

it.each(['GET', 'POST'] as const)(
  'puts the same bytes on the wire as pop-core does, for 1500 random sets of parameters by %s',
  async (method) => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Z][A-Za-z]{1,20}$/), parameters, keys, async (action, set, pair) => {
        const theirs = await sentByPopCore(method, action, set, pair);

        expect(await sentByUs(method, action, set, pair)).toEqual(theirs);
        expect(theirs.method).toBe(method);
      }),
      runs(1500),
    );
  },
  120_000,
);

it('encodes flat lists as pop-core does', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 10 });
  const item = fc.record({ Name: text, Version: text, Skip: fc.boolean() }, { requiredKeys: ['Name'] });
  const pair = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  await fc.assert(
    fc.asyncProperty(fc.array(item, { maxLength: 12 }), text, async (BaselineItems, DisplayName) => {
      const request = { BaselineItems, DisplayName };
      const theirs = await sentByPopCore('POST', 'EnrollAccount', request, pair);

      expect(await sentByUs('POST', 'EnrollAccount', encodeParameters(EnrollAccount, request), pair)).toEqual(theirs);
    }),
    runs(300),
  );
});

it.each(vectorFile.vectors)('signs the vector “$name”', ({ method, params, accessKeySecret, canonical, signature }) => {
  const given = Object.fromEntries(Object.entries(params).filter(([, text]) => typeof text === 'string'));

  expect(signParameters(method === 'GET' ? 'GET' : 'POST', given, accessKeySecret)).toBe(
    `${canonical}&Signature=${encodeURIComponent(signature)}`,
  );
});

it('sends nothing of a text with half a surrogate pair; pop-core fails with a URIError', async () => {
  const half = fc.tuple(
    fc.string({ maxLength: 5 }),
    fc.integer({ min: 0xd800, max: 0xdfff }),
    fc.string({ maxLength: 5 }),
  );
  const pair = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
  await fc.assert(
    fc.asyncProperty(half, async ([before, unit, after]) => {
      const text = before + String.fromCharCode(unit) + after;

      await expect(sentByPopCore('POST', 'EnrollAccount', { DisplayName: text }, pair)).rejects.toThrow(
        'URI malformed',
      );
      const error = await failureOf(sentByUs('POST', 'EnrollAccount', { DisplayName: text }, pair));

      expect(error.kind).toBe('INVALID_REQUEST');
      expect(() => encodeParameters(EnrollAccount, { DisplayName: text })).toThrow('must be well-formed Unicode');
      expect(upstream.received).toEqual([]);
    }),
    runs(200),
  );
});

it('lets no parameter replace one of the protocol’s own', async () => {
  const pair = { accessKeyId: 'testid', accessKeySecret: 'testsecret', securityToken: 'token' };
  const evil = { Action: 'x', Version: 'x', Format: 'XML', AccessKeyId: 'x', SecurityToken: 'x', Timestamp: 'x' };
  const more = { SignatureNonce: 'x', SignatureMethod: 'x', SignatureVersion: 'x' };

  const { body } = await sentByUs('POST', 'GetCallerIdentity', { ...evil, ...more }, pair);

  const sent = new URLSearchParams(body);
  expect([...sent.values()]).not.toContain('x');
  expect(sent.get('Action')).toBe('GetCallerIdentity');
});
