"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ResourceDirectoryFolder", {
    enumerable: true,
    get: function() {
        return ResourceDirectoryFolder;
    }
});
const _typegraphql = require("type-graphql");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
let ResourceDirectoryFolder = class ResourceDirectoryFolder extends _Node.Node {
    static of(folderId, known = {}) {
        const { parentId, record } = known;
        const id = (0, _globalId.toGlobalId)('ResourceDirectoryFolder', folderId);
        return Object.assign(new ResourceDirectoryFolder(), {
            folderId,
            parentId,
            record,
            id
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The folder ID: `fd-…`, or `r-…` for the root folder.'
    })
], ResourceDirectoryFolder.prototype, "folderId", void 0);
ResourceDirectoryFolder = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'A folder of a resource directory.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "folderId")')
], ResourceDirectoryFolder);
