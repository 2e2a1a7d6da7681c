import type { MutationClaim } from '../../src/ledger/Ledger';

/** The claim of a key: to create an account of that name. */
export const claimOf = (key: string): MutationClaim => ({
  key,
  inputHash: 'input',
  field: 'createAccount',
  subject: { kind: 'newAccount', accountNamePrefix: 'shop', displayName: key },
  language: 'en',
});
