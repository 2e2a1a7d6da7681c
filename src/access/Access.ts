import { UserError } from '../errors/UserError';
import type { Principal, Scope } from './Principal';

/** What one request may do, and what it was not shown. */
export class Access {
  /** The fields whose lists may omit accounts because of the principal's rights. */
  readonly shortened = new Set<string>();

  constructor(readonly principal: Principal) {}

  /** Whether everything may be done in every account. */
  get isUnrestricted(): boolean {
    return this.principal.isUnrestricted;
  }

  /** @throws UserError FORBIDDEN */
  requireScope(scope: Scope): void {
    if (!this.principal.has(scope)) throw this.principal.lacksAccounts(scope) ? withoutAccounts() : withoutScope(scope);
  }

  /**
   * The message does not say whether such an account exists.
   *
   * @param field the path at which the client named it. Without one the message names no field.
   * @throws UserError FORBIDDEN
   */
  requireRight(scope: Scope, accountId: string, field?: readonly string[]): void {
    this.requireScope(scope);
    if (!this.principal.may(scope, accountId)) throw otherAccount(scope, field && { accountId, field });
  }

  /** @throws UserError FORBIDDEN unless every account may be seen: for what sums up accounts. */
  requireSightOfAll(): void {
    if (!this.principal.seesAll) throw sumOfAccounts();
  }

  /**
   * What omits accounts from a list. Undefined if nothing is omitted; otherwise the answer says of the field that it may
   * be.
   */
  filter<R>(field: string, accountIdOf: (record: R) => string): ((record: R) => boolean) | undefined {
    const { principal } = this;
    if (principal.seesAll) return undefined;
    this.shortened.add(field);
    return (record) => principal.maySee(accountIdOf(record));
  }
}

const withoutScope = (scope: Scope): UserError =>
  new UserError('FORBIDDEN', {
    en: `This needs the scope ${scope}, which the token does not have.`,
    zh: `此操作需要权限范围 ${scope}，而令牌没有该权限。`,
  });

const withoutAccounts = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'The token allows no account: neither one of its claims nor the access policy names any.',
    zh: '令牌不允许访问任何账号：其声明和访问策略都没有指定账号。',
  });

const otherAccount = (
  scope: Scope,
  named?: { readonly accountId: string; readonly field: readonly string[] },
): UserError => {
  const [which, whichInChinese] =
    named === undefined ? ['this account', '此账号'] : [`account ${named.accountId}`, `账号 ${named.accountId} `];
  return new UserError(
    'FORBIDDEN',
    {
      en: `The token does not allow ${scope} in ${which}.`,
      zh: `令牌不允许在${whichInChinese}中使用 ${scope}。`,
    },
    named?.field,
    false,
    named?.accountId,
  );
};

const sumOfAccounts = (): UserError =>
  new UserError('FORBIDDEN', {
    en: 'This counts resources of accounts that the token does not allow to see.',
    zh: '此统计包含令牌无权查看的账号的资源。',
  });
