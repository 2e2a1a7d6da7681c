import { AnswerCache } from '../../../src/cache/AnswerCache';
import { ManualClock } from '../rpc/manualClock';

const clock = new ManualClock();
const outcome = (text: string) => ({ answer: { RequestId: 'R', text } });

it('returns an answer again until its time is over, counted from its request', () => {
  const cache = new AnswerCache(1_000_000, clock);
  const askedAt = clock.now();
  clock.advance(300);
  cache.remember('key', outcome('a'), askedAt, 1000);

  clock.advance(600);
  expect(cache.get('key')).toEqual({ outcome: outcome('a'), ageMs: 900 });
  clock.advance(101);
  expect(cache.get('key')).toBeUndefined();
});

it('keeps nothing that is too old when it comes, and nothing without a time to live', () => {
  const cache = new AnswerCache(1_000_000, clock);
  const askedAt = clock.now();
  clock.advance(1000);

  cache.remember('late', outcome('a'), askedAt, 1000);
  cache.remember('never', outcome('a'), clock.now(), 0);

  expect([cache.get('late'), cache.get('never'), cache.bytes]).toEqual([undefined, undefined, 0]);
});

it('holds no more than it may, and drops what was not used for longest', () => {
  const cache = new AnswerCache(100_000, clock);
  const large = 'x'.repeat(12_000);
  ['one', 'two'].forEach((key) => {
    cache.remember(key, outcome(large), clock.now(), 1000);
  });
  cache.get('one');

  cache.remember('three', outcome(large), clock.now(), 1000);
  cache.remember('larger than all', outcome('x'.repeat(100_000)), clock.now(), 1000);

  expect(['one', 'two', 'three', 'larger than all'].map((key) => cache.get(key) !== undefined)).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(cache.bytes).toBeLessThanOrEqual(100_000);
});

it('lets go of what is too old, though nobody asks for it', () => {
  const cache = new AnswerCache(1_000_000, clock);
  cache.remember('old', outcome('a'), clock.now(), 1000);
  clock.advance(5000);

  cache.remember('new', outcome('a'), clock.now(), 1000);
  const { bytes } = cache;
  clock.advance(5000);
  cache.remember('newer', outcome('a'), clock.now(), 1000);

  expect(bytes).toBeGreaterThan(0);
  expect(cache.bytes).toBe(bytes + 2 * 3);
});

it('forgets everything at once', () => {
  const cache = new AnswerCache(1_000_000, clock);
  cache.remember('key', outcome('a'), clock.now(), 1000);

  cache.clear();

  expect([cache.get('key'), cache.bytes]).toEqual([undefined, 0]);
});
