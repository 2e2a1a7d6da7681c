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
    get accountOrCurrent () {
        return accountOrCurrent;
    },
    get parseAccountId () {
        return parseAccountId;
    }
});
const _UserError = require("../src/errors/UserError");
const parseAccountId = (accountId, field)=>{
    if (!/^\d{1,20}$/.test(accountId)) {
        throw (0, _UserError.badInput)(field, {
            en: 'an Alibaba Cloud account ID, usually 16 digits',
            zh: '阿里云账号 ID（通常为 16 位数字）'
        }, accountId);
    }
    return accountId;
};
const accountOrCurrent = async (context, accountId, field)=>accountId == null ? context.currentAccountId() : parseAccountId(accountId, field);
