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
    get ConfigurationRecorderRecord () {
        return ConfigurationRecorderRecord;
    },
    get organizationEnableStatuses () {
        return organizationEnableStatuses;
    },
    get recorderStatuses () {
        return recorderStatuses;
    }
});
const _shapes = require("../shapes");
const recorderStatuses = [
    'REGISTRABLE',
    'BUILDING',
    'REGISTERED',
    'REBUILDING'
];
const organizationEnableStatuses = [
    'REGISTRABLE',
    'BUILDING',
    'REGISTERED'
];
const fields = {
    /** Only for an ordinary account. */ AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number', {
        wireAlso: 'string'
    })),
    ConfigurationRecorderStatus: (0, _shapes.optional)((0, _shapes.oneOf)(recorderStatuses)),
    OrganizationEnableStatus: (0, _shapes.optional)((0, _shapes.oneOf)(organizationEnableStatuses)),
    /** Only for the management account of an organization. */ OrganizationMasterId: (0, _shapes.optional)((0, _shapes.accountId)('number')),
    /** Every supported type unless narrowed. */ ResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)()))
};
const ConfigurationRecorderRecord = (0, _shapes.object)(fields);
