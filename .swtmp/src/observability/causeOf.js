"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "causeOf", {
    enumerable: true,
    get: function() {
        return causeOf;
    }
});
const causeOf = ({ product, action, kind, detail, httpStatus, code, requestId, accountId, attempt, tooLarge })=>({
        product,
        action,
        accountId,
        attempt,
        kind,
        cause: detail ?? code ?? (httpStatus === undefined ? kind : `HTTP_${httpStatus}`),
        httpStatus,
        upstreamCode: code,
        upstreamRequestId: requestId,
        ...tooLarge
    });
