/** One sentence for a client, in both languages that the gateway answers in. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
