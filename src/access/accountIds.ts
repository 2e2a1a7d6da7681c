import type { Accounts } from './Principal';

/** Stands for every account. */
export const isAll = (text: unknown): boolean => text === '*';

/** The form of an account ID. */
export const accountIdPattern = /^\d{1,20}$/;

export const isAccountId = (text: string): boolean => accountIdPattern.test(text);

/** The account IDs among some values. */
export const accountsIn = (values: readonly unknown[]): ReadonlySet<string> => {
  const ids = values.filter((value): value is string => typeof value === 'string' && isAccountId(value));
  return new Set(ids);
};

/** Accounts as a claim names them: a list of IDs, or one text with spaces or commas between them. Numbers lose digits. */
export const readAccounts = (claim: unknown): Accounts => {
  const values = [claim].flat().flatMap((value: unknown) => (typeof value === 'string' ? value.split(/[\s,]+/) : []));
  return values.some(isAll) ? 'all' : accountsIn(values);
};
