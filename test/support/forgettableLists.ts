import { KnownLists } from '../../src/loaders/KnownLists';

/** What a process knows of lists, and how to make it forget that. */
export interface ForgettableLists {
  readonly lists: KnownLists;
  readonly forget: () => void;
}

export const forgettableLists = (): ForgettableLists => {
  let memory = new KnownLists();
  const lists = new Proxy(memory, {
    get: (_, name) => {
      const value: unknown = Reflect.get(memory, name);
      return typeof value === 'function' ? (value.bind(memory) as unknown) : value;
    },
  });
  return {
    lists,
    forget: () => {
      memory = new KnownLists();
    },
  };
};
