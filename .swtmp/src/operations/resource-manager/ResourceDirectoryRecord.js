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
    get controlPolicyStatuses () {
        return controlPolicyStatuses;
    },
    get directoryFields () {
        return directoryFields;
    },
    get memberDeletionStatuses () {
        return memberDeletionStatuses;
    },
    get newDirectoryFields () {
        return newDirectoryFields;
    }
});
const _shapes = require("../shapes");
const controlPolicyStatuses = [
    'Enabled',
    'PendingEnable',
    'Disabled',
    'PendingDisable'
];
const memberDeletionStatuses = [
    'Enabled',
    'Disabled'
];
const newDirectoryFields = {
    CreateTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
    MasterAccountId: (0, _shapes.text)(),
    MasterAccountName: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceDirectoryId: (0, _shapes.text)(),
    RootFolderId: (0, _shapes.text)()
};
const directoryFields = {
    ...newDirectoryFields,
    ControlPolicyStatus: (0, _shapes.optional)((0, _shapes.oneOf)(controlPolicyStatuses)),
    /** The name from enterprise real-name verification. */ IdentityInformation: (0, _shapes.optional)((0, _shapes.text)()),
    MemberDeletionStatus: (0, _shapes.optional)((0, _shapes.oneOf)(memberDeletionStatuses))
};
