"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AssumeRole", {
    enumerable: true,
    get: function() {
        return AssumeRole;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
/** A parameter that comes from the gateway's settings, so that its operator has to act. */ const refusedSetting = (message, setting)=>({
        status: 400,
        message,
        code: 'UPSTREAM_AUTH',
        explanation: {
            en: `The Security Token Service does not accept ${setting.en}. The gateway’s operator must correct it.`,
            zh: `安全令牌服务不接受${setting.zh}，需要网关的运维人员更正。`
        }
    });
const AssumeRole = (0, _operation.defineOperation)({
    product: _product.Sts,
    action: 'AssumeRole',
    summary: 'Trades the caller’s identity for temporary credentials of a role, possibly in another account.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        /** `acs:ram::<account id>:role/<role name>`. */ RoleArn: (0, _shapes.text)({
            in: 'query'
        }),
        RoleSessionName: (0, _shapes.text)({
            in: 'query',
            minLength: 2,
            maxLength: 64,
            pattern: '[A-Za-z0-9.@\\-_]+'
        }),
        /** Seconds; the most is the role's own MaxSessionDuration. */ DurationSeconds: (0, _shapes.optional)((0, _shapes.count)({
            in: 'query',
            default: 3600,
            min: 900
        })),
        /** Narrows the session. */ Policy: (0, _shapes.optional)((0, _shapes.jsonText)({
            in: 'query',
            maxLength: 2048
        })),
        /** Against the confused deputy. */ ExternalId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query',
            minLength: 2,
            maxLength: 1224,
            pattern: '[\\w+=,.@:/-]*'
        })),
        /** Carried along when roles are chained. */ SourceIdentity: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query',
            minLength: 2,
            maxLength: 64,
            pattern: '[\\w+=,.@-]*'
        }))
    },
    response: {
        AssumedRoleUser: (0, _shapes.optional)((0, _shapes.object)({
            AssumedRoleId: (0, _shapes.optional)((0, _shapes.text)()),
            Arn: (0, _shapes.optional)((0, _shapes.text)())
        })),
        Credentials: (0, _shapes.object)({
            SecurityToken: (0, _shapes.text)(),
            Expiration: (0, _shapes.optional)((0, _shapes.isoTime)()),
            AccessKeySecret: (0, _shapes.text)(),
            /** Begins with `STS.`, and is refused without its token. */ AccessKeyId: (0, _shapes.text)()
        }),
        SourceIdentity: (0, _shapes.optional)((0, _shapes.text)())
    },
    errors: {
        'InvalidParameter.DurationSeconds': refusedSetting('The Min/Max value of DurationSeconds is 15min/1hr.', {
            en: 'the duration of sessions: it exceeds what the role allows',
            zh: '会话时长：超出了该角色允许的最大值'
        }),
        'InvalidParameter.ExternalId': refusedSetting('The parameter ExternalId is wrongly formed.', {
            en: 'the form of the external ID',
            zh: '外部 ID 的格式'
        }),
        'InvalidParameter.RoleArn': {
            status: 400,
            message: 'The parameter RoleArn is wrongly formed.',
            code: 'BAD_USER_INPUT',
            explanation: {
                en: 'The account ID or the role name is malformed.',
                zh: '账号 ID 或角色名称的格式不正确。'
            }
        },
        'InvalidParameter.RoleSessionName': refusedSetting('The parameter RoleSessionName is wrongly formed.', {
            en: 'the form of the session’s name',
            zh: '会话名称的格式'
        }),
        'InvalidParameter.PolicyGrammar': refusedSetting('The parameter Policy has not passed grammar check.', {
            en: 'the grammar of the session policy',
            zh: '会话权限策略的语法'
        }),
        'InvalidParameter.PolicySize': refusedSetting('The size of Policy must be smaller than 2048 bytes.', {
            en: 'the size of the session policy: it may have at most 2048 bytes',
            zh: '会话权限策略的大小：不得超过 2048 字节'
        }),
        NoPermission: {
            status: 403,
            message: 'You are not authorized to do this action. You should be authorized by RAM.',
            code: 'FORBIDDEN',
            explanation: {
                en: 'The gateway’s credentials may not assume this role: they lack sts:AssumeRole, or the role does not trust them.',
                zh: '网关所用的凭证无权扮演该角色：缺少 sts:AssumeRole 权限，或该角色不信任此凭证。'
            }
        },
        'EntityNotExist.Role': {
            status: 404,
            message: 'The specified Role not exists .',
            code: 'FORBIDDEN',
            explanation: {
                en: 'There is no such role in the account, or no such account.',
                zh: '该账号中不存在此角色，或该账号不存在。'
            }
        },
        InternalError: _errors.InternalError
    },
    quota: (0, _operation.perSecond)(100),
    ram: {
        action: 'sts:AssumeRole',
        resource: 'acs:ram:*:{accountId}:role/{roleName}'
    },
    source: 'STS 2015-04-01, AssumeRole'
});
