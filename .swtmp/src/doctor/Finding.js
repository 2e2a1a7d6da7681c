/** What a check found: `ok`, something to know (`warning`), something that keeps the gateway from its work
 * (`problem`), or that it could not be looked at, and why (`skipped`). */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get ok () {
        return ok;
    },
    get problem () {
        return problem;
    },
    get skipped () {
        return skipped;
    },
    get warning () {
        return warning;
    }
});
const ok = (message)=>({
        status: 'ok',
        message
    });
const skipped = (message, remedy)=>({
        status: 'skipped',
        message,
        remedy
    });
const warning = (message, remedy)=>({
        status: 'warning',
        message,
        remedy
    });
const problem = (message, remedy)=>({
        status: 'problem',
        message,
        remedy
    });
