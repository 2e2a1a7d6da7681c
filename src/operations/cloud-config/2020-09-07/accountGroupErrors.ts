import type { OperationError } from '../../operation';

/** Codes that operations on account groups share, as their documents spell them. */

export const InvalidAggregatorId: OperationError = {
  status: 400,
  message: 'The specified AggregatorId is invalid.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'The account group does not exist, or the account of the gateway’s credentials does not own it.',
    zh: '账号组不存在，或网关所用的凭证不属于该账号组的所有者。',
  },
};

/** The parameter is called ResourceAccountId. */
export const InvalidResourceOwnerId: OperationError = {
  status: 400,
  message: 'The specified ResourceOwnerId is invalid.',
  code: 'BAD_USER_INPUT',
  explanation: {
    en: 'The account is not a valid owner of resources in this account group.',
    zh: '指定的账号不是该账号组中有效的资源所有者。',
  },
};
