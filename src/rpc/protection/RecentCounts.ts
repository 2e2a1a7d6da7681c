/** How precise a count is, milliseconds. */
const slotMs = 1000;

/** How many events there were in the last ten seconds, to the second. */
export class RecentCounts {
  private readonly slots = new Map<number, number>();

  constructor(private readonly windowMs = 10_000) {}

  add(now: number): void {
    const slot = Math.floor(now / slotMs);
    this.slots.set(slot, (this.slots.get(slot) ?? 0) + 1);
  }

  total(now: number): number {
    const oldest = Math.floor((now - this.windowMs) / slotMs);
    let total = 0;
    for (const [slot, count] of this.slots) {
      if (slot <= oldest) this.slots.delete(slot);
      else total += count;
    }
    return total;
  }

  clear(): void {
    this.slots.clear();
  }
}
