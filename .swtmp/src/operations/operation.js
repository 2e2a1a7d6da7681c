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
    get defineOperation () {
        return defineOperation;
    },
    get perMinute () {
        return perMinute;
    },
    get perSecond () {
        return perSecond;
    }
});
const defineOperation = (definition)=>definition;
const perSecond = (calls)=>({
        calls,
        windowSeconds: 1
    });
const perMinute = (calls)=>({
        calls,
        windowSeconds: 60
    });
