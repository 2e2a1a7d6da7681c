import type { Change, Configuration, History, Slice } from './History';
import { firstAtOrAfter } from './History';

/** A time in which the type of a resource was not recorded: from the first to before the second. */
export interface Gap {
  readonly from: number;
  /** Infinity while it lasts. */
  readonly to: number;
}

/** A run of changes of the whole history, or the one change by which a gap ends. */
type Segment = { readonly from: number; readonly to: number } | { readonly change: Change };

const lengthOf = (segment: Segment): number => ('change' in segment ? 1 : segment.to - segment.from);

/**
 * A history as a recorder with gaps has it: what happened in a gap is lost, and at its end the resource, if it is there,
 * is discovered anew with its whole configuration.
 */
export class RecordedHistory implements History {
  readonly length: number;
  private readonly segments: readonly Segment[];

  /** @param gaps in order, none touching another. */
  constructor(
    private readonly whole: History,
    gaps: readonly Gap[],
  ) {
    const segments: Segment[] = [];
    let from = 0;
    for (const gap of gaps) {
      const lost = whole.between(gap.from, gap.to - 1);
      segments.push({ from, to: lost.from });
      const change = gap.to === Infinity ? undefined : discovery(whole, lost.to, gap.to);
      if (change) segments.push({ change });
      from = lost.to;
    }
    segments.push({ from, to: whole.length });
    this.segments = segments;
    this.length = segments.reduce((sum, segment) => sum + lengthOf(segment), 0);
  }

  get resource(): History['resource'] {
    return this.whole.resource;
  }

  slice(from: number, to: number): readonly Change[] {
    let start = 0;
    return this.segments.flatMap((segment) => {
      const first = Math.max(0, from - start);
      const last = Math.min(lengthOf(segment), to - start);
      start += lengthOf(segment);
      if (first >= last) return [];
      return 'change' in segment ? [segment.change] : this.whole.slice(segment.from + first, segment.from + last);
    });
  }

  between(start: number, end: number): Slice {
    const timeAt = (position: number): number => this.slice(position, position + 1)[0]?.capturedAt ?? Infinity;
    const from = firstAtOrAfter(this.length, timeAt, start);
    return { from, to: Math.max(from, firstAtOrAfter(this.length, timeAt, end + 1)) };
  }

  /** What the resource really was when the last of them was captured. */
  configurationAfter(count: number): Configuration {
    const [last] = this.slice(count - 1, count);
    if (!last) return this.whole.configurationAfter(0);
    return this.whole.configurationAfter(this.whole.between(-Infinity, last.capturedAt).to);
  }
}

/** How a resource that is there after so many changes is discovered; undefined for one that is not, or not any more. */
function discovery(whole: History, count: number, capturedAt: number): Change | undefined {
  const [last] = whole.slice(count - 1, count);
  if (!last || last.type === 'REMOVE') return undefined;
  const diff = Object.fromEntries([...whole.configurationAfter(count)].map(([name, value]) => [name, [null, value]]));
  return { ...last, capturedAt, type: 'DISCOVERED', diff: JSON.stringify(diff) };
}
