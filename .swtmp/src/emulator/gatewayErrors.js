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
    get fillIn () {
        return fillIn;
    },
    get gatewayError () {
        return gatewayError;
    },
    get gatewayErrors () {
        return gatewayErrors;
    },
    get invalid () {
        return invalid;
    },
    get missing () {
        return missing;
    },
    get refuse () {
        return refuse;
    }
});
const _Refusal = require("./Refusal");
const gatewayErrors = {
    'InvalidAction.NotFound': {
        status: 404,
        message: 'Specified api is not found, please check your url and method.'
    },
    InvalidVersion: {
        status: 400,
        message: 'Specified parameter Version is not valid.'
    },
    UnsupportedHTTPMethod: {
        status: 400,
        message: 'The HTTP method is not supported by this action.'
    },
    InvalidParameter: {
        status: 400,
        message: 'The parameters of the request are not well formed: %s.'
    },
    'InvalidParameter.Format': {
        status: 400,
        message: 'Specified parameter Format is not valid.'
    },
    RequestTooLarge: {
        status: 413,
        message: 'The request is larger than %s bytes.'
    },
    IncompleteSignature: {
        status: 400,
        message: 'The request signature does not conform to standards: %s.',
        beforeProduct: true
    },
    InvalidSignatureMethod: {
        status: 400,
        message: 'Specified parameter SignatureMethod is not valid.',
        beforeProduct: true
    },
    SignatureDoesNotMatch: {
        status: 400,
        message: 'Specified signature is not matched with our calculation. server string to sign is:%s',
        beforeProduct: true
    },
    'InvalidAccessKeyId.NotFound': {
        status: 404,
        message: 'Specified access key is not found.',
        beforeProduct: true
    },
    'InvalidAccessKeyId.Inactive': {
        status: 400,
        message: 'Specified access key is disabled.',
        beforeProduct: true
    },
    'InvalidSecurityToken.Expired': {
        status: 400,
        message: 'Specified SecurityToken is expired.',
        beforeProduct: true
    },
    'InvalidSecurityToken.Malformed': {
        status: 400,
        message: 'Specified SecurityToken is malformed.',
        beforeProduct: true
    },
    'InvalidSecurityToken.MismatchWithAccessKey': {
        status: 400,
        message: 'Specified SecurityToken mismatch with the AccessKey.',
        beforeProduct: true
    },
    'InvalidTimeStamp.Format': {
        status: 400,
        message: 'Specified time stamp or date value is not well formatted.',
        beforeProduct: true
    },
    'InvalidTimeStamp.Expired': {
        status: 400,
        message: 'Specified time stamp or date value is expired.',
        beforeProduct: true
    },
    SignatureNonceUsed: {
        status: 400,
        message: 'Specified signature nonce was used already.',
        beforeProduct: true
    },
    'Forbidden.RAM': {
        status: 403,
        message: "User not authorized to operate on the specified resource, or this API doesn't support RAM."
    },
    'Throttling.User': {
        status: 400,
        message: 'Request was denied due to user flow control.'
    },
    ServiceUnavailable: {
        status: 503,
        message: 'The request has failed due to a temporary failure of the server.'
    },
    InternalError: {
        status: 500,
        message: 'The request processing has failed due to some unknown error, exception or failure.'
    }
};
const table = new Map(Object.entries(gatewayErrors));
const gatewayError = (code)=>table.get(code);
function fillIn(message, names) {
    const rest = [
        ...names
    ];
    return message.replace(/%s/g, (hole)=>rest.shift() ?? hole);
}
function refuse(code, ...names) {
    const { status, message } = gatewayErrors[code];
    return new _Refusal.Refusal(code, status, fillIn(message, names));
}
const missing = (name)=>new _Refusal.Refusal(`Missing${name}`, 400, `${name} is mandatory for this action.`);
const invalid = (name)=>new _Refusal.Refusal(`Invalid${name}`, 400, `Specified parameter ${name} is not valid.`);
