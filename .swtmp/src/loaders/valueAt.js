/** The value at a dotted path of a request or response, as the catalogue's `paging` names it. Undefined if there is none. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "valueAt", {
    enumerable: true,
    get: function() {
        return valueAt;
    }
});
const valueAt = (object, path)=>path.split('.').reduce((value, name)=>typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined, object);
