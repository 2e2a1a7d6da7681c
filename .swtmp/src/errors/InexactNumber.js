/** A number of a request that a double cannot hold: it would be rounded. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
