/** What Cloud Config finds a resource by. */ "use strict";
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
    get keyOf () {
        return keyOf;
    },
    get toResourceKeyText () {
        return toResourceKeyText;
    }
});
const toResourceKeyText = ({ accountId, region, resourceType, resourceId })=>[
        accountId,
        region,
        resourceType,
        resourceId
    ].join('/');
const keyOf = ({ Region, ResourceType, ResourceId }, accountId)=>({
        accountId,
        region: Region,
        resourceType: ResourceType,
        resourceId: ResourceId
    });
