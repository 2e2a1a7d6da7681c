"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "InitResourceDirectory", {
    enumerable: true,
    get: function() {
        return InitResourceDirectory;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _ResourceDirectoryRecord = require("./ResourceDirectoryRecord");
const _product = require("./product");
const InitResourceDirectory = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'InitResourceDirectory',
    summary: 'Turns the calling account into the management account of a new resource directory.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'write',
    retry: 'conditional',
    parameters: {},
    response: {
        ResourceDirectory: (0, _shapes.object)(_ResourceDirectoryRecord.newDirectoryFields)
    },
    errors: {
        'NotSupport.AccountInAnotherResourceDirectory': {
            status: 409,
            message: 'The specified account is an Alibaba Cloud account or already exists in another resource directory.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account is an Alibaba Cloud account, or is already in another resource directory.',
                zh: '当前账号是主账号或已经在另一个资源目录内。'
            }
        },
        EnterpriseRealNameVerificationError: {
            status: 409,
            message: 'The specified account does not pass enterprise real-name verification. We recommend you first complete enterprise real-name verification for the account.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account has not passed enterprise real-name verification. Complete it first.',
                zh: '当前账号未经过企业实名认证，请先完成企业实名认证。'
            }
        },
        'Invalid.AccountType': {
            status: 409,
            message: 'The specified profile type of account is invalid.',
            code: 'CONFLICT',
            explanation: {
                en: 'The type of this account is not valid. Use an enterprise account.',
                zh: '账号类型无效，请使用企业类型账号。'
            }
        },
        'Invalid.EnterpriseName': {
            status: 409,
            message: 'You must specify the enterprise name.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account has no enterprise name. Set one first.',
                zh: '账号未设置企业名称，请先完成企业名称设置。'
            }
        },
        'NotSupport.Account.Site': {
            status: 409,
            message: 'The caller is not a China site account, which is not supported.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account belongs to the wrong site. Use an account of the China site.',
                zh: '当前账号所属站点错误，请更换为中国站账号。'
            }
        },
        'EntityAlreadyExists.ResourceDirectory': {
            status: 409,
            message: 'The resource directory for the account is already enabled. We recommend that you do not enable the resource directory again.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account already has a resource directory. Do not enable it again; nothing was changed.',
                zh: '账号已开通资源目录，请勿重复开通；未做任何更改。'
            }
        }
    },
    quota: 'unknown',
    ram: {
        action: 'resourcemanager:InitResourceDirectory',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, InitResourceDirectory (zh-CN)'
});
