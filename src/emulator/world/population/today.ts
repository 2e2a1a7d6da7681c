/** Resources of an owner that can change in one day: each account has more. */
const mostOfOwner = 40;

/** How many resources of each owner, by its position, changed in the last day. */
export type TodaysOwners = ReadonlyMap<number, number>;

/**
 * Deals changes round the members of a directory that record everything: the first ones to members far apart, the
 * others to the same members again.
 */
export function todaysOwners({
  count,
  size,
  records,
}: {
  readonly count: number;
  readonly size: number;
  readonly records: (index: number) => boolean;
}): TodaysOwners {
  const recording = Array.from({ length: size }, (_, index) => index).filter(records);
  if (count > recording.length * mostOfOwner) {
    throw new RangeError(
      `At most ${recording.length * mostOfOwner} resources of ${size} members can change in a day, but got ${count}.`,
    );
  }
  const owners = new Map<number, number>();
  const apart = Math.max(1, Math.floor(recording.length / Math.max(1, count)));
  for (let dealt = 0; dealt < count; dealt++) {
    const owner = recording[(dealt * apart) % recording.length] ?? 0;
    owners.set(owner, (owners.get(owner) ?? 0) + 1);
  }
  return owners;
}
