import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A document of `schema/operations`, as the explorers open it. */
export interface ExplorerDocument {
  /** Its operation's name. */
  readonly name: string;
  readonly query: string;
  /** Variables in JSON. Empty if it has none. */
  readonly variables: string;
}

/** The order of the tabs. Documents that are not named follow in the order of their names. */
const order = ['WhoAmI', 'WhatChanged', 'RecentChanges', 'AccountsInFolder', 'Enrollments', 'EnableDirectory'];

let documents: readonly ExplorerDocument[] | undefined;

/**
 * The documents that Sandbox and GraphiQL open: `<name>.graphql`, with its variables in `<name>.json`. They are read
 * once.
 */
export const explorerDocuments = (): readonly ExplorerDocument[] => (documents ??= readDocuments());

const readDocuments = (): readonly ExplorerDocument[] => {
  const folder = join(packageRoot(__dirname), 'schema', 'operations');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.replace(/\.graphql$/, ''))
    .sort((one, other) => rankOf(one) - rankOf(other) || one.localeCompare(other))
    .map((name) => {
      const variables = join(folder, `${name}.json`);
      return {
        name,
        query: readFileSync(join(folder, `${name}.graphql`), 'utf8'),
        variables: existsSync(variables) ? readFileSync(variables, 'utf8') : '',
      };
    });
};

const rankOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** The nearest folder with a `package.json`: the code runs from `src` and, once built, from `dist/src`. */
const packageRoot = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder));
