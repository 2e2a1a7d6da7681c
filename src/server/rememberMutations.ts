import type { Logger } from 'pino';
import type { CurrentAccount } from '../auth/currentAccount';
import type { Ledger } from '../ledger/Ledger';
import { MemoryLedger } from '../ledger/MemoryLedger';
import { Reconciler } from '../ledger/Reconciler';
import { findEvidence, evidenceReads } from '../ledger/findEvidence';
import { reportFailures } from '../ledger/reportFailures';
import { cloudConfigApis } from '../loaders/cloud-config/cloudConfigApis';
import type { AuditLog } from '../observability/AuditLog';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Tracing } from '../observability/tracing/Tracing';
import type { Signal } from '../rpc/Cancellation';
import type { Clock } from '../rpc/clock';
import type { CloudConfigVersion } from '../settings';
import { defaultKeptMs } from '../settings/ledger';
import type { Upstream } from '../upstream';

interface Remembering {
  readonly upstream: Upstream;
  readonly cloudConfigVersion: CloudConfigVersion;
  readonly logger: Logger;
  readonly auditLog: AuditLog;
  readonly clock: Clock;
  /** Shared with requests, so that it is read once. */
  readonly currentAccount: CurrentAccount;
  readonly ledger?: Ledger;
  readonly reconcilePausesMs?: readonly number[];
  /** Aborted shortly before the end of a stop. */
  readonly end: Signal;
  readonly metrics?: Metrics;
  readonly tracing?: Tracing;
}

/** What remembers the mutations of a process, and what finds out how they ended. */
export const rememberMutations = ({
  upstream,
  cloudConfigVersion,
  logger,
  auditLog,
  clock,
  currentAccount,
  ledger: given = new MemoryLedger({ keptMs: defaultKeptMs, now: Date.now }),
  reconcilePausesMs,
  end,
  metrics,
  tracing,
}: Remembering): { readonly ledger: Ledger; readonly reconciler: Reconciler } => {
  const ledger = reportFailures(given, logger, metrics);
  metrics?.read('ledgerEntries', () =>
    Object.entries(given.counts?.() ?? {}).map(([state, count]) => [{ state }, count] as const),
  );
  const rpc = upstream.rpc.withContext({
    caller: 'reconciler',
    onAttempt: (made) => {
      tracing?.call(made);
      const { requestId: upstreamRequestId, ...attempt } = made;
      logger.debug({ caller: 'reconciler', ...attempt, upstreamRequestId }, 'upstream attempt');
    },
  });
  const reads = evidenceReads(
    rpc,
    (accountId) => currentAccount.callOptions(accountId, rpc),
    cloudConfigApis[cloudConfigVersion],
  );
  const reconciler = new Reconciler({
    ledger,
    look: (subject, since) => findEvidence(subject, since, reads),
    clock,
    logger,
    signal: end,
    pausesMs: reconcilePausesMs,
    onResolved: async ({ id, field, subject }, { outcome, accountId }) => {
      // What was read while the outcome was unknown may be out of date.
      upstream.forget();
      const entry = { phase: 'reconciled', ledgerId: id, mutation: field, subject, outcome, accountId };
      logger.info(entry, 'mutation outcome found out');
      try {
        await auditLog.write({ msg: 'audit', ...entry });
      } catch (error) {
        logger.error({ code: (error as { code?: unknown }).code, entry }, 'audit log cannot be written');
      }
    },
  });
  metrics?.read('mutationsUnresolved', () => [[{}, reconciler.watching]]);
  return { ledger, reconciler };
};
