import { demoAccounts } from '../../src/emulator';
import type { TestGateway } from './startGateway';

/** Pages of `accounts`, as clients walk them. */

export interface AccountsPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly accountId: string }[];
}

export interface AccountsVariables {
  readonly first?: number;
  readonly after?: string | null;
  readonly filter?: object;
}

const document = `
  query ($first: Int, $after: String, $filter: AccountFilter) {
    accounts(first: $first, after: $after, filter: $filter) {
      pageInfo { hasNextPage endCursor } nodes { accountId }
    }
  }`;

export const askAccounts = (gateway: TestGateway, variables: AccountsVariables, headers?: Record<string, string>) =>
  gateway.query<{ accounts: AccountsPage | null }>(document, { ...variables }, headers);

/** @throws if no page comes. */
export const readAccounts = async (gateway: TestGateway, variables: AccountsVariables): Promise<AccountsPage> => {
  const { data, errors } = await askAccounts(gateway, variables);
  if (!data?.accounts || errors) throw new Error(`No page came: ${JSON.stringify(errors)}`);
  return data.accounts;
};

/** All pages, each of the same size. */
export const readAllAccounts = async (
  gateway: TestGateway,
  first: number,
  filter?: object,
): Promise<AccountsPage[]> => {
  const pages: AccountsPage[] = [];
  let after: string | null = null;
  do {
    const page: AccountsPage = await readAccounts(gateway, { first, after, filter });
    pages.push(page);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && pages.length < 100);
  return pages;
};

const keyOf = (accountId: string): string =>
  Object.entries(demoAccounts).find(([, id]) => id === accountId)?.[0] ?? accountId;

/** The accounts of pages, by their names in the demo world. */
export const keysOf = (pages: readonly AccountsPage[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ accountId }) => keyOf(accountId)));
