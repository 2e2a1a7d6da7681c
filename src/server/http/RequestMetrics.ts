import type { Metrics } from '../../observability/metrics/Metrics';
import { noOperation, OperationNames } from '../../observability/metrics/OperationNames';
import type { Incoming } from './Incoming';

/** How a request ended. */
export type RequestOutcome = 'ok' | 'errors' | 'refused' | 'failed' | 'aborted';

const outcomes: readonly RequestOutcome[] = ['ok', 'errors', 'refused', 'failed', 'aborted'];

/** Counts requests. One object for all of them. */
export class RequestMetrics {
  private readonly names: OperationNames;
  private inFlight = 0;

  /** @param known the only names of operations that metrics have. Default: the most frequent ones. */
  constructor(
    private readonly metrics: Metrics,
    known: Iterable<string> | undefined,
  ) {
    this.names = new OperationNames({
      known,
      onDropped: (operation) => {
        metrics.drop('requestDuration', { operation });
        for (const outcome of outcomes) metrics.drop('requests', { operation, outcome });
      },
    });
    metrics.read('requestsInFlight', () => [[{}, this.inFlight]]);
  }

  begin(): void {
    this.inFlight += 1;
  }

  /** @param outcome `aborted` if its client went away before the end of the answer. */
  end({ path, response, context }: Incoming, outcome: RequestOutcome, durationMs: number): void {
    const { metrics } = this;
    this.inFlight -= 1;
    if (outcome !== 'aborted') {
      metrics.count('responses', { path: path ?? 'none', status: String(response.statusCode) });
    }
    if (path !== '/graphql') return;
    const trace = context?.trace;
    const operation = trace?.operationType === undefined ? noOperation : this.names.labelOf(trace.operationName);
    metrics.count('requests', { operation, outcome });
    metrics.observe('requestDuration', { operation }, durationMs / 1000);
    for (const code of trace?.errorCodes ?? []) metrics.count('errors', { code });
  }
}
