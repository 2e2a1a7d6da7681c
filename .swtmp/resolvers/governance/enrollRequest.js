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
    get fieldOfParameter () {
        return fieldOfParameter;
    },
    get toEnrollRequest () {
        return toEnrollRequest;
    }
});
const _UserError = require("../../src/errors/UserError");
const _EnrollAccount = require("../../src/operations/governance/EnrollAccount");
const _currentAccount = require("../currentAccount");
const _requireText = require("../requireText");
const toEnrollRequest = (input)=>{
    const tags = input.tags ?? [];
    if (tags.length > _EnrollAccount.maxTags) {
        throw (0, _UserError.badInput)([
            'input',
            'tags'
        ], {
            en: `at most ${_EnrollAccount.maxTags} tags`,
            zh: `最多 ${_EnrollAccount.maxTags} 个标签`
        }, tags.length);
    }
    const existing = 'accountId' in input ? (0, _currentAccount.parseAccountId)(input.accountId, [
        'input',
        'accountId'
    ]) : undefined;
    const prefix = 'accountNamePrefix' in input ? (0, _requireText.requireText)(input.accountNamePrefix, [
        'input',
        'accountNamePrefix'
    ]) : undefined;
    return {
        AccountUid: existing,
        AccountNamePrefix: prefix,
        DisplayName: (0, _requireText.textIfGiven)(input.displayName, [
            'input',
            'displayName'
        ]),
        FolderId: (0, _requireText.textIfGiven)(input.folderId, [
            'input',
            'folderId'
        ]),
        PayerAccountUid: input.payerAccountId == null ? undefined : (0, _currentAccount.parseAccountId)(input.payerAccountId, [
            'input',
            'payerAccountId'
        ]),
        BaselineId: (0, _requireText.textIfGiven)(input.baselineId, [
            'input',
            'baselineId'
        ]),
        BaselineItems: input.baselineItems?.map((item, index)=>toItem(item, [
                'input',
                'baselineItems',
                String(index)
            ])),
        ResellAccountType: input.resellAccountType == null ? undefined : resellAccountTypes[input.resellAccountType],
        Tag: tags.length === 0 ? undefined : tags.map(toTag)
    };
};
const inputOfParameter = {
    AccountUid: 'accountId',
    AccountNamePrefix: 'accountNamePrefix',
    DisplayName: 'displayName',
    FolderId: 'folderId',
    PayerAccountUid: 'payerAccountId',
    BaselineId: 'baselineId',
    BaselineItems: 'baselineItems',
    ResellAccountType: 'resellAccountType',
    Tag: 'tags'
};
const fieldOfParameter = (parameter, input)=>{
    const [first = '', position, ...members] = parameter.split('.');
    const name = inputOfParameter[first];
    const isOther = name === ('accountNamePrefix' in input ? 'accountId' : 'accountNamePrefix');
    if (name === undefined || isOther) return undefined;
    // The upstream counts the items of a list from 1. Without a position it is not known which of them is meant.
    const index = Number(position) - 1;
    const items = name === 'tags' ? input.tags : input.baselineItems;
    if (items?.[index] === undefined) return [
        'input',
        name
    ];
    return [
        'input',
        name,
        String(index),
        ...members.map((member)=>member.toLowerCase())
    ];
};
const toItem = ({ name, version, skip, config }, field)=>({
        Name: (0, _requireText.requireText)(name, [
            ...field,
            'name'
        ]),
        Version: (0, _requireText.textIfGiven)(version, [
            ...field,
            'version'
        ]),
        Skip: skip ?? undefined,
        Config: config == null ? undefined : configText(config, [
            ...field,
            'config'
        ])
    });
const toTag = ({ key, value }, index)=>({
        Key: (0, _requireText.requireText)(key, [
            'input',
            'tags',
            String(index),
            'key'
        ]),
        Value: value
    });
const resellAccountTypes = {
    RESELL: 'resell',
    NON_RESELL: 'non_resell'
};
const configText = (config, field)=>{
    if (typeof config !== 'object' || Array.isArray(config)) {
        throw (0, _UserError.badInput)(field, {
            en: 'an object',
            zh: '对象'
        }, config);
    }
    return JSON.stringify(config);
};
