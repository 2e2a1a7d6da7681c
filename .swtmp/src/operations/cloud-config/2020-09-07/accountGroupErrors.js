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
    get InvalidAggregatorId () {
        return InvalidAggregatorId;
    },
    get InvalidResourceOwnerId () {
        return InvalidResourceOwnerId;
    }
});
const InvalidAggregatorId = {
    status: 400,
    message: 'The specified AggregatorId is invalid.',
    code: 'NOT_FOUND',
    explanation: {
        en: 'The account group does not exist, or the account of the gateway’s credentials does not own it.',
        zh: '账号组不存在，或网关所用的凭证不属于该账号组的所有者。'
    }
};
const InvalidResourceOwnerId = {
    status: 400,
    message: 'The specified ResourceOwnerId is invalid.',
    code: 'BAD_USER_INPUT',
    explanation: {
        en: 'The account is not a valid owner of resources in this account group.',
        zh: '指定的账号不是该账号组中有效的资源所有者。'
    }
};
