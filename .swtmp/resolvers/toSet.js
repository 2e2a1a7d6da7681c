/** The same set is the same filter. Undefined for an empty one: it leaves nothing out. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "toSet", {
    enumerable: true,
    get: function() {
        return toSet;
    }
});
const toSet = (values)=>values == null || values.length === 0 ? undefined : [
        ...new Set(values)
    ].sort();
