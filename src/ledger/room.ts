import { UserError } from '../errors/UserError';
import type { Entry } from './Ledger';

/** The most that a ledger remembers, as the length of its entries in JSON: about 80,000 of them. */
export const defaultMaxBytes = 64 * 1024 * 1024;

/** How much room an entry takes. */
export const sizeOf = (entry: Entry): number => JSON.stringify(entry).length;

export const callerHasTooMany = (): UserError =>
  new UserError(
    'LIMIT_EXCEEDED',
    {
      en: 'The gateway remembers as many mutations of this caller as it can, so it begins no other one. Nothing was sent. It forgets each after IDEMPOTENCY_KEY_DAYS.',
      zh: '网关为此调用方记录的变更已达上限，不再开始新的变更。未发送任何请求。每条记录在 IDEMPOTENCY_KEY_DAYS 天后清除。',
    },
    undefined,
    true,
  );

export const ledgerIsFull = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'The gateway remembers as many mutations as it can, so it begins no other one. Nothing was sent. Its operator can set IDEMPOTENCY_KEY_DAYS to a shorter time.',
      zh: '网关记录的变更已达上限，不再开始新的变更。未发送任何请求，运维人员可缩短 IDEMPOTENCY_KEY_DAYS。',
    },
    undefined,
    true,
  );
