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
    get AccountGroupDetailRecord () {
        return AccountGroupDetailRecord;
    },
    get AccountGroupMemberRecord () {
        return AccountGroupMemberRecord;
    },
    get AccountGroupRecord () {
        return AccountGroupRecord;
    },
    get accountGroupTypes () {
        return accountGroupTypes;
    }
});
const _shapes = require("../../shapes");
const _ConfigurationRecorderRecord = require("../ConfigurationRecorderRecord");
const accountGroupTypes = [
    'RD',
    'FOLDER',
    'CUSTOM'
];
const commonFields = {
    /** The management account, or the delegated administrator, that owns the group. */ AccountId: (0, _shapes.optional)((0, _shapes.accountId)('number')),
    /** How many members it has. */ AggregatorAccountCount: (0, _shapes.optional)((0, _shapes.count)()),
    /** `ca-` and hexadecimal digits. */ AggregatorId: (0, _shapes.text)(),
    AggregatorName: (0, _shapes.optional)((0, _shapes.text)()),
    /** 0 while its members are gathered, 1 from then on. */ AggregatorStatus: (0, _shapes.optional)((0, _shapes.int32)({
        intValues: [
            0,
            1
        ]
    })),
    AggregatorType: (0, _shapes.optional)((0, _shapes.oneOf)(accountGroupTypes)),
    Description: (0, _shapes.optional)((0, _shapes.text)()),
    /** Of a group of type FOLDER. */ FolderId: (0, _shapes.optional)((0, _shapes.text)()),
    /** Asked for by Key and Value, answered by these names. */ Tags: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
        TagKey: (0, _shapes.optional)((0, _shapes.text)()),
        TagValue: (0, _shapes.optional)((0, _shapes.text)())
    })))
};
const listedFields = {
    ...commonFields,
    AggregatorCreateTimestamp: (0, _shapes.optional)((0, _shapes.epochMs)())
};
const AccountGroupRecord = (0, _shapes.object)(listedFields);
const memberFields = {
    AccountId: (0, _shapes.accountId)('number'),
    AccountName: (0, _shapes.optional)((0, _shapes.text)()),
    AccountType: (0, _shapes.optional)((0, _shapes.oneOf)([
        'ResourceDirectory'
    ])),
    RecorderStatus: (0, _shapes.optional)((0, _shapes.oneOf)(_ConfigurationRecorderRecord.recorderStatuses))
};
const AccountGroupMemberRecord = (0, _shapes.object)(memberFields);
const detailFields = {
    ...commonFields,
    AggregatorAccounts: (0, _shapes.optional)((0, _shapes.list)(AccountGroupMemberRecord)),
    /** Text here, a number in the list. */ AggregatorCreateTimestamp: (0, _shapes.optional)((0, _shapes.epochMsText)()),
    /** Of a group of type FOLDER. */ FolderName: (0, _shapes.optional)((0, _shapes.text)())
};
const AccountGroupDetailRecord = (0, _shapes.object)(detailFields);
