/** How large the answer to one request has become, while it is put together. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "AnswerSize", {
    enumerable: true,
    get: function() {
        return AnswerSize;
    }
});
let AnswerSize = class AnswerSize {
    constructor(maxBytes, /** The error of the field that makes it too large. */ error){
        this.maxBytes = maxBytes;
        this.error = error;
        this.bytes = 0;
        this.controller = new AbortController();
    }
    get isTooLarge() {
        return this.bytes > this.maxBytes;
    }
    /** Aborted when the answer becomes too large. */ get signal() {
        return this.controller.signal;
    }
    /** @throws the error if the answer becomes too large. */ add(bytes) {
        this.bytes += bytes;
        if (!this.isTooLarge) return;
        // A reason of our own spares the costly default one.
        this.controller.abort('the answer is too large');
        throw this.error;
    }
};
