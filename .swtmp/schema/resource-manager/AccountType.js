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
    get AccountType () {
        return AccountType;
    },
    get AccountTypeInput () {
        return AccountTypeInput;
    },
    get parseAccountType () {
        return parseAccountType;
    }
});
const _enumValue = require("../enumValue");
const known = {
    CLOUD_ACCOUNT: 'An account with a root user that can sign in.',
    RESOURCE_ACCOUNT: 'An account that was created in the directory and has no root user.'
};
const AccountType = (0, _enumValue.defineEnum)('AccountType', 'Kind of a member of the resource directory.', {
    ...known,
    UNKNOWN: (0, _enumValue.unknownBeside)('rawType')
});
const AccountTypeInput = (0, _enumValue.defineEnum)('AccountTypeInput', 'Kind of a member of the resource directory, as a filter.', known);
const names = {
    CloudAccount: 'CLOUD_ACCOUNT',
    ResourceAccount: 'RESOURCE_ACCOUNT'
};
const parseAccountType = (raw)=>(0, _enumValue.enumValue)(names, raw);
