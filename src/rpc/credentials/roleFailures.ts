import type { Explanation } from '../../errors/Explanation';
import type { GovernanceErrorCode } from '../../errors/GovernanceErrorCode';
import type { RpcError } from '../../errors/RpcError';
import type { Operation } from '../../operations/operation';
import type { Credentials } from './credentials';

interface RoleName {
  readonly accountId: string;
  readonly role: string;
}

/** The parts of `acs:ram::<account id>:role/<role name>`. */
export const parseRoleArn = (arn: string): RoleName => {
  const [, accountId = '', role = arn] = /^acs:ram::([^:]*):role\/(.+)$/.exec(arn) ?? [];
  return { accountId, role };
};

const because = ({ accountId, role }: RoleName, { en, zh }: Explanation): Explanation => ({
  en: `The role “${role}” in account ${accountId} cannot be assumed${/^[A-Z]/.test(en) ? '.' : ':'} ${en}`,
  zh: `无法扮演账号 ${accountId} 中的角色“${role}”：${zh}`,
});

const noSuchRole: Explanation = {
  en: 'the account has no such role, or there is no such account. Make the role there, trusting the account of the gateway’s credentials, or name another one for this account.',
  zh: '该账号中没有此角色，或该账号不存在。请在该账号中创建信任网关凭证所属账号的此角色，或为该账号指定其他角色。',
};

const refused: Explanation = {
  en: 'it does not trust the gateway’s credentials or asks for another external ID, or they lack sts:AssumeRole, or the account is suspended.',
  zh: '该角色不信任网关凭证或要求其他外部 ID，或网关凭证缺少 sts:AssumeRole 权限，或该账号已被停用。',
};

const rootKey: Explanation = {
  en: 'the gateway’s credentials are a root key, and root keys cannot assume roles. Give the gateway a RAM user or a role.',
  zh: '网关使用的是主账号密钥，而主账号密钥不能扮演角色。请为网关提供 RAM 用户或角色的凭证。',
};

/**
 * The failure of AssumeRole in words that name account, role and remedy; one for which the role cannot help it, as
 * throttling, as it is.
 */
export function cannotAssume(error: RpcError, roleArn: string, isRootKey: boolean): RpcError {
  const name = parseRoleArn(roleArn);
  const told = (explanation: Explanation, code: GovernanceErrorCode = 'FORBIDDEN'): RpcError =>
    error.explained({ code, explanation: because(name, explanation) });
  if (error.code === 'EntityNotExist.Role') return told(noSuchRole);
  if (error.code === 'NoPermission') return told(isRootKey ? rootKey : refused);
  const { documented, kind } = error;
  return documented && kind === 'CLIENT' ? told(documented.explanation, documented.code) : error;
}

const denials: ReadonlySet<string | undefined> = new Set(['NoPermission', 'Forbidden.RAM']);

/** The failure of a call of a role's session; where the role does not allow the action, in words that say so. */
export function notAllowed(error: RpcError, { action, ram }: Operation, { principal }: Credentials): RpcError {
  if (principal === undefined || ram === 'none' || error.action !== action || !denials.has(error.code)) return error;
  const { accountId, role } = parseRoleArn(principal);
  const explanation = {
    en: `The role “${role}” in account ${accountId} does not allow ${ram.action}. Add this action to its policy; where sessions have a policy of their own, to that, too.`,
    zh: `账号 ${accountId} 中的角色“${role}”不允许 ${ram.action}。请在其权限策略中添加该操作；若会话另有权限策略，也需一并添加。`,
  };
  return error.explained({ code: 'FORBIDDEN', explanation });
}
