import * as fc from 'fast-check';
import { GetAccount } from '../../../src/operations';
import type { TimelineKind } from '../../../src/pagination/TimelineKind';
import type { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import type { TimelineFetch } from '../../../src/pagination/readTimelinePage';
import { readTimelinePage } from '../../../src/pagination/readTimelinePage';

/** Records that have nothing in common with configuration changes except the time. */
interface Reading {
  readonly CaptureTime: number;
  readonly Degrees: number;
}

const readings: TimelineKind<Reading> = { operation: GetAccount, contentOf: ({ Degrees }) => String(Degrees) };
const window = { from: 1000, to: 1010 };

/** Lists readings, newest first, in pages of at most three. */
const listing =
  (records: readonly Reading[]): TimelineFetch<Reading> =>
  ({ StartTime, EndTime, Limit, NextToken = '0' }) => {
    const listed = records
      .filter(({ CaptureTime }) => CaptureTime >= StartTime && CaptureTime <= EndTime)
      .sort((a, b) => b.CaptureTime - a.CaptureTime);
    const start = Number(NextToken);
    const end = start + Math.min(Limit, 3);
    return Promise.resolve({
      records: listed.slice(start, end),
      nextToken: end < listed.length ? String(end) : undefined,
    });
  };

it('pages records of any kind, each of the window once, newest first', async () => {
  const record = fc.record({
    CaptureTime: fc.integer({ min: 998, max: 1011 }),
    Degrees: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { maxLength: 25 }), fc.integer({ min: 1, max: 6 }), async (records, first) => {
      const read: Reading[] = [];
      let position: TimelinePosition | undefined;
      for (let hasNextPage = true; hasNextPage;) {
        const page = await readTimelinePage(readings, { ...window, first, position }, listing(records));
        read.push(...page.edges.map((edge) => edge.record));
        position = page.end;
        ({ hasNextPage } = page);
      }

      const times = read.map(({ CaptureTime }) => CaptureTime);
      const texts = (all: readonly Reading[]) => all.map((one) => JSON.stringify(one)).sort();
      const within = records.filter(({ CaptureTime }) => CaptureTime >= window.from && CaptureTime < window.to);
      const keys = new Map(within.map((one) => [`${one.CaptureTime} ${one.Degrees}`, one]));
      expect(times).toEqual([...times].sort((a, b) => b - a));
      expect(texts(read)).toEqual(texts([...keys.values()]));
    }),
    { numRuns: 100 },
  );
});

it('names the operation of the kind if the upstream brings nothing new', async () => {
  const stuck: TimelineFetch<Reading> = () => Promise.resolve({ records: [], nextToken: 'again' });

  await expect(readTimelinePage(readings, { ...window, first: 5 }, stuck)).rejects.toMatchObject({
    kind: 'BAD_RESPONSE',
    action: 'GetAccount',
  });
});
