"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "EnrollmentFailure", {
    enumerable: true,
    get: function() {
        return EnrollmentFailure;
    }
});
const _typegraphql = require("type-graphql");
const _present = require("../scalars/present");
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
let EnrollmentFailure = class EnrollmentFailure {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        return Object.assign(new EnrollmentFailure(), {
            code: (0, _present.presentText)(record.Code),
            message: (0, _present.presentText)(record.Message),
            recommendation: (0, _present.presentText)(record.Recommend),
            requestId: (0, _present.presentText)(record.RequestId)
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The error code of the product that failed. Null if the upstream does not return it.'
    })
], EnrollmentFailure.prototype, "code", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The error text of the product that failed. Null if the upstream does not return it.'
    })
], EnrollmentFailure.prototype, "message", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'A link to the upstream’s page about the error. Null if there is none.'
    })
], EnrollmentFailure.prototype, "recommendation", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The ID of the failed call, for the upstream’s support desk. Null if the upstream does not return it.'
    })
], EnrollmentFailure.prototype, "requestId", void 0);
EnrollmentFailure = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        description: 'Why an enrollment failed, as the upstream reports it.'
    })
], EnrollmentFailure);
