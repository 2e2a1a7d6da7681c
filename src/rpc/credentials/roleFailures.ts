import type { Explanation } from '../../errors/Explanation';
import type { GovernanceErrorCode } from '../../errors/GovernanceErrorCode';
import type { RpcError } from '../../errors/RpcError';
import { isDenial } from '../../errors/codeFamilies';
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
  en: 'the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.',
  zh: '该账号中没有此角色，或该账号不存在。请在该账号中创建信任网关凭证所属账号的此角色，或为该账号指定其他角色。',
};

const refused: Explanation = {
  en: 'it does not trust the gateway’s credentials or requires another external ID, the credentials lack sts:AssumeRole, or the account is suspended.',
  zh: '该角色不信任网关凭证或要求其他外部 ID，或网关凭证缺少 sts:AssumeRole 权限，或该账号已被停用。',
};

const rootKey: Explanation = {
  en: 'the gateway’s credentials are a root key, and root keys cannot assume roles. Give the gateway a RAM user or a role.',
  zh: '网关使用的是主账号密钥，而主账号密钥不能扮演角色。请为网关提供 RAM 用户或角色的凭证。',
};

const refusedSetting: readonly [Explanation, GovernanceErrorCode] = [
  {
    en: 'the Security Token Service rejects one of the settings for it. The gateway’s operator must correct the settings of roles.',
    zh: '安全令牌服务拒绝了该角色的某项设置，需要网关的运维人员更正角色设置。',
  },
  'UPSTREAM_AUTH',
];

const refusedOtherwise: readonly [Explanation, GovernanceErrorCode] = [
  { en: 'the Security Token Service rejects the request.', zh: '安全令牌服务拒绝了请求。' },
  'UPSTREAM_REJECTED',
];

/**
 * The failure of AssumeRole in words that name account, role and remedy; one for which the role cannot help it, as
 * throttling, as it is.
 */
export function cannotAssume(error: RpcError, roleArn: string, isRootKey: boolean): RpcError {
  const name = parseRoleArn(roleArn);
  const told = (explanation: Explanation, code: GovernanceErrorCode = 'FORBIDDEN'): RpcError =>
    error.explained({ code, explanation: because(name, explanation) });
  const { code, documented, family, kind } = error;
  if (code === 'EntityNotExist.Role' || family === 'NOT_FOUND') return told(noSuchRole);
  if (family === 'PERMISSION') return told(isRootKey ? rootKey : refused);
  if (kind !== 'CLIENT') return error;
  if (documented) return told(documented.explanation, documented.code);
  return told(...(family === 'INVALID_PARAMETER' ? refusedSetting : refusedOtherwise));
}

/** The failure of a call in a role's session. If the role does not allow the action, the message says so. */
export function notAllowed(error: RpcError, { action, ram }: Operation, { principal }: Credentials): RpcError {
  if (principal === undefined || ram === 'none' || error.action !== action) return error;
  if (!isDenial(error.code, error.family)) return error;
  const { accountId, role } = parseRoleArn(principal);
  const explanation = {
    en: `The role “${role}” in account ${accountId} does not allow ${ram.action}. Add this action to its policy. If sessions have their own policy, add it there, too.`,
    zh: `账号 ${accountId} 中的角色“${role}”不允许 ${ram.action}。请在其权限策略中添加该操作；若会话另有权限策略，也需一并添加。`,
  };
  return error.explained({ code: 'FORBIDDEN', explanation });
}
