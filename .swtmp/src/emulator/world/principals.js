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
    get roleId () {
        return roleId;
    },
    get userId () {
        return userId;
    }
});
const _nodecrypto = require("node:crypto");
const userId = (accountId, name)=>eighteenDigits('user', accountId, name);
const roleId = (accountId, name)=>eighteenDigits('role', accountId, name);
/** The form of RAM user and role ids. */ function eighteenDigits(...parts) {
    const digest = (0, _nodecrypto.createHash)('sha256').update(parts.join('/')).digest();
    return `2${(digest.readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`;
}
