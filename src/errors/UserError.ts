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
    /** The account that the refusal is about, if it is another one than the gateway's own. */
    readonly accountId?: string,
  ) {
    super(explanation.en);
  }

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

/** Client text in a message: quoted, and cut where it is long. */
const quote = (value: unknown): string => {
  if (typeof value === 'string' && value.length > 60) return JSON.stringify(`${value.slice(0, 57)}…`);
  const printed = value === undefined ? 'nothing' : JSON.stringify(value);
  return printed.length > 60 ? `${printed.slice(0, 57)}…` : printed;
};
