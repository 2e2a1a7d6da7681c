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
    get parseResourceKey () {
        return parseResourceKey;
    },
    get slipIn () {
        return slipIn;
    }
});
const _UserError = require("../../src/errors/UserError");
const _requireText = require("../requireText");
/** `ACS::ECS::Instance`: whose, which product's, and what. */ const resourceType = /^[^\s:]+(::[^\s:]+){2,}$/;
const parseResourceKey = (key, field)=>{
    for (const name of [
        'resourceType',
        'resourceId'
    ])(0, _requireText.requireCharacters)(key[name], [
        ...field,
        name
    ]);
    return key;
};
const slipIn = (key, field)=>{
    const names = [
        'region',
        'resourceType',
        'resourceId'
    ];
    const blank = names.find((name)=>key[name].trim() === '' && !(name === 'region' && key.region === ''));
    if (blank !== undefined) return (0, _requireText.notBlank)([
        ...field,
        blank
    ], key[blank]);
    if (resourceType.test(key.resourceType)) return undefined;
    return (0, _UserError.badInput)([
        ...field,
        'resourceType'
    ], {
        en: 'a resource type such as ACS::ECS::Instance (`supportedResourceTypes` lists them)',
        zh: '资源类型，例如 ACS::ECS::Instance（`supportedResourceTypes` 可列出全部）'
    }, key.resourceType);
};
