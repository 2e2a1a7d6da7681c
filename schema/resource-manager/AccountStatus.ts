import { defineEnum, enumValue, unknownBeside } from '../enumValue';

const known = {
  CREATE_SUCCESS: 'It was made in the directory.',
  INVITE_SUCCESS: 'It was invited, and joined.',
  PROMOTE_VERIFYING: 'It is being made a cloud account: its owner has yet to confirm.',
  PROMOTE_SUCCESS: 'It was made a cloud account.',
  PROMOTE_FAILED: 'It could not be made a cloud account.',
  PROMOTE_EXPIRED: 'The confirmation to make it a cloud account has expired.',
  PROMOTE_CANCELLED: 'Making it a cloud account was called off.',
};

export const AccountStatus = defineEnum(
  'AccountStatus',
  'How a member of the resource directory came to be in its present state.',
  {
    ...known,
    UNKNOWN: unknownBeside('rawStatus'),
  },
);
export type AccountStatus = keyof typeof AccountStatus;

export const AccountStatusInput = defineEnum(
  'AccountStatusInput',
  'State of a member of the resource directory, to ask for.',
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
