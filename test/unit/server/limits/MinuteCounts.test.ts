import { MinuteCounts } from '../../../../src/server/limits/MinuteCounts';

const start = () => {
  const time = { now: 1000 };
  return { time, counts: new MinuteCounts(() => time.now) };
};

describe('the counts of a minute', () => {
  it('are those of each caller, from its first on, for a minute', () => {
    const { time, counts } = start();
    counts.add('a', 2);
    time.now += 30_000;
    counts.add('b', 1);

    expect([counts.add('a', 3), counts.of('b'), counts.of('c')]).toEqual([5, 1, 0]);
    expect([counts.leftMs('a'), counts.leftMs('b')]).toEqual([30_000, 60_000]);

    time.now += 30_000;
    expect([counts.of('a'), counts.of('b')]).toEqual([0, 1]);
    expect([counts.add('a', 1), counts.leftMs('a')]).toEqual([1, 60_000]);
  });

  it('never fall below nothing, and what was taken in an earlier minute is not given back', () => {
    const { time, counts } = start();
    counts.add('a', 1);
    counts.giveBack('a', 5);
    expect(counts.add('a', 1)).toBe(1);

    time.now += 60_000;
    counts.giveBack('a', 1);
    expect(counts.add('a', 1)).toBe(1);
  });

  it('keep no caller whose minute is over, as soon as another begins', () => {
    const { time, counts } = start();
    for (let index = 0; index < 1000; index += 1) counts.add(`caller ${index}`, 1);
    time.now += 60_000;
    counts.add('a', 1);

    expect(Reflect.get(counts, 'minutes')).toHaveProperty('size', 1);
  });
});
