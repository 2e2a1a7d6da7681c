/** Keys of mutations that were sent and whose outcome is not known, by what they do. */
const keys = new Map<string, string>();

/**
 * The key of a mutation that does this. If its response is lost, the next attempt has the same key, so nothing is done
 * twice.
 */
export const keyFor = (what: string): string => {
  const key = keys.get(what) ?? crypto.randomUUID();
  keys.set(what, key);
  return key;
};

/** Forgets the key if the outcome is known: what follows is a new mutation. */
export const settle = (what: string, outcome: string | undefined): void => {
  if (outcome !== undefined && outcome !== 'UNKNOWN') keys.delete(what);
};
