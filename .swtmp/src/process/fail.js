/** Prints why the process cannot go on, a line each, to stderr. It ends with exit code 1 when nothing is left to do. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "fail", {
    enumerable: true,
    get: function() {
        return fail;
    }
});
function fail(lines) {
    process.stderr.write(lines.map((line)=>`${line}\n`).join(''));
    process.exitCode = 1;
}
