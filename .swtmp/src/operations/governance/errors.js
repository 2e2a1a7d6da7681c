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
    get CallerNotFound () {
        return CallerNotFound;
    },
    get InternalError () {
        return InternalError;
    },
    get InvalidBlueprintNotFound () {
        return InvalidBlueprintNotFound;
    },
    get InvalidEnterpriseRealNameNotFound () {
        return InvalidEnterpriseRealNameNotFound;
    },
    get InvalidParameter () {
        return InvalidParameter;
    },
    get InvalidUserNotFound () {
        return InvalidUserNotFound;
    }
});
const InvalidParameter = {
    status: 400,
    message: 'The specified parameter %s is not valid.',
    gaps: [
        'name of a parameter'
    ],
    code: 'BAD_USER_INPUT',
    explanation: {
        en: 'Cloud Governance Center reports that a parameter is missing or invalid. Check the input.',
        zh: '云治理中心返回：参数缺失或无效，请检查输入。'
    }
};
const InvalidUserNotFound = {
    status: 404,
    message: 'The specified user does not exist.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'Cloud Governance Center reports that the specified account does not exist.',
        zh: '云治理中心返回：指定的账号不存在。'
    }
};
const CallerNotFound = {
    ...InvalidUserNotFound,
    explanation: {
        en: 'Cloud Governance Center reports that the account of the gateway’s credentials does not exist.',
        zh: '云治理中心返回：网关凭证所属的账号不存在。'
    }
};
const InvalidBlueprintNotFound = {
    status: 404,
    message: 'The specified blueprint does not exist.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'The blueprint instance does not exist.',
        zh: '蓝图实例不存在。'
    }
};
const InvalidEnterpriseRealNameNotFound = {
    status: 404,
    message: 'The specified account has not passed enterprise real name verification. Please complete the verification for the account first.',
    code: 'CONFLICT',
    explanation: {
        en: 'The account has not passed enterprise real-name verification. Complete it first.',
        zh: '当前账号未进行企业实名认证，请先完成企业实名认证。'
    }
};
const InternalError = {
    status: 500,
    message: 'A system error occurred.',
    code: 'UPSTREAM_UNAVAILABLE',
    explanation: {
        en: 'Cloud Governance Center failed with a system error.',
        zh: '云治理中心发生系统错误。'
    },
    retryable: true
};
