import type { Alarm } from '../../src/observability/Alarm';
import { GetCallerIdentity, InitResourceDirectory } from '../../src/operations';
import { isCertificateCode } from '../../src/rpc/certificates';
import { startTlsFront } from '../support/network';
import { clientOf, failureOf } from './clients';
import { goodBody, reply, Upstream } from './upstream';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

it.each([
  ['a read', GetCallerIdentity],
  ['a write', InitResourceDirectory],
])('a certificate that is not valid ends %s at once, and raises one alarm a minute', async (_, operation) => {
  const upstream = await Upstream.start(reply(200, goodBody));
  const front = await startTlsFront(Number(new URL(upstream.origin).port));
  const alarms: Alarm[] = [];
  const client = clientOf({ origin: `https://127.0.0.1:${front.port}` }, { onAlarm: (alarm) => alarms.push(alarm) });
  closing.push(client, front, upstream);

  const errors = [await failureOf(client.call(operation, {})), await failureOf(client.call(operation, {}))];

  const failure = { kind: 'NOT_SENT', reason: 'CERTIFICATE', detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', attempt: 1 };
  expect(errors).toMatchObject([failure, failure]);
  expect(front.connections).toBe(2);
  expect(alarms).toEqual([
    {
      kind: 'CERTIFICATE',
      product: operation.product.code,
      action: operation.action,
      detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    },
  ]);
  expect(upstream.received).toEqual([]);
});

it.each([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'CRL_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])('%s is about a certificate', (code) => {
  expect(isCertificateCode(code)).toBe(true);
});

it.each(['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'ERR_SSL_WRONG_VERSION_NUMBER', 'PROXY_407', undefined])(
  '%s is not about a certificate: another attempt may end otherwise',
  (code) => {
    expect(isCertificateCode(code)).toBe(false);
  },
);
