import type { OperationError } from '../operation';

/** Codes that several Resource Management operations share, as their documents spell them. */

export const NoResourceDirectory: OperationError = {
  status: 404,
  message:
    'The resource directory for the account is not enabled. We recommend that you first enable the resource directory for the account.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'No resource directory is enabled for the account of the gateway’s credentials.',
    zh: '网关凭证所属的账号未开通资源目录。',
  },
};

export const NoSuchFolder: OperationError = {
  status: 404,
  message: 'The resource directory folder does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'The resource directory has no such folder.',
    zh: '资源目录中不存在该资源夹。',
  },
};

export const NoSuchAccount: OperationError = {
  status: 404,
  message: 'This resource directory account does not exist.',
  code: 'NOT_FOUND',
  explanation: {
    en: 'The resource directory has no such account.',
    zh: '资源目录中不存在该账号。',
  },
};

/** A parameter that this product misses by a code of its own. */
export const missingParameter = (name: string): OperationError => ({
  status: 400,
  message: `You must specify ${name}.`,
  code: 'BAD_USER_INPUT',
  explanation: { en: `The request to Resource Management has no ${name}.`, zh: `资源管理请求缺少参数 ${name}。` },
});

/** A parameter that this product refuses by a code of its own. */
export const invalidParameter = (name: string): OperationError => ({
  status: 400,
  message: `The ${name} is invalid.`,
  code: 'BAD_USER_INPUT',
  explanation: { en: `Resource Management does not accept this ${name}.`, zh: `资源管理不接受此 ${name}。` },
});
