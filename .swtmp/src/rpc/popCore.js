"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "popCoreClient", {
    enumerable: true,
    get: function() {
        return popCoreClient;
    }
});
const _popcore = /*#__PURE__*/ _interop_require_default(require("@alicloud/pop-core"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const popCoreClient = (endpoint, apiVersion)=>{
    // Placeholders: pop-core requires keys, and the gateway's come with each call.
    const client = new _popcore.default({
        endpoint,
        apiVersion,
        accessKeyId: 'unused',
        accessKeySecret: 'unused'
    });
    return client;
};
