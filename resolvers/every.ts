/** The test that all of these are, as far as they are given. Undefined if none is: then everything passes. */
export const every = <R>(
  tests: readonly (((record: R) => boolean) | undefined)[],
): ((record: R) => boolean) | undefined => {
  const given = tests.filter((test) => test !== undefined);
  return given.length === 0 ? undefined : (record) => given.every((test) => test(record));
};
