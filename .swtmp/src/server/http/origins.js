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
    get createOriginList () {
        return createOriginList;
    },
    get isSameOrigin () {
        return isSameOrigin;
    }
});
const createOriginList = (allowed)=>{
    const exact = new Set(allowed);
    return (text)=>{
        if (exact.has(text)) return true;
        if (!URL.canParse(text)) return false;
        const { protocol, hostname, origin } = new URL(text);
        return text === origin && exact.has(`${protocol}//${hostname}:*`);
    };
};
const isSameOrigin = (origin, headers)=>{
    if (headers['sec-fetch-site'] === 'same-origin') return true;
    if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
    const { protocol, host } = new URL(origin);
    const requested = `${protocol}//${headers.host ?? ''}`;
    return URL.canParse(requested) && new URL(requested).host === host;
};
