/** Whether a number can be an account id at all: 16 digits usually, fewer in printed samples, never 0. */
export const isAccountId = (text: string): boolean => /^[1-9]\d{5,17}$/.test(text);
