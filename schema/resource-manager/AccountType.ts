import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

const known = ['CLOUD_ACCOUNT', 'RESOURCE_ACCOUNT'] as const;

const descriptions = {
  CLOUD_ACCOUNT: { description: 'An account of its own, with a root user that can sign in.' },
  RESOURCE_ACCOUNT: { description: 'An account that was made in the directory and has no root user.' },
};

export const AccountType = enumMembers(...known, 'UNKNOWN');
export type AccountType = keyof typeof AccountType;
registerEnumType(AccountType, {
  name: 'AccountType',
  description: 'Kind of a member of the resource directory.',
  valuesConfig: {
    ...descriptions,
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawType`.' },
  },
});

export const AccountTypeInput = enumMembers(...known);
export type AccountTypeInput = keyof typeof AccountTypeInput;
registerEnumType(AccountTypeInput, {
  name: 'AccountTypeInput',
  description: 'Kind of a member of the resource directory, to ask for.',
  valuesConfig: descriptions,
});

const names = { CloudAccount: 'CLOUD_ACCOUNT', ResourceAccount: 'RESOURCE_ACCOUNT' } as const;

/** Reads a member's kind as the upstream prints it. */
export const parseAccountType = (raw: string | undefined): AccountType => enumValue(names, raw);
