/** The lists whose length decides how single records of them are read. */
export type ListName = 'accounts' | 'enrolledAccounts' | 'accountFactoryBaselines';

/**
 * How long the upstream's lists were when they were last read, for the whole process: an estimate that decides what
 * is cheaper, and nothing else.
 */
export class ListLengths {
  private readonly lengths = new Map<ListName, number>();

  /** Undefined where the list was never read to its end. */
  of(list: ListName): number | undefined {
    return this.lengths.get(list);
  }

  learn(list: ListName, length: number): void {
    this.lengths.set(list, length);
  }
}
