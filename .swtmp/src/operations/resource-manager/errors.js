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
    get NoResourceDirectory () {
        return NoResourceDirectory;
    },
    get NoSuchAccount () {
        return NoSuchAccount;
    },
    get NoSuchFolder () {
        return NoSuchFolder;
    },
    get invalidParameter () {
        return invalidParameter;
    },
    get missingParameter () {
        return missingParameter;
    }
});
const NoResourceDirectory = {
    status: 404,
    message: 'The resource directory for the account is not enabled. We recommend that you first enable the resource directory for the account.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'No resource directory is enabled for the account of the gateway’s credentials.',
        zh: '网关凭证所属的账号未开通资源目录。'
    }
};
const NoSuchFolder = {
    status: 404,
    message: 'The resource directory folder does not exist.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'The resource directory has no such folder.',
        zh: '资源目录中不存在该资源夹。'
    }
};
const NoSuchAccount = {
    status: 404,
    message: 'This resource directory account does not exist.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'The resource directory has no such account.',
        zh: '资源目录中不存在该账号。'
    }
};
const missingParameter = (name)=>({
        status: 400,
        message: `You must specify ${name}.`,
        code: 'BAD_USER_INPUT',
        explanation: {
            en: `The request to Resource Management has no ${name}.`,
            zh: `资源管理请求缺少参数 ${name}。`
        }
    });
const invalidParameter = (name)=>({
        status: 400,
        message: `The ${name} is invalid.`,
        code: 'BAD_USER_INPUT',
        explanation: {
            en: `Resource Management does not accept this ${name}.`,
            zh: `资源管理不接受此 ${name}。`
        }
    });
