import { startEmulator, type Emulator } from '../../../src/emulator/emulator';
import { isSameSignature, percentEncode, signatureOf, stringToSign } from '../../../src/emulator/signature';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { operations } from '../../../src/operations';
import { vectors } from '../../facts/signature-vectors.json';
import { encodeAll, send, type Parameters } from './rawClient';

type Vector = Omit<(typeof vectors)[number], 'params'> & { readonly params: Parameters };
const published = vectors as unknown as readonly Vector[];

const signer = {
  accountId: '1587203946182045',
  identityType: 'RAMUser',
  principalId: '273914650082937415',
  arn: 'acs:ram::1587203946182045:user/gateway',
} as const;

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

/** The fresh world with the key of the vectors, temporary if the vector has a token. */
function startFor({ params, accessKeySecret }: Vector): Promise<Emulator> {
  const securityToken = params.SecurityToken;
  const now = Date.parse(params.Timestamp ?? '');
  return startEmulator({
    wallClock: () => now,
    world: () => ({
      ...createWorld('fresh'),
      accessKey: (id) => ({
        id,
        secret: accessKeySecret,
        active: true,
        caller: signer,
        session: securityToken === undefined ? undefined : { securityToken, expiresAt: now + 1 },
      }),
    }),
  });
}

it.each(published)('The emulator calculates the published signature: $name', (vector) => {
  const text = stringToSign(vector.method, new Map(Object.entries(vector.params)));

  expect(text).toBe(vector.stringToSign);
  expect(signatureOf(text, vector.accessKeySecret)).toBe(vector.signature);
});

/** The emulator looks an action up before it looks at the signature, and not every published one is known yet. */
const known = published.filter(({ params }) => operations.some(({ action }) => action === params.Action));

it.each(known)('The published signature is accepted over HTTP: $name', async (vector) => {
  emulator = await startFor(vector);
  const { method, params, signature } = vector;
  const encoded = encodeAll({ ...params, Signature: signature });

  await send(emulator.url, method === 'GET' ? { method, query: encoded } : { method, body: encoded });

  expect(emulator.calls.all()).toMatchObject([{ callerId: signer.principalId, action: params.Action }]);
});

it('Names are sorted by their bytes, not by their UTF-16 units', () => {
  const parameters = new Map([
    ['\u{1F600}', 'above the basic plane'],
    ['\uFF21', 'below it'],
  ]);

  const [, , canonical = ''] = stringToSign('GET', parameters).split('&');

  expect(
    decodeURIComponent(canonical)
      .split('&')
      .map((pair) => decodeURIComponent(pair)),
  ).toEqual(['\uFF21=below it', '\u{1F600}=above the basic plane']);
});

it('A name comes before the longer ones that begin with it, whatever their next character is', () => {
  const parameters = new Map([
    ['Tag.1.Key', 'a'],
    ['Tag-1', 'b'],
    ['Tag', 'c'],
  ]);

  const [, , canonical = ''] = stringToSign('GET', parameters).split('&');

  expect(decodeURIComponent(canonical)).toBe('Tag=c&Tag-1=b&Tag.1.Key=a');
});

it('Every byte is encoded but the unreserved ones', () => {
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');

  expect(percentEncode(ascii).replace(/%[0-9A-F]{2}/g, '')).toBe(
    '-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~',
  );
  expect(percentEncode("a b*~+é!'()")).toBe('a%20b%2A~%2B%C3%A9%21%27%28%29');
});

it('A signature of another length is not the same', () => {
  expect(isSameSignature('abc=', 'abc=')).toBe(true);
  expect(isSameSignature('abc=', 'abd=')).toBe(false);
  expect(isSameSignature('abc=', 'abc')).toBe(false);
});
