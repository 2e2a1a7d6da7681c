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
    get EnrollAccount () {
        return EnrollAccount;
    },
    get maxTags () {
        return maxTags;
    },
    get resellAccountTypes () {
        return resellAccountTypes;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const resellAccountTypes = [
    'resell',
    'non_resell'
];
const maxTags = 20;
const EnrollAccount = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'EnrollAccount',
    summary: 'Creates an account, or takes over an existing one, and applies a baseline to it.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'write',
    async: true,
    retry: 'unsafe',
    parameters: {
        AccountNamePrefix: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        DisplayName: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        /** Omitted: the root folder. */ FolderId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        /** Omitted: the account pays for itself. */ PayerAccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        })),
        /** Named: an existing account is taken over. Omitted: a new one is made. */ AccountUid: (0, _shapes.optional)((0, _shapes.accountId)('number', {
            in: 'query'
        })),
        /** Override same-named items of the baseline; the others stay. */ BaselineItems: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
            Config: (0, _shapes.optional)((0, _shapes.jsonText)()),
            Name: (0, _shapes.optional)((0, _shapes.text)()),
            Skip: (0, _shapes.optional)((0, _shapes.flag)({
                default: false
            })),
            Version: (0, _shapes.optional)((0, _shapes.text)({
                default: '1.0'
            }))
        }), {
            encoding: 'flat',
            in: 'query'
        })),
        /** Omitted: the system's default baseline. */ BaselineId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        ResellAccountType: (0, _shapes.optional)((0, _shapes.oneOf)(resellAccountTypes, {
            in: 'query',
            default: 'resell'
        })),
        RegionId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        Tag: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
            Key: (0, _shapes.optional)((0, _shapes.text)()),
            Value: (0, _shapes.optional)((0, _shapes.text)())
        }), {
            encoding: 'json',
            in: 'query',
            maxItems: maxTags
        }))
    },
    response: {
        AccountUid: (0, _shapes.accountId)('number')
    },
    errors: {
        InvalidParameter: _errors.InvalidParameter,
        'DeployConflict.Blueprint': {
            status: 400,
            message: 'The %s blueprint is being deployed. Please wait for its deployment to complete and try again.',
            code: 'CONFLICT',
            explanation: {
                en: 'A blueprint is being deployed. Wait for its deployment to complete and try again.',
                zh: '有正在实施的蓝图，请等待其实施完成后重试。'
            },
            retryable: true
        },
        'DependencyViolation.Blueprint': {
            status: 400,
            message: 'The %s blueprint has not been deployed. Please deploy the resource structure first.',
            code: 'CONFLICT',
            explanation: {
                en: 'A blueprint that this one depends on has not been deployed. Deploy that blueprint (the resource structure) first.',
                zh: '尚未实施相关依赖的蓝图，请先完成依赖蓝图（资源结构）的实施。'
            }
        },
        'DependencyViolation.BaselineItem': {
            status: 400,
            message: 'The dependency of %s baseline item has not been configured. Please config %s first.',
            gaps: [
                {
                    valueOf: 'BaselineItems.Name'
                },
                {
                    valueOf: 'BaselineItems.Name'
                }
            ],
            code: 'CONFLICT',
            explanation: {
                en: 'A baseline item depends on another one that has not been configured. Configure that one first.',
                zh: '尚未配置相关依赖的基线项，请先完成依赖基线项的配置。'
            }
        },
        IncorrectBlueprintStatus: {
            status: 400,
            message: 'The current status of the blueprint does not support this operation.',
            code: 'CONFLICT',
            explanation: {
                en: 'The blueprint is in a status that does not allow this operation now. Try again later.',
                zh: '蓝图当前状态不支持该操作，请稍后重试。'
            },
            retryable: true
        },
        'InvalidUser.NotResourceDirectoryMaster': {
            status: 403,
            message: 'The specified account is not a master account of resource directory.',
            code: 'FORBIDDEN',
            explanation: {
                en: 'The account of the gateway’s credentials must be the management account of a resource directory.',
                zh: '网关凭证所属的账号必须是资源目录的管理账号。'
            }
        },
        'InvalidUser.NotFound': _errors.InvalidUserNotFound,
        'InvalidBlueprint.NotFound': _errors.InvalidBlueprintNotFound,
        'InvalidBaselineItem.NotFound': {
            status: 404,
            message: 'The specified baseline item named %s does not exist.',
            gaps: [
                {
                    valueOf: 'BaselineItems.Name'
                }
            ],
            code: 'NOT_FOUND',
            explanation: {
                en: 'The specified baseline item does not exist.',
                zh: '指定的基线项不存在。'
            }
        },
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    ram: {
        action: 'governance:EnrollAccount',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, EnrollAccount (zh-CN)'
});
