import { shorten } from '../json/shorten';
import type { Explanation, Language } from './Explanation';
import type { GovernanceErrorCode } from './GovernanceErrorCode';

/**
 * A refusal of the gateway's own: the input is wrong, or this deployment does not allow it.
 *
 * The texts say what was expected and what came; they go to the client as they are.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly code: GovernanceErrorCode,
    readonly explanation: Explanation,
    /** Path of the argument or input field that is wrong. */
    readonly field?: readonly string[],
    /** Whether the same request can succeed later, unchanged. */
    readonly retryable = false,
    /** The account that the refusal is about, if it is another one than the gateway's own. */
    readonly accountId?: string,
    /** How long to wait until then, milliseconds. */
    readonly retryAfterMs?: number,
  ) {
    super(explanation.en);
  }

  /** A refusal is no fault to be traced: a stack for each item of a long list costs more than the answer. */
  override readonly stack = undefined;

  in(language: Language): string {
    return this.explanation[language];
  }
}

/** An argument or input field that does not fit. `expected` and `got` follow the words "must be" and "but got". */
export const badInput = (field: readonly string[], expected: Explanation, got: unknown): UserError => {
  const name = field.join('.');
  const came = quote(got);
  return new UserError(
    'BAD_USER_INPUT',
    { en: `${name} must be ${expected.en}, but got ${came}.`, zh: `${name} 应为${expected.zh}，但收到 ${came}。` },
    field,
  );
};

/** The longest text of a client that a message repeats. */
const maxQuoted = 58;

/** Client text in a message: quoted, and cut if it is long. */
const quote = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(shorten(value, maxQuoted));
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value), maxQuoted + 2);
};
