/** How many names have a label each. */
const defaultMost = 100;

/** How often a name has to come before it gets one. */
const fewest = 3;

/** How many names without a label are counted: clients may send any. */
const mostCandidates = 1000;

export interface OperationNamesOptions {
  /** The only names that get a label. Default: the most frequent ones. */
  readonly known?: Iterable<string>;
  /** Default 100. */
  readonly most?: number;
  /** Called when a name loses its label to one that comes more often. */
  readonly onDropped?: (name: string) => void;
}

/** The label of operations without a name. */
export const anonymous = 'anonymous';

/** The label of requests that were refused before they had an operation. */
export const noOperation = 'none';

/** The label of all other names. */
const other = 'other';

/**
 * Decides which names of operations are labels of metrics, so that clients cannot make any number of them: the known
 * ones, or else those that come most often.
 */
export class OperationNames {
  private readonly labels = new Map<string, { times: number }>();
  private readonly candidates = new Map<string, number>();
  private readonly isClosed: boolean;

  constructor(private readonly options: OperationNamesOptions = {}) {
    this.isClosed = options.known !== undefined;
    for (const name of options.known ?? []) this.labels.set(name, { times: 0 });
  }

  /** Counts an operation. @returns its label. */
  labelOf(name: string | undefined): string {
    if (name === undefined) return anonymous;
    const known = this.labels.get(name);
    if (known !== undefined) {
      known.times += 1;
      return name;
    }
    return !this.isClosed && this.mayEnter(name) ? name : other;
  }

  private mayEnter(name: string): boolean {
    // Their own names would be taken for what they stand for.
    if (name === other || name === anonymous || name === noOperation) return false;
    const times = (this.candidates.get(name) ?? 0) + 1;
    this.candidates.delete(name);
    if (times >= fewest && this.makeRoomFor(times)) {
      this.labels.set(name, { times });
      return true;
    }
    this.candidates.set(name, times);
    const [oldest] = this.candidates.keys();
    if (this.candidates.size > mostCandidates && oldest !== undefined) this.candidates.delete(oldest);
    return false;
  }

  /** Takes the label of the rarest name if the new one has come twice as often. */
  private makeRoomFor(times: number): boolean {
    if (this.labels.size < (this.options.most ?? defaultMost)) return true;
    let rarest: { readonly name: string; readonly times: number } | undefined;
    for (const [name, { times: known }] of this.labels)
      if (rarest === undefined || known < rarest.times) rarest = { name, times: known };
    if (rarest === undefined || rarest.times * 2 > times) return false;
    this.labels.delete(rarest.name);
    this.options.onDropped?.(rarest.name);
    return true;
  }
}
