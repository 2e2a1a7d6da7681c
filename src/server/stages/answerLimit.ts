import { OperationTypeNode } from 'graphql';
import { UserError } from '../../errors/UserError';
import { settingOfLimit } from '../../settings';
import type { Stage } from './Stage';
import { originOf } from './formatError';

/** The error of a field for which an answer has no room. */
export const answerTooLarge = (maxBytes: number): UserError =>
  new UserError('LIMIT_EXCEEDED', {
    en: `The answer must have at most ${maxBytes} bytes, but has more. It reached the limit at the path of this error. Request smaller pages or fewer fields. ${settingOfLimit('answerBytes')} raises the limit.`,
    zh: `响应最多可包含 ${maxBytes} 字节，但此响应超出了限制；达到上限的位置见此错误的路径。请缩小分页或减少所选字段。运维人员可通过 ${settingOfLimit('answerBytes')} 提高上限。`,
  });

/**
 * Answers a query whose answer became too large with that error alone. The answer of a mutation keeps its data, without what
 * was too much: its payload says how it ended.
 */
export const answerLimit: Stage = ({ answerSize }) => ({
  willSendResponse: ({ response: { body }, errors = [], operation }) => {
    if (body.kind !== 'single' || !answerSize.isTooLarge) return;
    if (operation?.operation === OperationTypeNode.MUTATION) return;
    const { singleResult } = body;
    const index = errors.findIndex((error) => originOf(error) === answerSize.error);
    singleResult.data = null;
    singleResult.errors = singleResult.errors?.slice(index, index + 1);
  },
});
