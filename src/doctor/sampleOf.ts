/** So many members stand for all: the first, the last, and some between. */
const sampleSize = 20;

/** At most 20 of all, spread evenly: what is wrong with one kind of account shows, at a cost that does not grow. */
export function sampleOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= sampleSize) return all;
  const step = (all.length - 1) / (sampleSize - 1);
  return Array.from({ length: sampleSize }, (_, index) => all[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
