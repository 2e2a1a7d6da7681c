import autocannon from 'autocannon';
import { differencesOf } from './answers';
import { reconnectOnClose } from './reconnectOnClose';

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
  /** How the requests differ from each other. If it is undefined, they do not. */
  readonly variety?: Variety;
  /** The answer of the baseline, parsed. If it is undefined, no answer is compared. */
  readonly expected?: unknown;
}

/** What is another one in each of so many requests, before it begins again. */
export interface Variety {
  readonly of: 'documents' | 'callers';
  readonly count: number;
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

  const verifyBody = (received: unknown): boolean => {
    const isRight = isExpected(String(received));
    if (!isRight) mismatches += 1;
    return isRight;
  };

  const started = performance.now();
  let ended = started;
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        ...(requests === undefined ? { duration: seconds } : { amount: requests }),
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        setupClient: reconnectOnClose,
        ...(rate === undefined ? {} : { overallRate: rate }),
        ...(expected === undefined ? {} : { verifyBody }),
        ...(load.variety === undefined ? {} : { requests: [{ setupRequest: varied(load, load.variety) }] }),
      },
      (error: Error | null, done) => {
        if (error) reject(error);
        else resolve(done);
      },
    );
    instance.on('response', (_client: unknown, _status: unknown, _bytes: unknown, ms: unknown) => {
      times.push(Number(ms));
      // When it reports the end, a part of a second has passed in which nothing happened.
      ended = performance.now();
    });
  });
  const elapsedSeconds = (ended - started) / 1000;
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

/** Makes each request another one: by the name of its operation, or by the address that a proxy reports. */
const varied = ({ body, headers }: Load, { of, count }: Variety) => {
  let sent = 0;
  return (request: autocannon.Request): autocannon.Request => {
    const number = sent % count;
    sent += 1;
    return of === 'documents'
      ? { ...request, body: body.replace(/query (\w+)/, `query $1${number}`) }
      : {
          ...request,
          headers: { 'content-type': 'application/json', ...headers, 'x-forwarded-for': addressOf(number) },
        };
  };
};

/** An address of its own for each number below 16 million. */
const addressOf = (number: number): string => `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;

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
// The process that asked has ended: nobody waits for the load any more.
process.on('disconnect', () => process.exit());
