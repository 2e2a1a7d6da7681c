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
    get AccountGroup () {
        return AccountGroup;
    },
    get AccountGroupStatus () {
        return AccountGroupStatus;
    },
    get AccountGroupType () {
        return AccountGroupType;
    }
});
const _typegraphql = require("type-graphql");
const _operations = require("../../src/operations");
const _costs = require("../costs");
const _enumValue = require("../enumValue");
const _Node = require("../relay/Node");
const _globalId = require("../relay/globalId");
const _Account = require("../resource-manager/Account");
const _CloudTag = require("../resource-manager/CloudTag");
const _ResourceDirectoryFolder = require("../resource-manager/ResourceDirectoryFolder");
const _scalars = require("../scalars");
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
const AccountGroupType = (0, _enumValue.defineEnum)('AccountGroupType', 'How the members of an account group are chosen.', {
    DIRECTORY: 'Every member of the resource directory, including those that join later.',
    FOLDER: 'The accounts of one folder of the directory, including those that join later.',
    CUSTOM: 'Accounts that were chosen individually.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawType')
});
const AccountGroupStatus = (0, _enumValue.defineEnum)('AccountGroupStatus', 'Whether an account group is ready to be read.', {
    BUILDING: 'Its members are still being collected, so its lists are incomplete.',
    READY: 'Its members are collected.',
    UNKNOWN: (0, _enumValue.unknownBeside)('rawStatus')
});
const types = {
    RD: 'DIRECTORY',
    FOLDER: 'FOLDER',
    CUSTOM: 'CUSTOM'
};
const statuses = {
    0: 'BUILDING',
    1: 'READY'
};
let AccountGroup = class AccountGroup extends _Node.Node {
    /** The one place where wire names meet GraphQL names. */ static fromRecord(record) {
        const { AggregatorId: accountGroupId, AggregatorStatus: status } = record;
        const rawStatus = status?.toString();
        return Object.assign(new AccountGroup(), {
            id: (0, _globalId.toGlobalId)('AccountGroup', accountGroupId),
            accountGroupId,
            name: record.AggregatorName ?? null,
            description: record.Description ?? null,
            type: (0, _enumValue.enumValue)(types, record.AggregatorType),
            rawType: record.AggregatorType ?? null,
            status: (0, _enumValue.enumValue)(statuses, rawStatus),
            rawStatus: rawStatus ?? null,
            createdAt: (0, _present.presentDate)(record.AggregatorCreateTimestamp),
            owner: record.AccountId === undefined ? null : _Account.Account.of(record.AccountId),
            folder: record.FolderId ? _ResourceDirectoryFolder.ResourceDirectoryFolder.of(record.FolderId) : null,
            countOfMembers: record.AggregatorAccountCount ?? null,
            tags: (record.Tags ?? []).map(({ TagKey = '', TagValue = '' })=>({
                    key: TagKey,
                    value: TagValue
                }))
        });
    }
};
_ts_decorate([
    (0, _typegraphql.Field)(()=>_typegraphql.ID, {
        description: 'The ID of the account group, `ca-…`.'
    })
], AccountGroup.prototype, "accountGroupId", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The group’s name. Null if the upstream does not return it.'
    })
], AccountGroup.prototype, "name", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The description of the group. Null if it has none.'
    })
], AccountGroup.prototype, "description", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>AccountGroupType, {
        description: 'How the members of the group are chosen.'
    })
], AccountGroup.prototype, "type", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('type')
    })
], AccountGroup.prototype, "rawType", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>AccountGroupStatus, {
        description: 'Whether the members of the group are collected.'
    })
], AccountGroup.prototype, "status", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>String, {
        nullable: true,
        description: 'The value of `status` as the upstream returned it, a number there. Null if it returned none.'
    })
], AccountGroup.prototype, "rawStatus", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the group was created. Null if the upstream does not return it.'
    })
], AccountGroup.prototype, "createdAt", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_Account.Account, {
        nullable: true,
        description: 'The account that owns the group and may read through it. Null if the upstream does not return it.'
    }),
    (0, _costs.Costs)({
        details: _costs.accountLoads
    })
], AccountGroup.prototype, "owner", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>_ResourceDirectoryFolder.ResourceDirectoryFolder, {
        nullable: true,
        description: 'The folder whose accounts are the members of the group. Null for a group of another type.'
    }),
    (0, _costs.Costs)({
        details: [
            {
                operation: _operations.GetFolder,
                per: 'object'
            }
        ]
    })
], AccountGroup.prototype, "folder", void 0);
_ts_decorate([
    (0, _typegraphql.Field)(()=>[
            _CloudTag.CloudTag
        ], {
        description: 'The tags of the group itself.'
    })
], AccountGroup.prototype, "tags", void 0);
AccountGroup = _ts_decorate([
    (0, _typegraphql.ObjectType)({
        simpleResolvers: true,
        implements: _Node.Node,
        description: 'An account group of Cloud Config: accounts of a resource directory whose resources the owner of the group reads as one list.'
    }),
    (0, _typegraphql.Directive)('@key(fields: "accountGroupId")')
], AccountGroup);
