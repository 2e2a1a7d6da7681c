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
    get BaselineItemInput () {
        return BaselineItemInput;
    },
    get CloudTagInput () {
        return CloudTagInput;
    },
    get CreateAccountInput () {
        return CreateAccountInput;
    },
    get EnrollAccountInput () {
        return EnrollAccountInput;
    },
    get EnrollAccountPayload () {
        return EnrollAccountPayload;
    },
    get ResellAccountType () {
        return ResellAccountType;
    }
});
const _typegraphql = require("type-graphql");
const _enumValue = require("../enumValue");
const _scalars = require("../scalars");
const _MutationPayload = require("../writing/MutationPayload");
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
const ResellAccountType = (0, _enumValue.defineEnum)('ResellAccountType', 'The identity of a new member, for resellers on the international site.', {
    RESELL: 'A reseller’s account.',
    NON_RESELL: 'Not a reseller’s account.'
});
let BaselineItemInput = class BaselineItemInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The item’s name, such as `ACS-BP_ACCOUNT_FACTORY_VPC`.'
    })
], BaselineItemInput.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The item’s version. Defaults to `1.0`.'
    })
], BaselineItemInput.prototype, "version", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        description: 'True omits the item.'
    })
], BaselineItemInput.prototype, "skip", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.JSONValue, {
        nullable: true,
        description: 'The item’s settings, as an object.'
    })
], BaselineItemInput.prototype, "config", void 0);
BaselineItemInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'A baseline item that replaces the item of the same name in the baseline.'
    })
], BaselineItemInput);
let CloudTagInput = class CloudTagInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The tag’s key.'
    })
], CloudTagInput.prototype, "key", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The tag’s value. It can be empty.'
    })
], CloudTagInput.prototype, "value", void 0);
CloudTagInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'A tag to set.'
    })
], CloudTagInput);
let AccountFactoryInput = class AccountFactoryInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The baseline to apply. Defaults to the system’s default baseline.'
    })
], AccountFactoryInput.prototype, "baselineId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            BaselineItemInput
        ], {
        nullable: true,
        description: 'Items that replace the items of the same names in the baseline. Its other items stay.'
    })
], AccountFactoryInput.prototype, "baselineItems", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            CloudTagInput
        ], {
        nullable: true,
        description: 'Tags for the account, at most 20.'
    })
], AccountFactoryInput.prototype, "tags", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>Boolean, {
        nullable: true,
        defaultValue: false,
        description: 'True checks the input and looks up its objects, but changes nothing.'
    })
], AccountFactoryInput.prototype, "dryRun", void 0);
AccountFactoryInput = _ts_decorate([
    (0, _typegraphql.InputType)()
], AccountFactoryInput);
let EnrollAccountInput = class EnrollAccountInput extends AccountFactoryInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The existing account.'
    })
], EnrollAccountInput.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'Changes nothing: an existing account keeps its display name. The upstream uses it for new accounts.'
    })
], EnrollAccountInput.prototype, "displayName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'Changes nothing: an existing account stays in its folder. The upstream uses it for new accounts.'
    })
], EnrollAccountInput.prototype, "folderId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'Changes nothing: an existing account keeps its payer. The upstream uses it for new accounts.'
    })
], EnrollAccountInput.prototype, "payerAccountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>ResellAccountType, {
        nullable: true,
        description: 'Changes nothing: an existing account keeps its identity. The upstream uses it for new accounts.'
    })
], EnrollAccountInput.prototype, "resellAccountType", void 0);
EnrollAccountInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'The account to enroll, and the baseline to apply.'
    })
], EnrollAccountInput);
let CreateAccountInput = class CreateAccountInput extends AccountFactoryInput {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The prefix of the new account’s login name.'
    })
], CreateAccountInput.prototype, "accountNamePrefix", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        description: 'The new account’s display name.'
    })
], CreateAccountInput.prototype, "displayName", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The folder for the account. Defaults to the root folder.'
    })
], CreateAccountInput.prototype, "folderId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        nullable: true,
        description: 'The account that pays. Defaults to the new account itself.'
    })
], CreateAccountInput.prototype, "payerAccountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>ResellAccountType, {
        nullable: true,
        description: 'The identity of the new account, for resellers on the international site only. Defaults to RESELL there.'
    })
], CreateAccountInput.prototype, "resellAccountType", void 0);
CreateAccountInput = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'The account to create, and the baseline to apply.'
    })
], CreateAccountInput);
let EnrollAccountPayload = class EnrollAccountPayload extends _MutationPayload.MutationPayload {
};
EnrollAccountPayload = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _MutationPayload.MutationPayload,
        description: 'The account, and the progress of its enrollment.'
    })
], EnrollAccountPayload);
