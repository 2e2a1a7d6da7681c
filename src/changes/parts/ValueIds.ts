/** Values nested deeper have no ID: to compare them would take more than the stack has. */
const maxDepth = 500;

/**
 * Numbers JSON values: two values have one number if and only if they are equal, whatever the order of the keys of
 * their objects. Each object and list is visited once, so to compare two of them again costs nothing.
 */
export class ValueIds {
  private readonly ids = new Map<string, number>();
  private readonly known = new Map<object, number>();

  /** @throws RangeError for a value that is nested too deep. */
  of(value: unknown, depth = 0): number {
    if (typeof value !== 'object' || value === null) return this.idOf(`${typeof value} ${String(value)}`);
    const known = this.known.get(value);
    if (known !== undefined) return known;
    if (depth > maxDepth) throw new RangeError('This value is nested too deep.');
    const id = this.idOf(Array.isArray(value) ? this.list(value, depth) : this.object(value, depth));
    this.known.set(value, id);
    return id;
  }

  areEqual(one: unknown, other: unknown): boolean {
    return this.of(one) === this.of(other);
  }

  private list(values: readonly unknown[], depth: number): string {
    return `list ${values.map((value) => this.of(value, depth + 1)).join()}`;
  }

  private object(value: object, depth: number): string {
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `members ${members.map(([name, member]) => JSON.stringify([name, this.of(member, depth + 1)])).join()}`;
  }

  private idOf(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) this.ids.set(text, (id = this.ids.size));
    return id;
  }
}
