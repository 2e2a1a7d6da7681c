import type { RpcError, RpcFailureKind, RpcFailureReason } from './RpcError';

const transientKinds: ReadonlySet<RpcFailureKind> = new Set<RpcFailureKind>([
  'NOT_SENT',
  'THROTTLING',
  'SERVER',
  'CONNECTION',
  'TIMEOUT',
]);

/** The reasons that say more than the kind. */
const byReason: Partial<Record<RpcFailureReason, boolean>> = {
  CERTIFICATE: false,
  NO_ENDPOINT: false,
  CUT_OFF: true,
  BROKEN_BODY: true,
};

/** Whether the same call may succeed later, without anybody correcting anything. */
export const isTransient = ({ kind, reason }: Pick<RpcError, 'kind' | 'reason'>): boolean =>
  (reason && byReason[reason]) ?? transientKinds.has(kind);
