"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "MutationPayload", {
    enumerable: true,
    get: function() {
        return MutationPayload;
    }
});
const _typegraphql = require("type-graphql");
const _GovernanceError = require("./GovernanceError");
const _MutationOutcome = require("./MutationOutcome");
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
let MutationPayload = class MutationPayload {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_MutationOutcome.MutationOutcome, {
        description: 'How the mutation ended.'
    })
], MutationPayload.prototype, "outcome", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _GovernanceError.GovernanceError
        ], {
        description: 'Why the mutation did not succeed, and which of its objects could not be read afterwards. Only `outcome` says how the mutation ended. Empty if everything was done and read. `extensions.notRead` of the response lists the paths that could not be read.'
    })
], MutationPayload.prototype, "errors", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The upstream’s ID of the call, for its support desk and audit trail. Null if nothing was sent, or if no response came.'
    })
], MutationPayload.prototype, "requestId", void 0);
MutationPayload = _ts_decorate([
    (0, _typegraphql.InterfaceType)({
        description: 'What every mutation returns. Failures below a payload are reported in the payload, not in the `errors` of the whole response.'
    })
], MutationPayload);
