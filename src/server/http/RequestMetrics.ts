import type { Buckets, Tally } from '../../observability/metrics/Buckets';
import type { Metrics } from '../../observability/metrics/Metrics';
import { noOperation, OperationNames } from '../../observability/metrics/OperationNames';
import type { Incoming } from './Incoming';

/** How a request ended. */
export type RequestOutcome = 'ok' | 'errors' | 'refused' | 'failed' | 'aborted';

const outcomes: readonly RequestOutcome[] = ['ok', 'errors', 'refused', 'failed', 'aborted'];

/** What is counted of one operation. */
interface Counted {
  readonly duration: Buckets;
  readonly outcomes: Map<RequestOutcome, Tally>;
}

/** Counts requests. One object for all of them. */
export class RequestMetrics {
  private readonly names: OperationNames;
  private readonly operations = new Map<string, Counted>();
  /** By path and status. */
  private readonly responses = new Map<string, Map<number, Tally>>();
  private inFlight = 0;

  /** @param known the only names of operations that metrics have. Default: the most frequent ones. */
  constructor(
    private readonly metrics: Metrics,
    known: Iterable<string> | undefined,
  ) {
    this.names = new OperationNames({
      known,
      onDropped: (operation) => {
        this.operations.delete(operation);
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
    this.inFlight -= 1;
    if (outcome !== 'aborted') this.responsesOf(path ?? 'none', response.statusCode).value += 1;
    if (path !== '/graphql') return;
    const trace = context?.trace;
    const operation = trace?.operationType === undefined ? noOperation : this.names.labelOf(trace.operationName);
    const counted = this.countedOf(operation);
    counted.duration.observe(durationMs / 1000);
    this.outcomeOf(counted, operation, outcome).value += 1;
    for (const code of trace?.errorCodes ?? []) this.metrics.count('errors', { code });
  }

  private countedOf(operation: string): Counted {
    const known = this.operations.get(operation);
    if (known !== undefined) return known;
    const counted = { duration: this.metrics.buckets('requestDuration', { operation }), outcomes: new Map() };
    this.operations.set(operation, counted);
    return counted;
  }

  private outcomeOf({ outcomes: known }: Counted, operation: string, outcome: RequestOutcome): Tally {
    const tally = known.get(outcome) ?? this.metrics.tally('requests', { operation, outcome });
    known.set(outcome, tally);
    return tally;
  }

  private responsesOf(path: string, status: number): Tally {
    const ofPath = this.responses.get(path) ?? new Map<number, Tally>();
    this.responses.set(path, ofPath);
    const tally = ofPath.get(status) ?? this.metrics.tally('responses', { path, status: String(status) });
    ofPath.set(status, tally);
    return tally;
  }
}
