"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "baselineHandlers", {
    enumerable: true,
    get: function() {
        return baselineHandlers;
    }
});
const _operations = require("../../operations");
const _handler = require("../handler");
const _baselineItems = require("./baselineItems");
const _governed = require("./governed");
const _tokenPage = require("./tokenPage");
/** The kind and the version of every item on offer. */ const itemType = 'AccountFactory';
const itemVersion = '1.0';
const baselineHandlers = {
    ListAccountFactoryBaselines (request, context) {
        (0, _governed.assertVerified)(context);
        (0, _governed.assertGoverns)(context);
        const zone = context.world.accountFactory.zoneOf(context.caller.accountId);
        const { items, nextToken } = (0, _tokenPage.tokenPageOf)(_operations.ListAccountFactoryBaselines, zone?.all() ?? [], request, context);
        return {
            Baselines: items.map(toSummary),
            NextToken: nextToken
        };
    },
    GetAccountFactoryBaseline ({ BaselineId }, context) {
        (0, _governed.assertVerified)(context);
        (0, _governed.assertGoverns)(context);
        const zone = context.world.accountFactory.zoneOf(context.caller.accountId);
        const isLeftOut = BaselineId === undefined;
        if (isLeftOut && context.readings.baselineLeftOut === 'InvalidParameter') throw invalidBaselineId();
        const baselineId = BaselineId ?? zone?.defaultBaselineId ?? '';
        const baseline = zone?.find(baselineId);
        if (!baseline) throw isBaselineId(baselineId) ? new _handler.BusinessError('InvalidBaseline.NotFound') : invalidBaselineId();
        return {
            ...toSummary(baseline),
            BaselineItems: baseline.items.map(({ name, version, config })=>({
                    Name: name,
                    Version: version,
                    Config: config
                }))
        };
    },
    ListAccountFactoryBaselineItems (request, context) {
        (0, _governed.assertVerified)(context);
        const { Names: names, Versions: versions } = request;
        const offered = [
            ..._baselineItems.knownBaselineItems
        ].filter(([name])=>names?.includes(name) ?? true).filter(()=>versions?.includes(itemVersion) ?? true);
        const { items, nextToken } = (0, _tokenPage.tokenPageOf)(_operations.ListAccountFactoryBaselineItems, offered, request, context);
        return {
            BaselineItems: items.map(([name, { dependsOn, description }])=>({
                    Name: name,
                    Version: itemVersion,
                    Type: itemType,
                    Description: description,
                    DependsOn: dependsOn.map((dependency)=>({
                            Name: dependency,
                            Type: itemType,
                            Version: itemVersion
                        }))
                })),
            NextToken: nextToken
        };
    }
};
const toSummary = ({ baselineId, name, type, description, createdAt, updatedAt })=>({
        BaselineId: baselineId,
        BaselineName: name,
        CreateTime: createdAt === undefined ? undefined : (0, _governed.toIsoSeconds)(createdAt),
        Description: description,
        Type: type,
        UpdateTime: updatedAt === undefined ? undefined : (0, _governed.toIsoSeconds)(updatedAt)
    });
const invalidBaselineId = ()=>new _handler.BusinessError('InvalidParameter', 'BaselineId');
const isBaselineId = (text)=>/^afb-[a-z0-9*]{1,64}$/.test(text);
