import type { OperationError } from '../operation';

/** Codes that several Cloud Config operations share, as their documents spell them. */

export const NoPermission: OperationError = {
  status: 400,
  message: 'You are not authorized to perform this operation.',
  code: 'FORBIDDEN',
  explanation: {
    en: 'The gateway’s credentials are not allowed to perform this Cloud Config operation. Grant them its RAM action.',
    zh: '网关所用的凭证无权执行此配置审计操作，请为其授予相应的 RAM 权限。',
  },
};

export const AccountNotExisted: OperationError = {
  status: 404,
  message: 'Your account does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'Cloud Config does not know this account: it has not been activated there.',
    zh: '配置审计中不存在该账号：尚未开通配置审计服务。',
  },
};

export const ServiceUnavailable: OperationError = {
  status: 503,
  message: 'The request has failed due to a temporary failure of the server.',
  code: 'UPSTREAM_UNAVAILABLE',
  explanation: {
    en: 'Cloud Config is temporarily unavailable. Try again later.',
    zh: '配置审计服务暂时不可用，请稍后重试。',
  },
  retryable: true,
};
