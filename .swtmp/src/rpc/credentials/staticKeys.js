"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "staticKeys", {
    enumerable: true,
    get: function() {
        return staticKeys;
    }
});
function staticKeys(accessKeyId, accessKeySecret, securityToken) {
    const credentials = {
        accessKeyId,
        accessKeySecret,
        securityToken
    };
    return {
        get: ()=>Promise.resolve(credentials)
    };
}
