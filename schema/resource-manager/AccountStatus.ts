import { registerEnumType } from 'type-graphql';
import { enumMembers, enumValue } from '../enumValue';

const known = [
  'CREATE_SUCCESS',
  'INVITE_SUCCESS',
  'PROMOTE_VERIFYING',
  'PROMOTE_SUCCESS',
  'PROMOTE_FAILED',
  'PROMOTE_EXPIRED',
  'PROMOTE_CANCELLED',
] as const;

const descriptions = {
  CREATE_SUCCESS: { description: 'It was made in the directory.' },
  INVITE_SUCCESS: { description: 'It was invited, and joined.' },
  PROMOTE_VERIFYING: { description: 'It is being made a cloud account: its owner has yet to confirm.' },
  PROMOTE_SUCCESS: { description: 'It was made a cloud account.' },
  PROMOTE_FAILED: { description: 'It could not be made a cloud account.' },
  PROMOTE_EXPIRED: { description: 'The confirmation to make it a cloud account has expired.' },
  PROMOTE_CANCELLED: { description: 'Making it a cloud account was called off.' },
};

export const AccountStatus = enumMembers(...known, 'UNKNOWN');
export type AccountStatus = keyof typeof AccountStatus;
registerEnumType(AccountStatus, {
  name: 'AccountStatus',
  description: 'How a member of the resource directory came to be in its present state.',
  valuesConfig: {
    ...descriptions,
    UNKNOWN: { description: 'A value that this gateway does not know yet: see `rawStatus`.' },
  },
});

export const AccountStatusInput = enumMembers(...known);
export type AccountStatusInput = keyof typeof AccountStatusInput;
registerEnumType(AccountStatusInput, {
  name: 'AccountStatusInput',
  description: 'State of a member of the resource directory, to ask for.',
  valuesConfig: descriptions,
});

const names = {
  CreateSuccess: 'CREATE_SUCCESS',
  InviteSuccess: 'INVITE_SUCCESS',
  PromoteVerifying: 'PROMOTE_VERIFYING',
  PromoteSuccess: 'PROMOTE_SUCCESS',
  PromoteFailed: 'PROMOTE_FAILED',
  PromoteExpired: 'PROMOTE_EXPIRED',
  PromoteCancelled: 'PROMOTE_CANCELLED',
} as const;

/** Reads a member's state as the upstream prints it. */
export const parseAccountStatus = (raw: string | undefined): AccountStatus => enumValue(names, raw);
