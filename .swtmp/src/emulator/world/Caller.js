/** Who signed a request. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
