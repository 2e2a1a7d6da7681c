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
    get LandingZone () {
        return LandingZone;
    },
    get deploymentMs () {
        return deploymentMs;
    }
});
const _WorldDefinition = require("../world/WorldDefinition");
const _mergeBaselineItems = require("./mergeBaselineItems");
const deploymentMs = 10 * 60_000;
let LandingZone = class LandingZone {
    constructor(definition){
        this.definition = definition;
        this.baselines = new Map(definition.baselines.map((baseline)=>[
                baseline.baselineId,
                toBaseline(baseline)
            ]));
    }
    get defaultBaselineId() {
        return this.definition.defaultBaselineId;
    }
    /** The folders and accounts that every other blueprint builds on. */ resourceStructure(now) {
        return at(this.definition.resourceStructure, now);
    }
    /** The blueprint that enrols accounts; undefined if it was never set up. */ accountFactory(now) {
        return this.definition.accountFactory ? at(this.definition.accountFactory, now) : undefined;
    }
    baseline(baselineId) {
        return this.find(baselineId)?.items;
    }
    find(baselineId) {
        return this.baselines.get(baselineId);
    }
    all() {
        return [
            ...this.baselines.values()
        ];
    }
    /** The first of the items that cannot be applied to the account, with the error it meets. */ inapplicable(items, accountId) {
        const { inapplicableItems } = this.definition;
        return items.filter(({ skip })=>!skip).map(({ name })=>inapplicableItems.find((item)=>item.name === name && (item.accountId ?? accountId) === accountId)).find((item)=>item !== undefined);
    }
};
function toBaseline({ createTime, updateTime = createTime, items, ...rest }) {
    return {
        ...rest,
        createdAt: createTime === undefined ? undefined : (0, _WorldDefinition.toEpochMs)(createTime),
        updatedAt: updateTime === undefined ? undefined : (0, _WorldDefinition.toEpochMs)(updateTime),
        items: items.map(_mergeBaselineItems.toBaselineItem)
    };
}
function at({ name, status, since }, now) {
    const isDeployed = status === 'Deploying' && since !== undefined && now >= (0, _WorldDefinition.toEpochMs)(since) + deploymentMs;
    return {
        name,
        status: isDeployed ? 'Deployed' : status
    };
}
