import type { Logger } from 'pino';
import { UserError } from '../errors/UserError';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Ledger } from './Ledger';

/**
 * A ledger that logs and counts what it cannot keep. The sender of a mutation gets the failure; a mutation that has ended has ended.
 */
export const reportFailures = (ledger: Ledger, logger: Logger, metrics?: Metrics): Ledger => {
  const report = (error: unknown): void => {
    metrics?.count('ledgerFailures', {});
    logger.error({ code: (error as { code?: unknown }).code }, 'mutation ledger cannot be written');
  };
  return {
    claim: async (claim) => {
      try {
        return await ledger.claim(claim);
      } catch (error) {
        if (error instanceof UserError && error.code === 'LIMIT_EXCEEDED') {
          logger.warn({ field: claim.field }, 'a caller has filled its part of the mutation ledger');
        } else {
          metrics?.count('ledgerFailures', {});
          logger.error({ field: claim.field }, 'mutation ledger is full, or cannot be reached');
        }
        throw error;
      }
    },
    seek: (keys) => ledger.seek(keys),
    sent: async (id, sentAt) => {
      try {
        await ledger.sent(id, sentAt);
      } catch (error) {
        report(error);
        throw error;
      }
    },
    end: (id, end) => ledger.end(id, end).catch(report),
    release: (id) => ledger.release(id).catch(report),
    find: (id) => ledger.find(id),
    unresolved: () => ledger.unresolved(),
    isShared: ledger.isShared,
  };
};
