"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "NotAuthenticated", {
    enumerable: true,
    get: function() {
        return NotAuthenticated;
    }
});
const _UserError = require("../errors/UserError");
let NotAuthenticated = class NotAuthenticated extends _UserError.UserError {
    /** @param isPassing whether the same request can succeed later: it could not be checked. */ constructor(explanation, isPassing = false){
        super('UNAUTHENTICATED', explanation, undefined, isPassing);
    }
    /** The status of the answer. */ get status() {
        return this.retryable ? 503 : 401;
    }
};
