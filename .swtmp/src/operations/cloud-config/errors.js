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
    get AccountNotExisted () {
        return AccountNotExisted;
    },
    get CreateSLRFail () {
        return CreateSLRFail;
    },
    get InvalidResourceTypes () {
        return InvalidResourceTypes;
    },
    get MemberNotBelongToMaster () {
        return MemberNotBelongToMaster;
    },
    get NoPermission () {
        return NoPermission;
    },
    get ProcessIsRunning () {
        return ProcessIsRunning;
    },
    get RDMemberNoPermission () {
        return RDMemberNoPermission;
    },
    get ServiceUnavailable () {
        return ServiceUnavailable;
    }
});
const NoPermission = {
    status: 400,
    message: 'You are not authorized to perform this operation.',
    code: 'FORBIDDEN',
    explanation: {
        en: 'The gateway’s credentials are not allowed to perform this Cloud Config operation. Grant them its RAM action.',
        zh: '网关所用的凭证无权执行此配置审计操作，请为其授予相应的 RAM 权限。'
    }
};
const AccountNotExisted = {
    status: 404,
    message: 'Your account does not exist.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'Cloud Config reports that the account does not exist.',
        zh: '配置审计返回：该账号不存在。'
    }
};
const ServiceUnavailable = {
    status: 503,
    message: 'The request has failed due to a temporary failure of the server.',
    code: 'UPSTREAM_UNAVAILABLE',
    explanation: {
        en: 'Cloud Config is temporarily unavailable. Try again later.',
        zh: '配置审计服务暂时不可用，请稍后重试。'
    },
    retryable: true
};
const ProcessIsRunning = {
    status: 400,
    message: 'The process is running.',
    code: 'CONFLICT',
    explanation: {
        en: 'Cloud Config is still initializing the service for this account. Wait until the status of its recorder is REGISTERED.',
        zh: '配置审计仍在初始化该账号的服务，请等待其资源监控的状态变为 REGISTERED。'
    },
    retryable: true
};
const RDMemberNoPermission = {
    status: 400,
    message: 'You are not authorized to perform the operation. The reasons include: 1. You have not enabled the resource directory service. 2. You are not using the administrator account of resource directory.',
    code: 'FORBIDDEN',
    explanation: {
        en: 'The account may not do this: it has no resource directory, or it is not the management account of its directory.',
        zh: '该账号无权执行此操作：未启用资源目录，或该账号不是资源目录的企业管理账号。'
    }
};
const MemberNotBelongToMaster = {
    status: 400,
    message: 'The specified member does not belong to your organization.',
    code: 'FORBIDDEN',
    explanation: {
        en: 'The named member account does not belong to the resource directory of the gateway’s credentials.',
        zh: '指定的成员账号不属于网关凭证所在的资源目录。'
    }
};
const CreateSLRFail = {
    status: 500,
    message: 'Failed to create SLR.',
    code: 'UPSTREAM_REJECTED',
    explanation: {
        en: 'Cloud Config could not create its service-linked role AliyunServiceRoleForConfig in this account.',
        zh: '配置审计无法在该账号下创建服务关联角色 AliyunServiceRoleForConfig。'
    }
};
const InvalidResourceTypes = {
    status: 400,
    message: 'The specified resourceTypes is invalid.',
    code: 'BAD_USER_INPUT',
    explanation: {
        en: 'Cloud Config does not support one of the resource types. `supportedResourceTypes` lists the supported ones.',
        zh: '配置审计不支持其中某个资源类型，可通过 `supportedResourceTypes` 查询支持的资源类型。'
    }
};
