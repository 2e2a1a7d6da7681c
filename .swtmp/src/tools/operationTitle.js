"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "operationTitle", {
    enumerable: true,
    get: function() {
        return operationTitle;
    }
});
const _operations = require("../operations");
function operationTitle({ action, product }) {
    const isTaken = _operations.operations.some((other)=>other.action === action && other.product.version < product.version);
    return isTaken ? `${action} ${product.version}` : action;
}
