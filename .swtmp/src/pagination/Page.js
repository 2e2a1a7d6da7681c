/** One page of a list, however the upstream pages it. `P` is where reading goes on. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "maxUpstreamPages", {
    enumerable: true,
    get: function() {
        return maxUpstreamPages;
    }
});
const maxUpstreamPages = 10;
