"use strict";
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
    get GovernanceError () {
        return GovernanceError;
    },
    get GovernanceErrorCode () {
        return GovernanceErrorCode;
    }
});
const _typegraphql = require("type-graphql");
const _enumValue = require("../enumValue");
function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
const GovernanceErrorCode = (0, _enumValue.defineEnum)('GovernanceErrorCode', 'Why something failed. This is the complete list of codes of this API, here and in `extensions.code` of `errors`.', {
    BAD_USER_INPUT: 'The input is invalid. The message says what was expected and what came.',
    UNAUTHENTICATED: 'The request has no valid identity.',
    FORBIDDEN: 'This deployment, or the gateway’s upstream credentials, may not do this.',
    NOT_FOUND: 'The requested object does not exist upstream.',
    CONFLICT: 'The state of the account does not allow this now.',
    LIMIT_EXCEEDED: 'A limit was exceeded.',
    RATE_LIMITED: 'The caller has sent too many requests.',
    OVERLOADED: 'The gateway is overloaded.',
    UPSTREAM_THROTTLED: 'Flow control does not allow the call now.',
    UPSTREAM_UNAVAILABLE: 'The upstream could not be reached, or failed.',
    UPSTREAM_TIMEOUT: 'The upstream did not answer in time.',
    UPSTREAM_BAD_RESPONSE: 'The upstream returned an invalid response.',
    UPSTREAM_REJECTED: 'The upstream rejected the call with a code of its own: see `upstreamCode`.',
    UPSTREAM_AUTH: 'The upstream rejected the gateway’s own credentials or clock.',
    IDEMPOTENCY_KEY_REUSED: 'The idempotency key was already used with a different input.',
    IDEMPOTENCY_IN_PROGRESS: 'A call with this idempotency key is still running.',
    INTERNAL_SERVER_ERROR: 'The gateway itself failed.'
});
let GovernanceError = class GovernanceError {
    static from(error) {
        return Object.assign(new GovernanceError(), {
            code: error.code,
            upstreamCode: error.upstream?.code ?? null,
            message: error.message,
            field: error.field ?? null,
            retryable: error.retryable,
            retryAfterMs: error.retryAfterMs ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>GovernanceErrorCode, {
        description: 'The kind of error, for programs to test.'
    })
], GovernanceError.prototype, "code", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The error code of the upstream, as its documents spell it. Null if the upstream did not reject the call.'
    })
], GovernanceError.prototype, "upstreamCode", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'What is wrong, for people. The language follows `Accept-Language`: English or Chinese.'
    })
], GovernanceError.prototype, "message", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            String
        ], {
        nullable: true,
        description: 'The path of the input field that is wrong. Null if the input is not the cause, or if the upstream did not say which field is.'
    })
], GovernanceError.prototype, "field", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        description: 'Whether the same mutation can succeed later without a change. Never true if the outcome is UNKNOWN.'
    })
], GovernanceError.prototype, "retryable", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.Int, {
        nullable: true,
        description: 'How long to wait before you send the mutation again, in milliseconds. Null if no time is known, or if it must not be sent again.'
    })
], GovernanceError.prototype, "retryAfterMs", void 0);
GovernanceError = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'Why a mutation did not succeed, or what could not be read afterwards.'
    })
], GovernanceError);
