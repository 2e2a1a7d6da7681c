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
    get explainCode () {
        return explainCode;
    },
    get explainFamily () {
        return explainFamily;
    },
    get familyOf () {
        return familyOf;
    },
    get familyOfCode () {
        return familyOfCode;
    },
    get isAuthCode () {
        return isAuthCode;
    },
    get isCodeOfKeys () {
        return isCodeOfKeys;
    },
    get isDenial () {
        return isDenial;
    },
    get isServerCode () {
        return isServerCode;
    },
    get isThrottlingCode () {
        return isThrottlingCode;
    },
    get spellings () {
        return spellings;
    }
});
/** The gateway calls something that does not exist: neither the caller's input nor a missing object. */ const ofProtocol = /^Invalid(Action|Api|Product|Version|Protocol)\b/i;
/** The first that matches. Letter case does not matter. */ const families = [
    [
        'NOT_ACTIVATED',
        /^AccountNotExisted$|(Service|User|Product|Config|^|\.)Not(Enabled?|Activated?|Active|Open(ed)?|Subscribed)$|^NotOpenService|ServiceNot(Enabled|Activated|Open)/i
    ],
    [
        'PERMISSION',
        /^Forbidden(\.|$)|NoPermission|^AccessDenied|^(Not|Un)Authori[sz]ed|(Not|Un)Authori[sz]ed(Operation)?$|^NoAuth(ority|ori[sz]ation)?$/i
    ],
    [
        'NOT_FOUND',
        /(NotFound|(Not|Doesn?tNot)Exist(s|ed)?)(\.|$)|^EntityNotExist|^NoSuch|^NoData$/i
    ],
    [
        'INVALID_PARAMETER',
        /^Invalid(?!Status|State|Operation)|^Missing|^Illegal|^(Parameter|Argument)(Invalid|Illegal|Error)/i
    ]
];
const familyOfCode = (code)=>ofProtocol.test(code) ? undefined : families.find(([, pattern])=>pattern.test(code))?.[0];
const familyOf = (code, httpStatus)=>{
    if (code === undefined) return undefined;
    const family = familyOfCode(code);
    if (family === 'NOT_ACTIVATED') return family;
    return httpStatus === 401 || httpStatus === 403 ? 'PERMISSION' : family;
};
const isThrottlingCode = (code)=>/throttling|^TooManyRequests|^RequestLimitExceeded|RateLimit|FlowControl|FlowLimit|QpsLimit/i.test(code) && // Resource Management, 409: a limit on how often a feature may be toggled.
    code !== 'Throttling.EnableControlPolicy';
const isAuthCode = (code)=>/^(Invalid|Missing|Incomplete|Expired)?(Signature|AccessKey|SecurityToken|StsToken|Credentials?)|^(Invalid|Illegal|Missing)Time_?stamp|^Forbidden\.AccessKey|^(Token)?Expired(Token)?$/i.test(code);
const isCodeOfKeys = (code)=>isAuthCode(code) && !/Signature|Time_?stamp/i.test(code) && /Expired|Mismatch|Inactive|Disabled|AccessKey(Id)?(\.?(NotFound|NotExists?))?$/i.test(code) && !/^(Missing|Incomplete)/i.test(code);
const isServerCode = (code)=>/^(Internal(Server)?(Error|Failure)|ServiceUnavailable|ServerBusy|ServiceBusy|SystemBusy|SystemError|ServiceTimeout)/i.test(code);
const told = {
    NOT_ACTIVATED: {
        code: 'NOT_FOUND',
        explanation: {
            en: 'The service is not activated in this account. Activate it first.',
            zh: '该账号尚未开通此服务，请先开通。'
        }
    },
    PERMISSION: {
        code: 'FORBIDDEN',
        explanation: {
            en: 'The gateway’s credentials are not allowed to do this upstream.',
            zh: '网关所用的凭证无权在上游执行此操作。'
        }
    },
    NOT_FOUND: {
        code: 'NOT_FOUND',
        explanation: {
            en: 'The requested object does not exist upstream.',
            zh: '上游服务中不存在所请求的对象。'
        }
    },
    INVALID_PARAMETER: {
        code: 'BAD_USER_INPUT',
        explanation: {
            en: 'The upstream rejected a parameter. Check the input.',
            zh: '上游服务拒绝了某个参数，请检查输入。'
        }
    }
};
const explainFamily = (family)=>told[family];
const spellings = {
    NOT_ACTIVATED: [
        'AccountNotExisted',
        '*ServiceNotEnabled',
        '*ServiceNotActivated',
        '*ServiceNotOpened',
        'NotOpenService*'
    ],
    PERMISSION: [
        'Forbidden',
        'Forbidden.*',
        '*NoPermission*',
        'AccessDenied*',
        'NotAuthorized*',
        'Unauthorized*',
        'NoAuthority'
    ],
    NOT_FOUND: [
        '*NotFound',
        '*NotExist',
        '*NotExists.*',
        'EntityNotExist*',
        'NoSuch*',
        'NoData'
    ],
    INVALID_PARAMETER: [
        'Invalid*',
        'Missing*',
        'Illegal*',
        'ParameterInvalid*'
    ],
    THROTTLING: [
        '*Throttling*',
        'TooManyRequests*',
        'RequestLimitExceeded*',
        '*FlowControl*'
    ],
    AUTH: [
        'Signature*',
        'InvalidAccessKey*',
        'SecurityToken*',
        'InvalidSecurityToken*',
        'InvalidTimeStamp*',
        'Forbidden.AccessKey*'
    ],
    SERVER: [
        'InternalError*',
        'ServiceUnavailable*',
        'SystemBusy*',
        'ServiceTimeout*'
    ]
};
/** Codes of a whole product with words of their own. */ const ofProducts = new Map([
    [
        // Cloud Config, Put- and UpdateConfigurationRecorder.
        'EnterpriseEditionAllResourceTypesDefault',
        {
            code: 'CONFLICT',
            explanation: {
                en: 'The enterprise edition of Cloud Config records all resource types: the list cannot be narrowed.',
                zh: '配置审计企业版默认监控全部资源类型，不能缩小资源类型范围。'
            }
        }
    ]
]);
const explainCode = (code, family)=>ofProducts.get(code ?? '') ?? (family && told[family]);
const isDenial = (code, family)=>family === 'PERMISSION' && !/^\w+NoPermission/i.test(code ?? '');
