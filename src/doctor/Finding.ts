/** What a check found: `ok`, something to know (`warning`), something that keeps the gateway from its work
 * (`problem`), or that it could not be looked at, and why (`skipped`). */
export type FindingStatus = 'ok' | 'warning' | 'problem' | 'skipped';

/** One finding, in words for an operator. No secret is in it. */
export interface Finding {
  readonly status: FindingStatus;
  /** What is so. */
  readonly message: string;
  /** What to do about it, if anything. */
  readonly remedy?: string;
}

export const ok = (message: string): Finding => ({ status: 'ok', message });
export const skipped = (message: string, remedy?: string): Finding => ({ status: 'skipped', message, remedy });
export const warning = (message: string, remedy: string): Finding => ({ status: 'warning', message, remedy });
export const problem = (message: string, remedy: string): Finding => ({ status: 'problem', message, remedy });
