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
    get productErrors () {
        return productErrors;
    },
    get productRefusal () {
        return productRefusal;
    }
});
const _Refusal = require("../Refusal");
const productErrors = {
    ConfigServiceNotEnabled: {
        status: 404,
        message: 'The Cloud Config service is not activated.'
    },
    AccountNotExisted: {
        status: 400,
        message: 'Your account is not existed.'
    },
    TokenInvalid: {
        status: 400,
        message: 'The token is invalid.'
    },
    NoData: {
        status: 404,
        message: 'not found data.'
    },
    EnterpriseEditionAllResourceTypesDefault: {
        status: 400,
        message: 'The Enterprise Edition monitor all resource types by default.'
    },
    'Invalid.Date.Value': {
        status: 400,
        message: 'Specified Date value is not valid.'
    },
    'Invalid.Params.Value': {
        status: 400,
        message: 'The specified parameter value is invalid.'
    },
    'Invalid.AggregatorId.Value': {
        status: 400,
        message: 'The specified AggregatorId is invalid.'
    }
};
function productRefusal(code) {
    const { status, message } = productErrors[code];
    return new _Refusal.Refusal(code, status, message);
}
