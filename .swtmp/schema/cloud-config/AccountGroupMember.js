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
    get AccountGroupMember () {
        return AccountGroupMember;
    },
    get AccountGroupMemberConnection () {
        return AccountGroupMemberConnection;
    },
    get AccountGroupMemberFilter () {
        return AccountGroupMemberFilter;
    },
    get AccountGroupMembersArgs () {
        return AccountGroupMembersArgs;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../costs");
const _enumValue = require("../enumValue");
const _Node = require("../relay/Node");
const _PageArgs = require("../relay/PageArgs");
const _connectionOf = require("../relay/connectionOf");
const _globalId = require("../relay/globalId");
const _Account = require("../resource-manager/Account");
const _ConfigurationRecorder = require("./ConfigurationRecorder");
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
let AccountGroupMember = class AccountGroupMember extends _Node.Node {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(accountGroupId, { AccountId, RecorderStatus }) {
        return Object.assign(new AccountGroupMember(), {
            id: (0, _globalId.toGlobalId)('AccountGroupMember', accountGroupId, AccountId),
            accountId: AccountId,
            account: _Account.Account.of(AccountId),
            recorderStatus: RecorderStatus === undefined ? null : (0, _ConfigurationRecorder.parseRecorderStatus)(RecorderStatus),
            rawRecorderStatus: RecorderStatus ?? null
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The Alibaba Cloud account ID of the member.'
    })
], AccountGroupMember.prototype, "accountId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        description: 'The account of the member.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads,
        account: 'parent'
    })
], AccountGroupMember.prototype, "account", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ConfigurationRecorder.ConfigurationRecorderStatus, {
        nullable: true,
        description: 'The recorder status that the account group last reported. Null if it reported none. To read the member itself, select the recorder of `account`.'
    })
], AccountGroupMember.prototype, "recorderStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('recorderStatus')
    })
], AccountGroupMember.prototype, "rawRecorderStatus", void 0);
AccountGroupMember = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'A member of an account group, with the recorder status that the group reports. Reading it makes no call to the member.'
    })
], AccountGroupMember);
const AccountGroupMemberConnection = (0, _connectionOf.connectionOf)(AccountGroupMember, {
    name: 'AccountGroupMember',
    items: 'members of an account group',
    totalCountIsNull: 'if the upstream does not return it'
});
let AccountGroupMemberFilter = class AccountGroupMemberFilter {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _ConfigurationRecorder.ConfigurationRecorderStatusInput
        ], {
        nullable: true,
        description: 'Only members whose recorder is in one of these states, as the group reports it. An empty list matches every member.'
    })
], AccountGroupMemberFilter.prototype, "recorderStatus", void 0);
AccountGroupMemberFilter = _ts_decorate([
    (0, _typegraphql.InputType)({
        description: 'Which members of an account group to return. An omitted member matches every account.'
    })
], AccountGroupMemberFilter);
let AccountGroupMembersArgs = class AccountGroupMembersArgs extends _PageArgs.PageArgs {
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>AccountGroupMemberFilter, {
        nullable: true,
        description: 'Which members to return; `totalCount` counts these. The filter costs no call.'
    })
], AccountGroupMembersArgs.prototype, "filter", void 0);
AccountGroupMembersArgs = _ts_decorate([
    (0, _typegraphql.ArgsType)()
], AccountGroupMembersArgs);
