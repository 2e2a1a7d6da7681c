/** World time: runs with real time from where it was set; can be set and stepped. Milliseconds since the epoch. */
export interface WorldClock {
  now(): number;
  set(now: number): void;
  advance(ms: number): void;
}

/** How a {@link WorldClock} starts. */
export interface WorldClockOptions {
  /** What world time is when the clock is made. */
  readonly epoch: number;
  /** Real time, which world time keeps step with. */
  readonly wallClock?: () => number;
  /** True: time stands still between `set` and `advance`. */
  readonly frozen?: boolean;
}

/** Makes a clock for one world. Nothing is scheduled on it: states are derived from stored times and `now()`. */
export function createWorldClock({ epoch, wallClock = Date.now, frozen = false }: WorldClockOptions): WorldClock {
  const elapsed = frozen ? () => 0 : wallClock;
  let offset = epoch - elapsed();

  return {
    now: () => elapsed() + offset,
    set: (now) => {
      offset = now - elapsed();
    },
    advance: (ms) => {
      offset += ms;
    },
  };
}
