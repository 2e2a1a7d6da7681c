import { UserError } from '../../src/errors/UserError';

export const gatewayIsStopping = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'This gateway process is stopping and begins no mutation. Nothing was sent. Try again later.',
      zh: '此网关进程正在停止，不再开始新的变更操作。未发送任何请求，请稍后重试。',
    },
    undefined,
    true,
  );

export const mutationsAreOff = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'Mutations are switched off in this deployment. Its operator can set MUTATIONS=on.',
    zh: '此部署已关闭变更操作。运维人员可设置 MUTATIONS=on 开启。',
  });

/** @param readFirst the query field that shows what the earlier mutation did. */
export const notSent = (readFirst: string): UserError =>
  new UserError('CONFLICT', {
    en: `This mutation was not sent, because the outcome of an earlier one of the same document is UNKNOWN. Read \`${readFirst}\` first, then send this mutation in a document of its own.`,
    zh: `此变更未发送，因为同一文档中先前变更的结果为 UNKNOWN。请先查询 \`${readFirst}\`，再单独发送此变更。`,
  });
