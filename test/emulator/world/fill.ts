/** A documented message with its `%s` filled in. */
export const fill = (message: string, names: readonly string[] = []): string =>
  names.reduce((text, name) => text.replace('%s', name), message);
