/** A file that is generated from the code, committed, and held against it by `npm run generate:check`. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
