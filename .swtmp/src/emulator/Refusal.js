/** What the emulator answers in place of a result: one row of an error table, filled in. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Refusal", {
    enumerable: true,
    get: function() {
        return Refusal;
    }
});
let Refusal = class Refusal extends Error {
    constructor(code, status, /** The text on the wire. */ message, headers = {}){
        super(message), this.code = code, this.status = status, this.message = message, this.headers = headers;
    }
};
