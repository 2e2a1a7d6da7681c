/**
 * Where keys come from: a path through the fields of a document, with their arguments. Keys that came the same way are the
 * same keys, and share one source, so that sources are compared without reading them.
 */
export class Source {
  private readonly below = new Map<string, Source>();

  /** The source that lies behind this one by a field. */
  at(label: string): Source {
    let source = this.below.get(label);
    if (source === undefined) this.below.set(label, (source = new Source()));
    return source;
  }
}
