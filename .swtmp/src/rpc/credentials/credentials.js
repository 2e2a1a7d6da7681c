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
    get NoCredentials () {
        return NoCredentials;
    },
    get principalOf () {
        return principalOf;
    }
});
const principalOf = ({ principal, accessKeyId })=>principal ?? accessKeyId;
let NoCredentials = class NoCredentials extends Error {
    constructor(...args){
        super(...args), this.name = 'NoCredentials';
    }
};
