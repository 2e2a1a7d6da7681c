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
    get productOf () {
        return productOf;
    },
    get routeOf () {
        return routeOf;
    }
});
const _operations = require("../operations");
const _gatewayErrors = require("./gatewayErrors");
const routes = new Map();
const products = new Map();
for (const [name, operation] of Object.entries(_operations.catalogue)){
    routes.set(`${operation.product.version} ${operation.action}`, {
        name,
        operation
    });
    products.set(operation.product.version, operation.product);
}
const productOf = (parameters)=>products.get(parameters.get('Version') ?? '');
function routeOf(method, parameters) {
    for (const name of [
        'Version',
        'Action'
    ]){
        if ((parameters.get(name) ?? '') === '') throw (0, _gatewayErrors.missing)(name);
    }
    const version = parameters.get('Version') ?? '';
    if (!products.has(version)) throw (0, _gatewayErrors.refuse)('InvalidVersion');
    const route = routes.get(`${version} ${parameters.get('Action') ?? ''}`);
    if (!route) throw (0, _gatewayErrors.refuse)('InvalidAction.NotFound');
    if (!route.operation.methods.some((listed)=>listed === method)) throw (0, _gatewayErrors.refuse)('UnsupportedHTTPMethod');
    return route;
}
