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
    get isLoopbackAddress () {
        return isLoopbackAddress;
    },
    get isLoopbackHost () {
        return isLoopbackHost;
    },
    get isLoopbackName () {
        return isLoopbackName;
    },
    get isLoopbackOrigin () {
        return isLoopbackOrigin;
    }
});
const loopbackName = /^(?:(?:[a-z\d-]+\.)*localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;
const isLoopbackName = (name)=>loopbackName.test(name);
const isLoopbackAddress = (address)=>address !== undefined && (address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address));
const isLoopbackHost = (host)=>host === undefined || isLoopbackName(host.replace(/:\d{1,5}$/, ''));
const isLoopbackOrigin = (origin)=>origin === undefined || /^https?:\/\//i.test(origin) && isLoopbackHost(origin.replace(/^https?:\/\//i, ''));
