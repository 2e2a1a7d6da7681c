/**
 * Every `extensions.code` of our own, and every `code` of a mutation's `errors`.
 *
 * The list is closed: Apollo's protocol codes (`GRAPHQL_PARSE_FAILED`, …) pass beside it, nothing else does.
 */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "governanceErrorCodes", {
    enumerable: true,
    get: function() {
        return governanceErrorCodes;
    }
});
const governanceErrorCodes = [
    'BAD_USER_INPUT',
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'CONFLICT',
    'LIMIT_EXCEEDED',
    'RATE_LIMITED',
    'OVERLOADED',
    'UPSTREAM_THROTTLED',
    'UPSTREAM_UNAVAILABLE',
    'UPSTREAM_TIMEOUT',
    'UPSTREAM_BAD_RESPONSE',
    'UPSTREAM_REJECTED',
    'UPSTREAM_AUTH',
    'IDEMPOTENCY_KEY_REUSED',
    'IDEMPOTENCY_IN_PROGRESS',
    'INTERNAL_SERVER_ERROR'
];
