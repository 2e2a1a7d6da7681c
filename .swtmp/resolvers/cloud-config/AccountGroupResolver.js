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
    get AccountGroupResolver () {
        return AccountGroupResolver;
    },
    get findAccountGroup () {
        return findAccountGroup;
    },
    get findAccountGroupMember () {
        return findAccountGroupMember;
    }
});
const _typegraphql = require("type-graphql");
const _AccountGroup = require("../../schema/cloud-config/AccountGroup");
const _AccountGroupConnection = require("../../schema/cloud-config/AccountGroupConnection");
const _AccountGroupMember = require("../../schema/cloud-config/AccountGroupMember");
const _CloudResourceConnection = require("../../schema/cloud-config/CloudResourceConnection");
const _ConfigurationRecorder = require("../../schema/cloud-config/ConfigurationRecorder");
const _ResourceCount = require("../../schema/cloud-config/ResourceCount");
const _costs = require("../../schema/costs");
const _PageArgs = require("../../schema/relay/PageArgs");
const _orNull = require("../../src/loaders/orNull");
const _operations = require("../../src/operations");
const _every = require("../every");
const _paging = require("../paging");
const _requireText = require("../requireText");
const _toSet = require("../toSet");
const _checkEmptyList = require("./checkEmptyList");
const _listGroupResources = require("./listGroupResources");
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
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
const countKeys = {
    REGION: 'Region',
    RESOURCE_TYPE: 'ResourceType'
};
let AccountGroupResolver = class AccountGroupResolver {
    accountGroups(page, { loaders }) {
        return (0, _paging.connectTokens)({
            operation: _operations.ListAggregators,
            field: 'accountGroups',
            page,
            args: null,
            keyOf: ({ AggregatorId })=>AggregatorId,
            toNode: (record)=>_AccountGroup.AccountGroup.fromRecord(record)
        }, (upstreamPage)=>loaders.accountGroups.groupsPage.load(upstreamPage));
    }
    accountGroup(accountGroupId, context) {
        return findAccountGroup(context, (0, _requireText.requireText)(accountGroupId, [
            'accountGroupId'
        ]));
    }
    memberCount({ countOfMembers }, { access }) {
        return access.principal.seesAll ? countOfMembers : null;
    }
    members({ accountGroupId }, { filter, ...page }, { access, loaders }) {
        const wanted = (0, _toSet.toSet)(filter?.recorderStatus);
        const matches = (0, _every.every)([
            access.filter('members', ({ AccountId })=>AccountId),
            wanted && (({ RecorderStatus })=>wanted.includes((0, _ConfigurationRecorder.parseRecorderStatus)(RecorderStatus)))
        ]);
        return (0, _paging.connectNumbered)({
            field: 'members',
            page,
            args: wanted === undefined ? accountGroupId : [
                accountGroupId,
                wanted
            ],
            keyOf: ({ AccountId })=>AccountId,
            toNode: (record)=>_AccountGroupMember.AccountGroupMember.fromRecord(accountGroupId, record)
        }, async ({ PageNumber, PageSize })=>{
            // The upstream does not page this list.
            const { AggregatorAccounts = [] } = await loaders.accountGroups.detail.load(accountGroupId);
            const members = matches === undefined ? AggregatorAccounts : AggregatorAccounts.filter(matches);
            const records = members.slice((PageNumber - 1) * PageSize, PageNumber * PageSize);
            return {
                records,
                totalCount: members.length
            };
        });
    }
    resources({ accountGroupId }, args, context) {
        return (0, _listGroupResources.listGroupResources)('resources', accountGroupId, args, context);
    }
    async resourceCounts({ accountGroupId }, by, { access, loaders }) {
        access.requireSightOfAll();
        const counts = await loaders.accountGroups.resourceCounts.load({
            accountGroupId,
            by: countKeys[by]
        });
        return counts.map(({ GroupName = '', ResourceCount: count = 0 })=>({
                name: GroupName,
                count
            }));
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountGroupConnection.AccountGroupConnection, {
        nullable: true,
        description: 'The account groups that the gateway’s own account owns. A management account or a delegated administrator can own groups. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListAggregators
        }
    }),
    _ts_param(0, (0, _typegraphql.Args)(()=>_PageArgs.PageArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "accountGroups", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountGroup.AccountGroup, {
        nullable: true,
        description: 'The account group with this ID. Null if the gateway’s own account owns no such group.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetAggregator,
                per: 'object'
            }
        ],
        object: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('accountGroupId', ()=>_typegraphql.ID, {
        description: 'The ID of the account group, `ca-…`.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "accountGroup", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_typegraphql.Int, {
        nullable: true,
        description: 'The number of members. Null if the upstream does not return it, or if the caller may not see all accounts.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "memberCount", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_AccountGroupMember.AccountGroupMemberConnection, {
        nullable: true,
        description: 'The members of the group. Null if they cannot be read. The group of the whole directory may omit the management account. Then `cloudResources` includes its resources, but `resources` and `resourceCounts` of the group do not. All pages in a document share one call.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetAggregator,
                per: 'parent'
            }
        ],
        account: 'directory'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_AccountGroupMember.AccountGroupMembersArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "members", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_CloudResourceConnection.CloudResourceConnection, {
        nullable: true,
        description: 'The resources that Cloud Config records in all members. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListAggregateDiscoveredResources
        },
        filter: (0, _checkEmptyList.resourcesFilterCosts)('parent'),
        account: 'directory'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Args)(()=>_CloudResourceConnection.ResourcesArgs)),
    _ts_param(2, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "resources", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _ResourceCount.ResourceCount
        ], {
        nullable: true,
        description: 'The number of resources that Cloud Config records in all members. Null if they cannot be counted.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetAggregateResourceCountsGroupByRegion,
                per: 'arguments'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Arg)('by', ()=>_ResourceCount.ResourceCountKey, {
        description: 'What to count by. For RESOURCE_TYPE, the call is GetAggregateResourceCountsGroupByResourceType.'
    })),
    _ts_param(2, (0, _typegraphql.Ctx)())
], AccountGroupResolver.prototype, "resourceCounts", null);
AccountGroupResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_AccountGroup.AccountGroup)
], AccountGroupResolver);
const findAccountGroup = async ({ loaders }, accountGroupId)=>{
    const answer = loaders.accountGroups.detail.load(accountGroupId);
    const record = await (0, _orNull.orNull)(answer, 'Invalid.AggregatorId.Value');
    return record && _AccountGroup.AccountGroup.fromRecord(record);
};
const findAccountGroupMember = async ({ loaders }, accountGroupId, accountId)=>{
    const group = await (0, _orNull.orNull)(loaders.accountGroups.detail.load(accountGroupId), 'Invalid.AggregatorId.Value');
    const record = group?.AggregatorAccounts?.find(({ AccountId })=>AccountId === accountId);
    return record === undefined ? null : _AccountGroupMember.AccountGroupMember.fromRecord(accountGroupId, record);
};
