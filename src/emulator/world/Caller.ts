/** Who signed a request. */
export interface Caller {
  readonly accountId: string;
  readonly identityType: 'Account' | 'RAMUser' | 'AssumedRoleUser';
  /** The RAM user, role session or root account: stable, not secret, in the call log as `callerId`. */
  readonly principalId: string;
  readonly arn: string;
  readonly userId?: string;
  readonly roleId?: string;
  /** Whether a session's role and policy allow a RAM action; omitted if nothing narrows it. */
  readonly may?: (ramAction: string) => boolean;
}
