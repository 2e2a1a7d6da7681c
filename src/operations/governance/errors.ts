import type { OperationError } from '../operation';

/** Codes that several account factory operations share, as their documents spell them. */

export const InvalidParameter: OperationError = {
  status: 400,
  message: 'The specified parameter %s is not valid.',
  code: 'BAD_USER_INPUT',
  explanation: {
    en: 'Cloud Governance Center found a parameter missing or not valid. Check the input.',
    zh: '请求中存在参数缺失或者参数无效，请检查输入。',
  },
};

export const InvalidUserNotFound: OperationError = {
  status: 404,
  message: 'The specified user does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'Cloud Governance Center does not know this account.',
    zh: '云治理中心中不存在该账号。',
  },
};

/** The same where the input names no account: it is the caller's. */
export const CallerNotFound: OperationError = {
  ...InvalidUserNotFound,
  explanation: {
    en: 'Cloud Governance Center does not know the account of the gateway’s credentials.',
    zh: '云治理中心中不存在网关凭证所属的账号。',
  },
};

export const InvalidBlueprintNotFound: OperationError = {
  status: 404,
  message: 'The specified blueprint does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'There is no blueprint instance for this account, or no such baseline.',
    zh: '蓝图实例不存在。',
  },
};

export const InvalidEnterpriseRealNameNotFound: OperationError = {
  status: 404,
  message:
    'The specified account has not passed enterprise real name verification. Please complete the verification for the account first.',
  code: 'CONFLICT',
  explanation: {
    en: 'The management account has not passed enterprise real-name verification. Complete it first.',
    zh: '当前账号未进行企业实名认证，请先完成企业实名认证。',
  },
};

export const InternalError: OperationError = {
  status: 500,
  message: 'A system error occurred.',
  code: 'UPSTREAM_UNAVAILABLE',
  explanation: {
    en: 'Cloud Governance Center failed with a system error.',
    zh: '云治理中心发生系统错误。',
  },
  retryable: true,
};
