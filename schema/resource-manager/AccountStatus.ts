import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  CREATE_SUCCESS: 'The account was created in the directory.',
  INVITE_SUCCESS: 'The account was invited and joined.',
  PROMOTE_VERIFYING: 'The account is being converted to a cloud account. Its owner has not confirmed yet.',
  PROMOTE_SUCCESS: 'The account was converted to a cloud account.',
  PROMOTE_FAILED: 'The account could not be converted to a cloud account.',
  PROMOTE_EXPIRED: 'The confirmation to convert the account to a cloud account has expired.',
  PROMOTE_CANCELLED: 'Converting the account to a cloud account was canceled.',
};

export const AccountStatus = defineEnum(
  'AccountStatus',
  'How a member of the resource directory reached its present state.',
  {
    ...known,
    UNKNOWN: unknownBeside('rawStatus'),
  },
);
export type AccountStatus = keyof typeof AccountStatus;

export const AccountStatusInput = defineEnum(
  'AccountStatusInput',
  'Status of a member of the resource directory, as a filter.',
  known,
);
export type AccountStatusInput = keyof typeof AccountStatusInput;

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
