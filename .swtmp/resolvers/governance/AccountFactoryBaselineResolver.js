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
    get AccountFactoryBaselineResolver () {
        return AccountFactoryBaselineResolver;
    },
    get findBaseline () {
        return findBaseline;
    }
});
const _typegraphql = require("type-graphql");
const _costs = require("../../schema/costs");
const _enumValue = require("../../schema/enumValue");
const _AccountFactoryBaseline = require("../../schema/governance/AccountFactoryBaseline");
const _AccountFactoryBaselineConnection = require("../../schema/governance/AccountFactoryBaselineConnection");
const _AccountFactoryBaselineItem = require("../../schema/governance/AccountFactoryBaselineItem");
const _BaselineItem = require("../../schema/governance/BaselineItem");
const _BaselineType = require("../../schema/governance/BaselineType");
const _PageArgs = require("../../schema/relay/PageArgs");
const _scalars = require("../../schema/scalars");
const _present = require("../../schema/scalars/present");
const _operations = require("../../src/operations");
const _paging = require("../paging");
const _requireText = require("../requireText");
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
let AccountFactoryBaselineResolver = class AccountFactoryBaselineResolver {
    accountFactoryBaselines(page, { loaders }) {
        return (0, _paging.connectTokens)({
            operation: _operations.ListAccountFactoryBaselines,
            field: 'accountFactoryBaselines',
            page,
            args: null,
            keyOf: ({ BaselineId })=>BaselineId,
            toNode: (record)=>_AccountFactoryBaseline.AccountFactoryBaseline.of(record.BaselineId, record)
        }, (upstreamPage)=>loaders.governance.baselinesPage.load(upstreamPage));
    }
    accountFactoryBaseline(baselineId, context) {
        return findBaseline(context, (0, _requireText.requireText)(baselineId, [
            'baselineId'
        ]));
    }
    accountFactoryBaselineItems(page, { loaders }) {
        return (0, _paging.connectTokens)({
            operation: _operations.ListAccountFactoryBaselineItems,
            field: 'accountFactoryBaselineItems',
            page,
            args: null,
            keyOf: ({ Name, Type, Version })=>JSON.stringify([
                    Type,
                    Name,
                    Version
                ]),
            toNode: (record)=>_AccountFactoryBaselineItem.AccountFactoryBaselineItem.fromRecord(record)
        }, (upstreamPage)=>loaders.governance.baselineItemsPage.load(upstreamPage));
    }
    async name(baseline, context) {
        return (0, _present.presentText)((await recordOf(baseline, context))?.BaselineName);
    }
    async description(baseline, context) {
        return (0, _present.presentText)((await recordOf(baseline, context))?.Description);
    }
    async type(baseline, context) {
        const raw = (await recordOf(baseline, context))?.Type;
        return raw === undefined ? null : (0, _BaselineType.parseBaselineType)(raw);
    }
    async rawType(baseline, context) {
        return (await recordOf(baseline, context))?.Type ?? null;
    }
    async createdAt(baseline, context) {
        return (0, _present.presentDate)((await recordOf(baseline, context))?.CreateTime);
    }
    async updatedAt(baseline, context) {
        return (0, _present.presentDate)((await recordOf(baseline, context))?.UpdateTime);
    }
    async items({ baselineId }, { loaders }) {
        const items = (await loaders.governance.baselineDetail.load(baselineId))?.BaselineItems;
        return items?.map((item)=>_BaselineItem.BaselineItem.fromRecord(item)) ?? null;
    }
};
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountFactoryBaselineConnection.AccountFactoryBaselineConnection, {
        nullable: true,
        description: 'The baselines of the account factory. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListAccountFactoryBaselines
        }
    }),
    _ts_param(0, (0, _typegraphql.Args)(()=>_PageArgs.PageArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "accountFactoryBaselines", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountFactoryBaseline.AccountFactoryBaseline, {
        nullable: true,
        description: 'The baseline with this ID. Null if there is none.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetAccountFactoryBaseline,
                per: 'object',
                orList: _operations.ListAccountFactoryBaselines
            }
        ],
        object: 'arguments'
    }),
    _ts_param(0, (0, _typegraphql.Arg)('baselineId', ()=>_typegraphql.ID, {
        description: 'The baseline ID, `afb-…`.'
    })),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "accountFactoryBaseline", null);
_ts_decorate([
    (0, _typegraphql.Query)(()=>_AccountFactoryBaselineItem.AccountFactoryBaselineItemConnection, {
        nullable: true,
        description: 'The baseline items that the account factory offers. Null if they cannot be read.'
    }),
    (0, _costs.Costs)({
        page: {
            list: _operations.ListAccountFactoryBaselineItems
        }
    }),
    _ts_param(0, (0, _typegraphql.Args)(()=>_PageArgs.PageArgs)),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "accountFactoryBaselineItems", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The baseline’s name. Null if the upstream does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "name", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: 'The description of the baseline. Null if it has none.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "description", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_BaselineType.BaselineType, {
        nullable: true,
        description: 'Who created the baseline. Null if the upstream does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "type", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>String, {
        nullable: true,
        description: (0, _enumValue.rawTextOf)('type')
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "rawType", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the baseline was created. Null if the upstream does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "createdAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>_scalars.DateTime, {
        nullable: true,
        description: 'When the baseline last changed. Null if the upstream does not return it.'
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "updatedAt", null);
_ts_decorate([
    (0, _typegraphql.FieldResolver)(()=>[
            _BaselineItem.BaselineItem
        ], {
        nullable: true,
        description: 'The items of the baseline. Null if the upstream does not return them.'
    }),
    (0, _costs.Costs)({
        loads: [
            {
                operation: _operations.GetAccountFactoryBaseline,
                per: 'parent'
            }
        ]
    }),
    _ts_param(0, (0, _typegraphql.Root)()),
    _ts_param(1, (0, _typegraphql.Ctx)())
], AccountFactoryBaselineResolver.prototype, "items", null);
AccountFactoryBaselineResolver = _ts_decorate([
    (0, _typegraphql.Resolver)(()=>_AccountFactoryBaseline.AccountFactoryBaseline)
], AccountFactoryBaselineResolver);
const findBaseline = async ({ loaders }, baselineId)=>{
    const record = await loaders.governance.baseline.load(baselineId);
    return record && _AccountFactoryBaseline.AccountFactoryBaseline.of(baselineId, record);
};
/** What a list has brought with the baseline, or else what the upstream tells of it. */ const recordOf = ({ baselineId, record }, { loaders })=>record ?? loaders.governance.baseline.load(baselineId);
