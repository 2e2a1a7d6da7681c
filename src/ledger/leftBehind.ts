import { toClientError } from '../errors/ClientError';
import { UserError } from '../errors/UserError';
import type { Entry } from './Ledger';

/** A mutation that was on its way when the process ended. */
export const leftBehind = (entry: Entry): Entry => {
  const errors = [toClientError(processEnded, entry.language)];
  return { ...entry, state: 'UNKNOWN', end: { outcome: 'UNKNOWN', errors, requestId: null } };
};

const processEnded = new UserError('UPSTREAM_UNAVAILABLE', {
  en: 'The gateway process ended while the mutation was on its way. Whether it was carried out is being found out. Send it again with the same idempotencyKey to learn the result.',
  zh: '变更发送过程中网关进程已结束，正在确认其是否已执行。请使用相同的 idempotencyKey 再次发送以了解结果。',
});
