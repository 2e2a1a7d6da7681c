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
    get callerKey () {
        return callerKey;
    },
    get callerOf () {
        return callerOf;
    }
});
const _authenticate = require("./authenticate");
const callerOf = (request)=>{
    const principal = (0, _authenticate.principalIn)(request);
    return principal === undefined || principal.isAnonymous ? {
        kind: 'address',
        name: request.ip
    } : {
        kind: 'principal',
        name: principal.id
    };
};
const callerKey = ({ kind, name })=>`${kind} ${name}`;
