import type { Operation } from '../../operations/operation';
import type { WindowLimits } from './SlidingWindow';

/** How much of the upstream's quotas one process of the gateway takes. */
export interface QuotaShare {
  /** Percent of each quota that all replicas take together: the rest is for others that call in the account. */
  readonly sharePercent: number;
  /** Processes that call with the same accounts, and divide that. */
  readonly replicas: number;
  /** What is taken for the quota of a read that has no published one. */
  readonly unknownReadsPerMinute: number;
  readonly unknownWritesPerMinute: number;
}

/** Only a window that is no longer is worth an even pace: anyone who stops a tenth recorder today must not wait for hours. */
const longestPacedSeconds = 60;

/**
 * The limits of one process for one operation in one account: its part of the share, half of its part of the quota at
 * once, of a quota of hours or days the whole share. A part of less than one call a window is one call in a longer window.
 */
export function limitsOf({ kind, quota }: Operation, share: QuotaShare): WindowLimits {
  const { sharePercent, replicas, unknownReadsPerMinute, unknownWritesPerMinute } = share;
  const unknownCalls = kind === 'read' ? unknownReadsPerMinute : unknownWritesPerMinute;
  const { calls: all, windowSeconds } = quota === 'unknown' ? { calls: unknownCalls, windowSeconds: 60 } : quota;

  const part = (all * sharePercent) / (100 * replicas);
  const calls = Math.max(1, Math.floor(part));
  const half = Math.max(1, Math.floor(all / replicas / 2));
  return {
    windowMs: (windowSeconds * 1000) / Math.min(1, part),
    calls,
    atOnce: windowSeconds > longestPacedSeconds ? calls : Math.min(calls, half),
    counted: Math.max(calls, Math.floor(all / replicas)),
  };
}
