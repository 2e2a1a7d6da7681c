import { toClientError } from '../../../src/errors/ClientError';
import type { Language } from '../../../src/errors/Explanation';
import type { RpcFailureKind, RpcFailureReason } from '../../../src/errors/RpcError';
import { RpcError } from '../../../src/errors/RpcError';
import { UserError } from '../../../src/errors/UserError';
import { adviseRetry, passingFailures } from '../../../src/errors/explanations';
import { toReadBackError, toUnknownOutcome } from '../../../src/errors/mutationErrors';
import { operations } from '../../../src/operations';

const kinds: readonly RpcFailureKind[] = [
  'INVALID_REQUEST',
  'CREDENTIALS',
  'NOT_SENT',
  'THROTTLING',
  'CLIENT',
  'AUTH',
  'SERVER',
  'CONNECTION',
  'TIMEOUT',
  'ABORTED',
  'BAD_RESPONSE',
];

/** The reasons that a kind of failure can have; undefined: none. */
const reasonsOf = (kind: RpcFailureKind): readonly (RpcFailureReason | undefined)[] => {
  if (kind === 'NOT_SENT') return [undefined, 'CERTIFICATE', 'NO_CREDENTIALS', 'CIRCUIT_OPEN', 'CROWDED'];
  if (kind === 'THROTTLING') return [undefined, 'UNREADABLE_HINT'];
  return kind === 'BAD_RESPONSE' ? [undefined, 'CUT_OFF', 'BROKEN_BODY'] : [undefined];
};

/** Every failure that a client can get: each kind, alone and with each code that the catalogue documents. */
const failures = operations.flatMap(({ product, action, errors }) =>
  kinds.flatMap((kind) => [
    ...reasonsOf(kind).map(
      (reason) => new RpcError({ product: product.code, action, kind, reason, retryAfterMs: 1500, detail: 'as it is' }),
    ),
    ...Object.entries(errors).map(
      ([code, documented]) =>
        new RpcError({ product: product.code, action, kind, code, documented, retryAfterMs: 1500 }),
    ),
  ]),
);
const languages: readonly Language[] = ['en', 'zh'];

/** Advice to do the same again, whatever the words. */
const retryAdvice: Readonly<Record<Language, RegExp>> = { en: /\b(again later|try again|retry)\b/i, zh: /重试|再试/ };

const labelOf = ({ action, kind, code = 'no code' }: RpcError, language: Language, text: string): string =>
  `${action} ${kind} ${code} (${language}): ${text}`;

it('advises to try again only if the failure is retryable', () => {
  const wrong = failures.flatMap((error) =>
    languages.flatMap((language) => {
      const { message, retryable } = toClientError(error, language);
      return retryable || !retryAdvice[language].test(message) ? [] : [labelOf(error, language, message)];
    }),
  );

  expect(wrong).toEqual([]);
});

it('gives the advice in both languages or in neither', () => {
  const wrong = failures.filter(
    (error) =>
      retryAdvice.en.test(toClientError(error, 'en').message) !==
      retryAdvice.zh.test(toClientError(error, 'zh').message),
  );

  expect(wrong.map((error) => labelOf(error, 'en', toClientError(error, 'en').message))).toEqual([]);
});

it.each(Object.keys(passingFailures))('has words for %s with the advice, and without it', (code) => {
  const key = code as keyof typeof passingFailures;
  for (const language of languages) {
    expect(adviseRetry(passingFailures[key])[language]).toMatch(retryAdvice[language]);
    expect(passingFailures[key][language]).not.toMatch(retryAdvice[language]);
  }
});

describe('a write that may have been carried out', () => {
  it.each(languages)('says so, names what to read first, and never advises to send it again, in %s', (language) => {
    const says = {
      en: /may have been carried out, so do not simply send it again.* Read `accountEnrollments` first/,
      zh: /可能已经执行，切勿直接重新发送.*请先查询 `accountEnrollments`/,
    }[language];
    const wrong = failures.flatMap((error) => {
      const told = toUnknownOutcome(error, language, { readFirst: 'accountEnrollments', hasKey: false });
      const fits =
        says.test(told.message) &&
        !retryAdvice[language].test(told.message) &&
        !told.retryable &&
        told.retryAfterMs === undefined;
      return fits ? [] : [labelOf(error, language, told.message)];
    });

    expect(wrong).toEqual([]);
  });

  it('names the risk of sending it again', () => {
    const error = new RpcError({ product: 'governance', action: 'EnrollAccount', kind: 'TIMEOUT' });
    const risk = { en: 'it can create a second account', zh: '这可能会创建第二个账号' };

    const unknown = { readFirst: 'accountEnrollments', risk, hasKey: false };
    const texts = languages.map((language) => toUnknownOutcome(error, language, unknown).message);

    expect(texts).toEqual([
      'The upstream did not answer in time. The request may have been carried out, so do not simply send it again: it can create a second account. Read `accountEnrollments` first, and send the mutation again only if nothing was done.',
      '上游服务未在规定时间内响应。请求可能已经执行，切勿直接重新发送：这可能会创建第二个账号。请先查询 `accountEnrollments`，仅在确认未执行时再次发送。',
    ]);
  });
});

it('a write with a key that may have been carried out advises to send it again with the same key', () => {
  const error = new RpcError({ product: 'governance', action: 'EnrollAccount', kind: 'TIMEOUT' });
  const unknown = { readFirst: 'accountEnrollments', hasKey: true };

  const told = languages.map((language) => toUnknownOutcome(error, language, unknown));

  expect(told.map(({ message }) => message)).toEqual([
    'The upstream did not answer in time. The request may have been carried out, and the gateway is finding that out. Send the mutation again with the same idempotencyKey to learn how it ended. Nothing is done twice. You can also read `accountEnrollments`.',
    '上游服务未在规定时间内响应。请求可能已经执行，网关正在确认其结果。请使用相同的 idempotencyKey 再次发送以了解结果，不会重复执行；也可查询 `accountEnrollments`。',
  ]);
  expect(told.map(({ retryable }) => retryable)).toEqual([false, false]);
});

describe('what could not be read after a write', () => {
  it.each(languages)('never advises to send the write again, in %s', (language) => {
    const wrong = failures
      .filter(({ documented }) => documented?.code !== 'CONFLICT')
      .flatMap((error) => {
        const told = toReadBackError(error, language, 'enrollment.progress');
        const fits =
          told.message.includes('`enrollment.progress`') &&
          !retryAdvice[language].test(told.message) &&
          !told.retryable &&
          told.retryAfterMs === undefined;
        return fits ? [] : [labelOf(error, language, told.message)];
      });

    expect(wrong).toEqual([]);
  });

  it('keeps the reason of a refusal of our own, and nothing of an unknown failure', () => {
    const refusal = new UserError('LIMIT_EXCEEDED', { en: 'Too many calls.', zh: '调用过多。' });

    expect(toReadBackError(refusal, 'en', 'account.payer').message).toBe(
      '`account.payer` could not be read. This does not change the outcome; read it with a query. Too many calls.',
    );
    expect(toReadBackError(new TypeError('secret'), 'zh', 'account').message).toBe(
      '无法读取 `account`，但这不影响变更的结果，请通过查询读取。网关内部错误，已记录日志。',
    );
  });
});
