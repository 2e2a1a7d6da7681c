/** World time: runs with real time from where it was set; can be set and stepped. Milliseconds since the epoch. */
export interface WorldClock {
  now(): number;
  set(now: number): void;
  advance(ms: number): void;
}
