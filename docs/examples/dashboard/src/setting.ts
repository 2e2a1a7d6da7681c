/** A choice of the reader that outlives the page. */
export const setting = <T extends string>(name: string, preset: T, values: readonly T[]) => {
  const stored = localStorage.getItem(name);
  let current = values.find((value) => value === stored) ?? preset;
  return {
    get: () => current,
    set: (value: T) => {
      current = value;
      localStorage.setItem(name, value);
    },
  };
};
