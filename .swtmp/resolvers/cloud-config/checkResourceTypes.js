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
    get checkResourceTypes () {
        return checkResourceTypes;
    },
    get checkTypesOfNothing () {
        return checkTypesOfNothing;
    },
    get writtenTypes () {
        return writtenTypes;
    }
});
const _UserError = require("../../src/errors/UserError");
const _orNull = require("../../src/loaders/orNull");
const _nearest = require("../nearest");
/** What the upstream accepts in place of a list of resource types: every type, those that are yet to come included. */ const everyType = 'all';
const writtenTypes = (types, field)=>types.map((type, index)=>({
            type,
            field: [
                ...field,
                String(index)
            ]
        }));
const checkResourceTypes = async (accountId, types, field, { loaders })=>{
    if (types.length === 0) {
        throw (0, _UserError.badInput)(field, {
            en: 'at least one resource type',
            zh: '至少一个资源类型'
        }, types);
    }
    if (types.length === 1 && types[0] === everyType) return;
    const supported = await loaders.cloudConfig.supportedResourceTypes.load(accountId);
    const slip = writtenTypes(types, field).find(({ type })=>!supported.includes(type));
    if (slip !== undefined) throw notSupported(slip, supported);
};
const checkTypesOfNothing = async (types, { loaders, currentAccountId }, loadFound)=>{
    if (types.length === 0) return;
    const answer = loaders.cloudConfig.supportedResourceTypes.load(await currentAccountId());
    // Who never activated Cloud Config may not read the list in its older version: then nobody can tell.
    const supported = await (0, _orNull.orNull)(answer, 'NOT_ACTIVATED');
    const unsupported = supported === null ? [] : types.filter(({ type })=>!supported.includes(type));
    if (supported === null || unsupported.length === 0) return;
    const found = await loadFound();
    const slip = unsupported.find(({ type })=>!found.includes(type));
    if (slip !== undefined) throw notSupported(slip, supported);
};
const notSupported = ({ type, field }, supported)=>{
    const nearest = (0, _nearest.nearestOf)(type, supported);
    return (0, _UserError.badInput)(field, {
        en: `a resource type that Cloud Config supports (the nearest are ${nearest})`,
        zh: `配置审计支持的资源类型（最接近的有 ${nearest}）`
    }, type);
};
