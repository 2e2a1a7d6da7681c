import type { Alarm } from '../../../src/observability/Alarm';
import { GetCallerIdentity, InitResourceDirectory } from '../../../src/operations';
import { alarmOf, createAlarms } from '../../../src/rpc/alarms';
import { failed } from './calls';
import { ManualClock } from './manualClock';

it.each([
  ['a certificate that is not valid', GetCallerIdentity, { kind: 'NOT_SENT', reason: 'CERTIFICATE' }, 'CERTIFICATE'],
  ['a wrong signature', GetCallerIdentity, { kind: 'AUTH', code: 'SignatureDoesNotMatch' }, 'SIGNATURE'],
  ['half a signature', GetCallerIdentity, { kind: 'AUTH', code: 'IncompleteSignature' }, 'SIGNATURE'],
  ['the nonce of a write', InitResourceDirectory, { kind: 'AUTH', code: 'SignatureNonceUsed' }, 'NONCE_USED'],
  ['the nonce of a read', GetCallerIdentity, { kind: 'AUTH', code: 'SignatureNonceUsed' }, undefined],
  ['a host that cannot be reached', GetCallerIdentity, { kind: 'NOT_SENT', detail: 'ECONNREFUSED' }, undefined],
  ['throttling', GetCallerIdentity, { kind: 'THROTTLING', code: 'Throttling.User' }, undefined],
] as const)('%s: %#', (_, operation, failure, kind) => {
  expect(alarmOf(failed(failure), operation)?.kind).toBe(kind);
});

it('raises the same alarm once a minute, and others at once', () => {
  const clock = new ManualClock();
  const raised: Alarm[] = [];
  const raise = createAlarms(clock, (alarm) => raised.push(alarm));
  const one: Alarm = { kind: 'SIGNATURE', product: 'Config' };
  const other: Alarm = { kind: 'SIGNATURE', product: 'Sts' };

  for (const alarm of [one, one, other]) raise(alarm);
  clock.advance(59_999);
  raise(one);
  clock.advance(1);
  raise(one);

  expect(raised).toEqual([one, other, one]);
});

it('ignores what an observer throws: a call must not fail for it', () => {
  const raise = createAlarms(new ManualClock(), () => {
    throw new Error('no disk left');
  });

  expect(() => {
    raise({ kind: 'CLOCK' });
  }).not.toThrow();
});
