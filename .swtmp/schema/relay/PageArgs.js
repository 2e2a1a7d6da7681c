"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "PageArgs", {
    enumerable: true,
    get: function() {
        return PageArgs;
    }
});
const _typegraphql = require("type-graphql");
const _pageSize = require("../../src/pagination/pageSize");
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
let PageArgs = class PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.Int, {
        nullable: true,
        defaultValue: _pageSize.defaultPageSize,
        description: 'Maximum number of items to return, 1 to 100.'
    })
], PageArgs.prototype, "first", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'Returns the items after this cursor. An empty text counts as null. It costs at most one more call of the list. In lists that the upstream pages by number, adding or removing a record between two pages neither hides nor repeats another one. If the count has changed, one to three more calls find the position again. A record can be missed if more than four records before the cursor are removed. It can also be missed if the count stays the same although records were added and removed. If the upstream rejects the token of a list, the gateway reads the list from its beginning.'
    })
], PageArgs.prototype, "after", void 0);
PageArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], PageArgs);
