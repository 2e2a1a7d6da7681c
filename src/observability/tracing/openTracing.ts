import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Settings } from '../../settings';
import type { Metrics } from '../metrics/Metrics';
import type { Tracing } from './Tracing';

/** A collector that is gone fails every few seconds: that is logged so often at most. Milliseconds. */
const repeatAfterMs = 60_000;

/**
 * Starts tracing if the settings name a collector. Otherwise it loads nothing.
 *
 * @param metrics counts spans that were lost. Default: nothing does.
 */
export const openTracing = async (
  { endpoint, protocol, isDisabled }: Settings['telemetry'],
  logger: Logger,
  metrics?: Metrics,
): Promise<Tracing | undefined> => {
  if (endpoint === undefined || isDisabled) return undefined;
  const { startTracing } = await import('./startTracing.js');
  let loggedAt = -Infinity;
  return startTracing({
    protocol,
    onFailure: (spans) => {
      metrics?.count('spanFailures', {}, spans);
      const now = performance.now();
      if (now - loggedAt < repeatAfterMs) return;
      loggedAt = now;
      logger.warn({ spans }, 'spans cannot be exported: the collector does not take them');
    },
  });
};
