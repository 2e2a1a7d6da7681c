/**
 * The address of a request without the path under which a proxy publishes the gateway. Proxies that remove the path
 * themselves need nothing of this.
 *
 * @param publicPath such as `/governance`.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "withoutPublicPath", {
    enumerable: true,
    get: function() {
        return withoutPublicPath;
    }
});
const withoutPublicPath = (url, publicPath)=>{
    if (publicPath === undefined || !url.startsWith(publicPath)) return url;
    const rest = url.slice(publicPath.length);
    if (rest === '' || rest.startsWith('?')) return `/${rest}`;
    return rest.startsWith('/') ? rest : url;
};
