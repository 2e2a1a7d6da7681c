/** An object as it came out of JSON: nothing is known of its values. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "isJsonObject", {
    enumerable: true,
    get: function() {
        return isJsonObject;
    }
});
function isJsonObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
