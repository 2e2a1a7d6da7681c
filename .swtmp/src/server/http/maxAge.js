/**
 * How old an upstream answer may be for this request, milliseconds, by its `Cache-Control`: 0 with `no-cache` or
 * `no-store`, `max-age` in seconds; undefined if it does not say.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "maxAgeOf", {
    enumerable: true,
    get: function() {
        return maxAgeOf;
    }
});
const maxAgeOf = (cacheControl)=>{
    const directives = (cacheControl ?? '').toLowerCase().split(',').map((directive)=>directive.trim());
    if (directives.includes('no-cache') || directives.includes('no-store')) return 0;
    const seconds = directives.map((directive)=>/^max-age="?(\d{1,9})"?$/.exec(directive)?.[1]).find(Boolean);
    return seconds === undefined ? undefined : Number(seconds) * 1000;
};
