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
    get isDirectlyIn () {
        return isDirectlyIn;
    },
    get splitFilter () {
        return splitFilter;
    }
});
const _AccountStatus = require("../../schema/resource-manager/AccountStatus");
const _AccountType = require("../../schema/resource-manager/AccountType");
const _UserError = require("../../src/errors/UserError");
const _every = require("../every");
const _requireText = require("../requireText");
const _toSet = require("../toSet");
const splitFilter = ({ includeSubfolders, tag, ...filter })=>{
    if (includeSubfolders === true && filter.folderId == null) {
        throw (0, _UserError.badInput)([
            'filter',
            'includeSubfolders'
        ], {
            en: 'omitted, or combined with folderId',
            zh: '省略，或与 folderId 一起使用'
        }, includeSubfolders);
    }
    const folderId = (0, _requireText.textIfGiven)(filter.folderId, [
        'filter',
        'folderId'
    ]);
    const keyword = (0, _requireText.textIfGiven)(filter.nameContains, [
        'filter',
        'nameContains'
    ]);
    const nameContains = keyword?.toLowerCase();
    const status = (0, _toSet.toSet)(filter.status);
    const type = (0, _toSet.toSet)(filter.type);
    const enrollmentStatus = (0, _toSet.toSet)(filter.enrollmentStatus);
    const directly = folderId !== undefined && includeSubfolders !== true;
    const tests = [];
    if (folderId !== undefined && !directly) {
        tests.push(({ ResourceDirectoryPath })=>ResourceDirectoryPath?.split('/').includes(folderId) ?? false);
    }
    if (nameContains !== undefined) {
        tests.push(({ DisplayName })=>DisplayName?.toLowerCase().includes(nameContains) ?? false);
    }
    if (status !== undefined) tests.push(({ Status })=>status.includes((0, _AccountStatus.parseAccountStatus)(Status)));
    if (type !== undefined) tests.push(({ Type })=>type.includes((0, _AccountType.parseAccountType)(Type)));
    if (tag != null) tests.push(hasTag((0, _requireText.requireText)(tag.key, [
        'filter',
        'tag',
        'key'
    ]), tag.value));
    const allTests = directly ? [
        isDirectlyIn(folderId),
        ...tests
    ] : tests;
    return {
        folderId,
        pushed: {
            folderId: directly ? folderId : undefined,
            keyword: directly ? keyword : undefined,
            // An empty value is one that was omitted to the upstream: it lists any, and the test chooses among them.
            tag: tag == null ? undefined : {
                Key: tag.key,
                Value: tag.value === '' ? undefined : tag.value ?? undefined
            }
        },
        matches: (0, _every.every)(tests),
        matchesAll: (0, _every.every)(allTests),
        enrollmentStatus,
        text: allTests.length === 0 && enrollmentStatus === undefined ? '' : JSON.stringify([
            folderId ?? null,
            directly,
            nameContains,
            tag,
            status,
            type,
            enrollmentStatus
        ])
    };
};
const isDirectlyIn = (folderId)=>({ FolderId })=>FolderId === folderId;
/** @param value null or undefined: any. */ const hasTag = (key, value)=>({ Tags })=>Tags?.Tag?.some(({ Key, Value = '' })=>Key === key && (value == null || Value === value)) ?? false;
