/** Whether a number can be an account id at all: 16 digits usually, fewer in printed samples, never 0. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "isAccountId", {
    enumerable: true,
    get: function() {
        return isAccountId;
    }
});
const isAccountId = (text)=>/^[1-9]\d{5,17}$/.test(text);
