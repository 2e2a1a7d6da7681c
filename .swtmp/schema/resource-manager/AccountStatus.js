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
    get AccountStatus () {
        return AccountStatus;
    },
    get AccountStatusInput () {
        return AccountStatusInput;
    },
    get parseAccountStatus () {
        return parseAccountStatus;
    }
});
const _enumValue = require("../enumValue");
const known = {
    CREATE_SUCCESS: 'The account was created in the directory.',
    INVITE_SUCCESS: 'The account was invited and joined.',
    PROMOTE_VERIFYING: 'The account is being converted to a cloud account. Its owner has not confirmed yet.',
    PROMOTE_SUCCESS: 'The account was converted to a cloud account.',
    PROMOTE_FAILED: 'The account could not be converted to a cloud account.',
    PROMOTE_EXPIRED: 'The confirmation to convert the account to a cloud account has expired.',
    PROMOTE_CANCELLED: 'Converting the account to a cloud account was canceled.'
};
const AccountStatus = (0, _enumValue.defineEnum)('AccountStatus', 'How a member of the resource directory reached its present state.', {
    ...known,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawStatus')
});
const AccountStatusInput = (0, _enumValue.defineEnum)('AccountStatusInput', 'Status of a member of the resource directory, as a filter.', known);
const names = {
    CreateSuccess: 'CREATE_SUCCESS',
    InviteSuccess: 'INVITE_SUCCESS',
    PromoteVerifying: 'PROMOTE_VERIFYING',
    PromoteSuccess: 'PROMOTE_SUCCESS',
    PromoteFailed: 'PROMOTE_FAILED',
    PromoteExpired: 'PROMOTE_EXPIRED',
    PromoteCancelled: 'PROMOTE_CANCELLED'
};
const parseAccountStatus = (raw)=>(0, _enumValue.enumValue)(names, raw);
