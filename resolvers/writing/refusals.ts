import type { ClientError } from '../../src/errors/ClientError';
import type { Explanation } from '../../src/errors/Explanation';
import { UserError } from '../../src/errors/UserError';

/** When to ask again for a mutation that is running. Milliseconds. */
const runningRetryMs = 2000;
/** When to ask again for a mutation whose outcome is being found out. Milliseconds. */
const unknownRetryMs = 10_000;

export const keyReused = (): UserError =>
  new UserError(
    'IDEMPOTENCY_KEY_REUSED',
    {
      en: 'This idempotencyKey was already used with another input. Nothing was sent. Use a new key for a new mutation.',
      zh: '此 idempotencyKey 已用于其他输入。未发送任何请求，新的变更请使用新的键。',
    },
    ['input', 'idempotencyKey'],
  );

export const keyInProgress = (): UserError =>
  new UserError(
    'IDEMPOTENCY_IN_PROGRESS',
    {
      en: 'The mutation with this idempotencyKey is still running. Nothing more was sent. Send it again with the same key to learn how it ended.',
      zh: '使用此 idempotencyKey 的变更仍在执行，未发送新的请求。请稍后使用相同的键再次发送，以了解结果。',
    },
    undefined,
    true,
    undefined,
    runningRetryMs,
  );

/** Another request is at the same thing. */
export const twinInProgress = (): UserError =>
  new UserError(
    'CONFLICT',
    {
      en: 'Another request is creating an account with this accountNamePrefix and displayName. Nothing was sent.',
      zh: '另一个请求正在使用相同的 accountNamePrefix 和 displayName 创建账号。未发送任何请求。',
    },
    ['input', 'displayName'],
    true,
    undefined,
    runningRetryMs,
  );

export const twinUnknown = (): UserError =>
  new UserError(
    'CONFLICT',
    {
      en: 'An earlier request may have created an account with this accountNamePrefix and displayName. The gateway is finding that out. Nothing was sent.',
      zh: '先前的请求可能已使用相同的 accountNamePrefix 和 displayName 创建账号，网关正在确认其结果。未发送任何请求。',
    },
    ['input', 'displayName'],
    true,
    undefined,
    unknownRetryMs,
  );

export const alreadyCreated = (): UserError =>
  new UserError(
    'CONFLICT',
    {
      en: 'An account with this accountNamePrefix and displayName was created just before. Nothing was sent. To create another one, choose another name.',
      zh: '刚刚已有请求使用相同的 accountNamePrefix 和 displayName 创建了账号。未发送任何请求。如需再创建一个，请使用其他名称。',
    },
    ['input', 'displayName'],
  );

export const ledgerIsBroken = (): UserError =>
  new UserError(
    'OVERLOADED',
    {
      en: 'The gateway cannot write its mutation ledger, so it sends no mutation. Nothing was sent. Its operator must correct this.',
      zh: '网关无法写入变更台账，因此不发送变更操作。未发送任何请求，需要网关的运维人员处理。',
    },
    undefined,
    true,
  );

/**
 * @param what was to be read before a send.
 * @param failure of the read, as a client sees it.
 */
export const notPreflighted = (what: Explanation, { retryable, retryAfterMs }: ClientError): UserError =>
  new UserError(
    'UPSTREAM_UNAVAILABLE',
    {
      en: `This mutation cannot be undone, and the gateway could not check ${what.en} before it. Nothing was sent.${retryable ? ' Try again later.' : ''}`,
      zh: `此变更不可撤销，且发送前无法检查${what.zh}。未发送任何请求${retryable ? '，请稍后重试' : ''}。`,
    },
    undefined,
    retryable,
    undefined,
    retryAfterMs,
  );

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
