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
    get Requires () {
        return Requires;
    },
    get accessOf () {
        return accessOf;
    }
});
const _typegraphql = require("type-graphql");
const Requires = (access)=>(0, _typegraphql.Extensions)({
        access
    });
const accessOf = ({ extensions })=>extensions.access;
