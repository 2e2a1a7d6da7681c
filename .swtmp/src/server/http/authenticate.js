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
    get authenticate () {
        return authenticate;
    },
    get principalIn () {
        return principalIn;
    },
    get senderOf () {
        return senderOf;
    }
});
const _graphql = require("graphql");
const _negotiator = /*#__PURE__*/ _interop_require_default(require("negotiator"));
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const principals = new WeakMap();
const authenticate = async (door, request)=>{
    if (!door.isOpen && asksForPage(request)) return;
    const { authorization, 'router-authorization': router } = request.headers;
    principals.set(request, await door.enter({
        authorization,
        router: typeof router === 'string' ? router : undefined
    }));
};
const principalIn = (request)=>principals.get(request);
const senderOf = (request)=>{
    const principal = principals.get(request);
    if (principal !== undefined) return principal;
    throw new _graphql.GraphQLError('The request has no valid identity.', {
        extensions: {
            code: 'UNAUTHENTICATED',
            http: {
                status: 401
            }
        }
    });
};
/** What Apollo Server answers with its landing page, and never executes, as long as it has one. */ const asksForPage = ({ method, headers: { accept } })=>method === 'GET' && accept !== undefined && new _negotiator.default({
        headers: {
            accept
        }
    }).mediaType([
        'application/json; charset=utf-8',
        'application/graphql-response+json; charset=utf-8',
        'multipart/mixed',
        'text/html'
    ]) === 'text/html';
