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
    get AccountDetailRecord () {
        return AccountDetailRecord;
    },
    get AccountSummaryRecord () {
        return AccountSummaryRecord;
    },
    get FolderAccountRecord () {
        return FolderAccountRecord;
    },
    get emailStatuses () {
        return emailStatuses;
    },
    get joinMethods () {
        return joinMethods;
    },
    get memberStatuses () {
        return memberStatuses;
    },
    get memberTypes () {
        return memberTypes;
    },
    get tagParameters () {
        return tagParameters;
    }
});
const _shapes = require("../shapes");
const memberStatuses = [
    'CreateSuccess',
    'PromoteVerifying',
    'PromoteFailed',
    'PromoteExpired',
    'PromoteCancelled',
    'PromoteSuccess',
    'InviteSuccess'
];
const memberTypes = [
    'CloudAccount',
    'ResourceAccount'
];
const joinMethods = [
    'invited',
    'created'
];
const TagRecord = (0, _shapes.object)({
    Key: (0, _shapes.optional)((0, _shapes.text)()),
    Value: (0, _shapes.optional)((0, _shapes.text)())
});
const tagParameters = {
    Tag: (0, _shapes.optional)((0, _shapes.list)(TagRecord, {
        encoding: 'flat',
        in: 'query'
    })),
    IncludeTags: (0, _shapes.optional)((0, _shapes.flag)({
        in: 'query',
        default: false
    }))
};
const memberFields = {
    Status: (0, _shapes.optional)((0, _shapes.oneOf)(memberStatuses)),
    Type: (0, _shapes.optional)((0, _shapes.oneOf)(memberTypes)),
    DisplayName: (0, _shapes.optional)((0, _shapes.text)()),
    FolderId: (0, _shapes.optional)((0, _shapes.text)()),
    ResourceDirectoryId: (0, _shapes.optional)((0, _shapes.text)()),
    JoinTime: (0, _shapes.optional)((0, _shapes.isoTime)()),
    AccountId: (0, _shapes.accountId)('string'),
    JoinMethod: (0, _shapes.optional)((0, _shapes.oneOf)(joinMethods)),
    ModifyTime: (0, _shapes.optional)((0, _shapes.isoTime)())
};
/** Lists wrap the tags of a member; GetAccount does not. */ const wrappedTags = {
    Tags: (0, _shapes.optional)((0, _shapes.object)({
        Tag: (0, _shapes.optional)((0, _shapes.list)(TagRecord))
    }))
};
const summaryOfParentFields = {
    ...memberFields,
    ...wrappedTags
};
const FolderAccountRecord = (0, _shapes.object)(summaryOfParentFields);
const summaryFields = {
    ...summaryOfParentFields,
    ResourceDirectoryPath: (0, _shapes.optional)((0, _shapes.text)())
};
const AccountSummaryRecord = (0, _shapes.object)(summaryFields);
const emailStatuses = [
    'WAIT_MODIFY',
    'CANCELLED',
    'EXPIRED',
    ''
];
const detailFields = {
    ...memberFields,
    ResourceDirectoryPath: (0, _shapes.optional)((0, _shapes.text)()),
    IdentityInformation: (0, _shapes.optional)((0, _shapes.text)()),
    AccountName: (0, _shapes.optional)((0, _shapes.text)()),
    Tags: (0, _shapes.optional)((0, _shapes.list)(TagRecord)),
    /** Path by folder names. */ Location: (0, _shapes.optional)((0, _shapes.text)()),
    EmailStatus: (0, _shapes.optional)((0, _shapes.oneOf)(emailStatuses))
};
const AccountDetailRecord = (0, _shapes.object)(detailFields);
