import type { NonceMemory } from './NonceMemory';
import { invalid, missing, refuse } from './gatewayErrors';
import { isSameSignature, signatureOf, stringToSign } from './signature';
import type { WireParameters } from './wireParameters';
import type { AccessKey } from './world/AccessKey';
import type { World } from './world/World';

/** How far a request's time stamp may be from the server's clock. One page says 31 minutes, the error tables 15. */
const clockWindowMs = 15 * 60_000;

/** Temporary keys begin with this, and are refused without their token. */
const temporaryKeyPrefix = 'STS.';

/** Characters that tokens consist of; anything else is malformed rather than another key's. */
const tokenForm = /^[A-Za-z0-9+/=._\-!%]+$/;

export interface SignedRequest {
  readonly method: string;
  readonly parameters: WireParameters;
}

/** What authentication is done against. */
export interface Witnesses {
  readonly world: World;
  readonly nonces: NonceMemory;
  /** Milliseconds since the epoch: signatures live in real time, whatever time it is in the world. */
  readonly wallClock: () => number;
}

/**
 * Finds the key that signed a request, or refuses it.
 *
 * The order of the checks is not published; here what is missing comes first, then what is malformed, then the
 * clock, the key, its token, the signature, and last the nonce: only a request that was really signed uses one up.
 */
export function authenticate(
  { method, parameters }: SignedRequest,
  { world, nonces, wallClock }: Witnesses,
): AccessKey {
  const accessKeyId = required(parameters, 'AccessKeyId');
  const signatureMethod = required(parameters, 'SignatureMethod');
  const signatureVersion = required(parameters, 'SignatureVersion');
  const nonce = required(parameters, 'SignatureNonce');
  const timestamp = required(parameters, 'Timestamp');
  const signature = required(parameters, 'Signature');

  if (signatureMethod !== 'HMAC-SHA1') throw refuse('InvalidSignatureMethod');
  if (signatureVersion !== '1.0') throw invalid('SignatureVersion');
  if (Math.abs(wallClock() - parseTimestamp(timestamp)) > clockWindowMs) throw refuse('InvalidTimeStamp.Expired');

  const token = parameters.get('SecurityToken') ?? '';
  if (accessKeyId.startsWith(temporaryKeyPrefix) && token === '') throw missing('SecurityToken');
  const key = world.accessKey(accessKeyId);
  if (!key) throw refuse('InvalidAccessKeyId.NotFound');
  if (!key.active) throw refuse('InvalidAccessKeyId.Inactive');
  assertToken(key, token, wallClock());

  const text = stringToSign(method, parameters);
  if (!isSameSignature(signature, signatureOf(text, key.secret))) throw refuse('SignatureDoesNotMatch', text);
  if (!nonces.use(accessKeyId, nonce)) throw refuse('SignatureNonceUsed');
  return key;
}

function required(parameters: WireParameters, name: string): string {
  const value = parameters.get(name) ?? '';
  if (value === '') throw missing(name);
  return value;
}

/** `YYYY-MM-DDThh:mm:ssZ`, and a day and time that exist. */
function parseTimestamp(text: string): number {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== text.replace('Z', '.000Z')) {
    throw refuse('InvalidTimeStamp.Format');
  }
  return ms;
}

function assertToken(key: AccessKey, token: string, now: number): void {
  if (key.session === undefined && token === '') return;
  if (token === '') throw missing('SecurityToken');
  if (!tokenForm.test(token)) throw refuse('InvalidSecurityToken.Malformed');
  if (key.session?.securityToken !== token) throw refuse('InvalidSecurityToken.MismatchWithAccessKey');
  if (key.session.expiresAt <= now) throw refuse('InvalidSecurityToken.Expired');
}
