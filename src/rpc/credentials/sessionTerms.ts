import type { RoleSettings } from '../../settings';
import { parseRoleArn } from './roleFailures';

/** On what terms a session of a role is opened. */
export interface SessionTerms {
  /** How long it lasts. */
  readonly seconds: number;
  readonly externalId?: string;
}

/** The terms for the account of a role: its own, or those for all accounts if it has none. */
export function sessionTerms(roleArn: string, roles: RoleSettings): SessionTerms {
  const { accountId } = parseRoleArn(roleArn);
  return {
    seconds: roles.sessionSecondsOverrides.get(accountId) ?? roles.sessionSeconds,
    externalId: roles.externalIdOverrides.get(accountId) ?? roles.externalId,
  };
}
