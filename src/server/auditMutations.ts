import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Context } from '../context';
import { RpcError } from '../errors/RpcError';
import { UserError } from '../errors/UserError';
import { canonicalHash } from '../json/canonicalHash';
import type { AuditLog } from '../observability/AuditLog';
import { causeOf } from '../observability/causeOf';
import type { Metrics } from '../observability/metrics/Metrics';
import type { Clock } from '../rpc/clock';

interface Auditing {
  readonly log: AuditLog;
  readonly logger: Logger;
  readonly requestId: string;
  readonly traceId: string | undefined;
  /** Who asked. */
  readonly caller: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly metrics?: Metrics;
}

/**
 * Audits the mutations of one request: a line before the send, which has to be written, and one after. Neither has a value of
 * the input, only its hash, and the hash of the key: clients may put anything into it.
 */
export const auditMutations =
  ({ log, logger, requestId, traceId, caller, clock, metrics }: Auditing): Context['audit'] =>
  ({ product, action }, idempotencyKey) => {
    const startedAt = clock.now();
    const nonce = randomUUID();
    let attempts = 0;
    const about: Record<string, unknown> = {
      msg: 'audit',
      id: randomUUID(),
      requestId,
      traceId,
      caller,
      product: product.code,
      action,
      keyHash: idempotencyKey == null ? undefined : sha256(idempotencyKey),
    };
    return {
      nonce: () => {
        attempts += 1;
        return attempts === 1 ? nonce : `${nonce}-${attempts}`;
      },
      intend: async (request, accountId, ledgerId) => {
        Object.assign(about, { ledgerId, accountId, inputHash: canonicalHash(request) });
        try {
          await log.write({ ...about, phase: 'intent', nonce });
        } catch (error) {
          logger.error({ code: codeOf(error) }, 'audit log cannot be written');
          throw cannotAudit();
        }
      },
      end: async ({ outcome, repeated, code, upstreamRequestId, failure }) => {
        metrics?.count('mutations', { action, outcome });
        const cause = failure instanceof RpcError ? causeOf(failure) : undefined;
        const phase = repeated === undefined ? { phase: 'outcome' } : { phase: 'repeated', ledgerId: repeated };
        const sent = attempts === 0 ? {} : { nonce, attempts };
        const durationMs = Math.round(clock.now() - startedAt);
        const entry = { ...about, ...phase, ...sent, outcome, errorCode: code, upstreamRequestId, durationMs, cause };
        if (cause !== undefined) logger.warn({ requestId, traceId, ...cause }, 'upstream call failed');
        try {
          await log.write(entry);
        } catch (error) {
          // The mutation has ended: its outcome must not be lost.
          logger.error({ code: codeOf(error), entry }, 'audit log cannot be written');
        }
      },
    };
  };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

const cannotAudit = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'The gateway cannot write its audit log, so it sends no mutation. Nothing was sent. Its operator must correct this.',
      zh: '网关无法写入审计日志，因此不发送变更操作。未发送任何请求，需要网关的运维人员处理。',
    },
    undefined,
    true,
  );
