"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "findChange", {
    enumerable: true,
    get: function() {
        return findChange;
    }
});
const _fingerprint = require("../../changes/fingerprint");
const _Page = require("../../pagination/Page");
const _pageSize = require("../../pagination/pageSize");
const findChange = async ({ capturedAt, identity }, fetch)=>{
    let token;
    for(let pages = 0; pages < _Page.maxUpstreamPages; pages += 1){
        const { records, nextToken } = await fetch({
            // Whether the bounds themselves belong to the window is not documented.
            StartTime: Math.max(0, capturedAt - 1),
            EndTime: capturedAt + 1,
            Limit: _pageSize.maxPageSize,
            ...token === undefined ? {} : {
                NextToken: token
            }
        });
        const found = records.find((record)=>record.CaptureTime === capturedAt && (0, _fingerprint.changeIdentityOf)(record) === identity);
        if (found !== undefined) return found;
        if (nextToken === undefined || nextToken === '' || nextToken === token) return null;
        token = nextToken;
    }
    return null;
};
