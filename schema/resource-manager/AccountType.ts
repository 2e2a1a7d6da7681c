import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  CLOUD_ACCOUNT: 'An account with a root user that can sign in.',
  RESOURCE_ACCOUNT: 'An account that was created in the directory and has no root user.',
};

export const AccountType = defineEnum('AccountType', 'Kind of a member of the resource directory.', {
  ...known,
  UNKNOWN: unknownBeside('rawType'),
});
export type AccountType = keyof typeof AccountType;

export const AccountTypeInput = defineEnum(
  'AccountTypeInput',
  'Kind of a member of the resource directory, as a filter.',
  known,
);
export type AccountTypeInput = keyof typeof AccountTypeInput;

const names = { CloudAccount: 'CLOUD_ACCOUNT', ResourceAccount: 'RESOURCE_ACCOUNT' } as const;

/** Reads a member's kind as the upstream prints it. */
export const parseAccountType = (raw: string | undefined): AccountType => enumValue(names, raw);
