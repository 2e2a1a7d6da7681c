"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "BusinessError", {
    enumerable: true,
    get: function() {
        return BusinessError;
    }
});
let BusinessError = class BusinessError extends Error {
    constructor(code, ...names){
        super(code), this.code = code;
        this.names = names;
    }
};
