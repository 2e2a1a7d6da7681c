import type { Clock } from '../rpc/clock';

/** So many folders are kept: more than a directory may have. */
const maxFolders = 10_000;

interface Children {
  readonly ids: ReadonlySet<string>;
  readonly total: number;
  /** When they were listed from the first on. */
  readonly since: number;
}

/** The folders of the directory, as far as lists of them were read. */
export class KnownFolders {
  private readonly children = new Map<string, Children>();
  private levels: readonly number[] | undefined;
  private isWhole = false;
  /** When the oldest list ends to count. */
  private until = Infinity;

  /** @param learnedMs how long a list that was read says how many folders there are. */
  constructor(
    private readonly clock: Clock,
    private readonly learnedMs: number,
  ) {}

  /** How many folders the directory has, its root folder included. Undefined unless all of them were listed. */
  count(): number | undefined {
    const levels = this.currentLevels();
    return this.isWhole ? levels.reduce((total, count) => total + count, 0) : undefined;
  }

  /** How many folders are `depth` levels below the root folder. Undefined unless all above these were listed. */
  countAt(depth: number): number | undefined {
    const levels = this.currentLevels();
    return levels[depth] ?? (this.isWhole ? 0 : undefined);
  }

  /** @param isFirst whether these are the first children in the list of the parent. */
  learn(parentId: string, ids: readonly string[], total: number, isFirst: boolean): void {
    const before = isFirst ? undefined : this.children.get(parentId);
    if (this.children.size >= maxFolders) this.children.clear();
    const since = before?.since ?? this.clock.now();
    this.children.set(parentId, { ids: new Set([...(before?.ids ?? []), ...ids]), total, since });
    this.levels = undefined;
  }

  private currentLevels(): readonly number[] {
    const now = this.clock.now();
    if (now >= this.until) this.forgetBefore(now - this.learnedMs);
    return (this.levels ??= this.countLevels());
  }

  private forgetBefore(end: number): void {
    for (const [parentId, { since }] of this.children) if (since <= end) this.children.delete(parentId);
    this.levels = undefined;
  }

  private countLevels(): readonly number[] {
    const levels: number[] = [];
    this.until = Math.min(...[...this.children.values()].map(({ since }) => since)) + this.learnedMs;
    let level = [...this.children.keys()].filter(isRoot);
    this.isWhole = level.length === 1;
    while (level.length > 0 && (levels.length > 0 || this.isWhole)) {
      levels.push(level.length);
      const lists = level.map((folderId) => this.children.get(folderId));
      if (lists.some((list) => list === undefined || list.ids.size < list.total)) {
        this.isWhole = false;
        break;
      }
      level = lists.flatMap((list) => [...(list?.ids ?? [])]);
    }
    return levels;
  }
}

/** The ID of a root folder begins with `r-`: Resource Management 2020-03-31. */
const isRoot = (folderId: string): boolean => folderId.startsWith('r-');
