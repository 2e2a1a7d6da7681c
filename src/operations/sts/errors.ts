import type { OperationError } from '../operation';

/** Codes that both STS operations share. */

export const InternalError: OperationError = {
  status: 500,
  message: 'STS Server Internal Error happened, please send the RequestId to us.',
  code: 'UPSTREAM_UNAVAILABLE',
  explanation: {
    en: 'The Security Token Service failed with an internal error.',
    zh: '安全令牌服务发生内部错误。',
  },
  retryable: true,
};
