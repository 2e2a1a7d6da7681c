"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "authenticate", {
    enumerable: true,
    get: function() {
        return authenticate;
    }
});
const _gatewayErrors = require("./gatewayErrors");
const _signature = require("./signature");
/** How far a request's time stamp may be from the server's clock. One page says 31 minutes, the error tables 15. */ const clockWindowMs = 15 * 60_000;
/** Temporary keys begin with this, and are refused without their token. */ const temporaryKeyPrefix = 'STS.';
/** Characters that tokens consist of; anything else is malformed rather than another key's. */ const tokenForm = /^[A-Za-z0-9+/=._\-!%]+$/;
function authenticate({ method, parameters }, { world, nonces, wallClock }) {
    const accessKeyId = required(parameters, 'AccessKeyId');
    const signatureMethod = required(parameters, 'SignatureMethod');
    const signatureVersion = required(parameters, 'SignatureVersion');
    const nonce = required(parameters, 'SignatureNonce');
    const timestamp = required(parameters, 'Timestamp');
    const signature = required(parameters, 'Signature');
    if (signatureMethod !== 'HMAC-SHA1') throw (0, _gatewayErrors.refuse)('InvalidSignatureMethod');
    if (signatureVersion !== '1.0') throw (0, _gatewayErrors.invalid)('SignatureVersion');
    if (Math.abs(wallClock() - parseTimestamp(timestamp)) > clockWindowMs) throw (0, _gatewayErrors.refuse)('InvalidTimeStamp.Expired');
    const token = parameters.get('SecurityToken') ?? '';
    if (accessKeyId.startsWith(temporaryKeyPrefix) && token === '') throw (0, _gatewayErrors.missing)('SecurityToken');
    const key = world.accessKey(accessKeyId);
    if (!key) throw (0, _gatewayErrors.refuse)('InvalidAccessKeyId.NotFound');
    if (!key.active) throw (0, _gatewayErrors.refuse)('InvalidAccessKeyId.Inactive');
    assertToken(key, token, wallClock());
    const text = (0, _signature.stringToSign)(method, parameters);
    if (!(0, _signature.isSameSignature)(signature, (0, _signature.signatureOf)(text, key.secret))) throw (0, _gatewayErrors.refuse)('SignatureDoesNotMatch', text);
    if (!nonces.use(accessKeyId, nonce)) throw (0, _gatewayErrors.refuse)('SignatureNonceUsed');
    return key;
}
function required(parameters, name) {
    const value = parameters.get(name) ?? '';
    if (value === '') throw (0, _gatewayErrors.missing)(name);
    return value;
}
/** `YYYY-MM-DDThh:mm:ssZ`, and a day and time that exist. */ function parseTimestamp(text) {
    const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
    if (Number.isNaN(ms) || new Date(ms).toISOString() !== text.replace('Z', '.000Z')) {
        throw (0, _gatewayErrors.refuse)('InvalidTimeStamp.Format');
    }
    return ms;
}
function assertToken(key, token, now) {
    if (key.session === undefined && token === '') return;
    if (token === '') throw (0, _gatewayErrors.missing)('SecurityToken');
    if (!tokenForm.test(token)) throw (0, _gatewayErrors.refuse)('InvalidSecurityToken.Malformed');
    if (key.session?.securityToken !== token) throw (0, _gatewayErrors.refuse)('InvalidSecurityToken.MismatchWithAccessKey');
    if (key.session.expiresAt <= now) throw (0, _gatewayErrors.refuse)('InvalidSecurityToken.Expired');
}
