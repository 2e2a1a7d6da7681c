"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get cannotAssume () {
        return cannotAssume;
    },
    get notAllowed () {
        return notAllowed;
    },
    get parseRoleArn () {
        return parseRoleArn;
    }
});
const _codeFamilies = require("../../errors/codeFamilies");
const parseRoleArn = (arn)=>{
    const [, accountId = '', role = arn] = /^acs:ram::([^:]*):role\/(.+)$/.exec(arn) ?? [];
    return {
        accountId,
        role
    };
};
const because = ({ accountId, role }, { en, zh })=>({
        en: `The role “${role}” in account ${accountId} cannot be assumed${/^[A-Z]/.test(en) ? '.' : ':'} ${en}`,
        zh: `无法扮演账号 ${accountId} 中的角色“${role}”：${zh}`
    });
const noSuchRole = {
    en: 'the role or the account does not exist. Create the role there and let it trust the account of the gateway’s credentials, or name another role for this account.',
    zh: '该账号中没有此角色，或该账号不存在。请在该账号中创建信任网关凭证所属账号的此角色，或为该账号指定其他角色。'
};
const refused = {
    en: 'it does not trust the gateway’s credentials or requires another external ID, the credentials lack sts:AssumeRole, or the account is suspended.',
    zh: '该角色不信任网关凭证或要求其他外部 ID，或网关凭证缺少 sts:AssumeRole 权限，或该账号已被停用。'
};
const rootKey = {
    en: 'the gateway’s credentials are a root key, and root keys cannot assume roles. Give the gateway a RAM user or a role.',
    zh: '网关使用的是主账号密钥，而主账号密钥不能扮演角色。请为网关提供 RAM 用户或角色的凭证。'
};
const refusedSetting = [
    {
        en: 'the Security Token Service rejects one of the settings for it. The gateway’s operator must correct the settings of roles.',
        zh: '安全令牌服务拒绝了该角色的某项设置，需要网关的运维人员更正角色设置。'
    },
    'UPSTREAM_AUTH'
];
const refusedOtherwise = [
    {
        en: 'the Security Token Service rejects the request.',
        zh: '安全令牌服务拒绝了请求。'
    },
    'UPSTREAM_REJECTED'
];
function cannotAssume(error, roleArn, isRootKey) {
    const name = parseRoleArn(roleArn);
    const told = (explanation, code = 'FORBIDDEN')=>error.explained({
            code,
            explanation: because(name, explanation)
        });
    const { code, documented, family, kind } = error;
    if (code === 'EntityNotExist.Role' || family === 'NOT_FOUND') return told(noSuchRole);
    if (family === 'PERMISSION') return told(isRootKey ? rootKey : refused);
    if (kind !== 'CLIENT') return error;
    if (documented) return told(documented.explanation, documented.code);
    return told(...family === 'INVALID_PARAMETER' ? refusedSetting : refusedOtherwise);
}
function notAllowed(error, { action, ram }, { principal }) {
    if (principal === undefined || ram === 'none' || error.action !== action) return error;
    if (!(0, _codeFamilies.isDenial)(error.code, error.family)) return error;
    const { accountId, role } = parseRoleArn(principal);
    const explanation = {
        en: `The role “${role}” in account ${accountId} does not allow ${ram.action}. Add this action to its policy. If sessions have their own policy, add it there, too.`,
        zh: `账号 ${accountId} 中的角色“${role}”不允许 ${ram.action}。请在其权限策略中添加该操作；若会话另有权限策略，也需一并添加。`
    };
    return error.explained({
        code: 'FORBIDDEN',
        explanation
    });
}
