import autocannon from 'autocannon';
import { differencesOf } from './answers';

/**
 * Makes the load of the comparison, in a process of its own. It gets a {@link Load} as a message, and answers with a
 * {@link LoadResult}.
 */

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly connections: number;
  /** How long it lasts, about, if {@link requests} is undefined: the last requests are cut off. */
  readonly seconds: number;
  /** How many requests to send. All of them are answered. */
  readonly requests?: number;
  /** Requests per second. If it is undefined, each connection sends the next one when it has the last answer. */
  readonly rate?: number;
  /** The answer of the baseline, parsed. */
  readonly expected: unknown;
}

export interface LoadResult {
  readonly requests: number;
  readonly requestsPerSecond: number;
  readonly elapsedSeconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers that are not the baseline’s. */
  readonly mismatches: number;
  /** Where the first of these differs. */
  readonly differences: readonly string[];
  /** Broken connections, timeouts, and answers with a status other than 2xx. */
  readonly failures: number;
}

/** Texts that were compared already: most answers have one of a few. */
const maxKnown = 1000;

const measure = async (load: Load): Promise<LoadResult> => {
  const { url, headers, body, connections, seconds, requests, rate, expected } = load;
  const known = new Map<string, boolean>();
  const times: number[] = [];
  let mismatches = 0;
  let differences: readonly string[] = [];

  const isExpected = (text: string): boolean => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = differencesOfText(expected, text);
    if (found.length > 0 && differences.length === 0) differences = found.slice(0, 5);
    if (known.size < maxKnown) known.set(text, found.length === 0);
    return found.length === 0;
  };

  const started = performance.now();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        ...(requests === undefined ? { duration: seconds } : { amount: requests }),
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        ...(rate === undefined ? {} : { overallRate: rate }),
        verifyBody: (received) => {
          const isRight = isExpected(String(received));
          if (!isRight) mismatches += 1;
          return isRight;
        },
      },
      (error: Error | null, done) => {
        if (error) reject(error);
        else resolve(done);
      },
    );
    instance.on('response', (_client: unknown, _status: unknown, _bytes: unknown, ms: unknown) => {
      times.push(Number(ms));
    });
  });
  const elapsedSeconds = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  return {
    requests: times.length,
    requestsPerSecond: times.length / elapsedSeconds,
    elapsedSeconds,
    p50Ms: times[Math.floor(times.length * 0.5)] ?? NaN,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? NaN,
    mismatches,
    differences,
    failures: result.errors + result.non2xx + result.timeouts,
  };
};

const differencesOfText = (expected: unknown, text: string): readonly string[] => {
  try {
    return differencesOf(expected, JSON.parse(text));
  } catch {
    return [`no JSON: ${text.slice(0, 200)}`];
  }
};

process.on('message', (load: Load) => {
  void measure(load).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit());
