/** The same set is the same filter. Undefined for an empty one: it leaves nothing out. */
export const toSet = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values == null || values.length === 0 ? undefined : [...new Set(values)].sort();
