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
    get checkEmptyList () {
        return checkEmptyList;
    },
    get resourcesFilterCosts () {
        return resourcesFilterCosts;
    }
});
const _RpcError = require("../../src/errors/RpcError");
const _UserError = require("../../src/errors/UserError");
const _operations = require("../../src/operations");
const _regions = require("../../src/operations/cloud-config/regions");
const _nearest = require("../nearest");
const _checkResourceTypes = require("./checkResourceTypes");
/** One count by types, and with a region that is not known without a call, another one by regions. */ const countsOf = (per)=>{
    const count = {
        operation: _operations.GetDiscoveredResourceCounts,
        per
    };
    return {
        ofTypes: count,
        ofRegions: {
            ...count,
            calls: 2,
            except: (region)=>(0, _regions.mayBeRegion)(String(region))
        }
    };
};
const resourcesFilterCosts = (...counted)=>{
    const counts = counted.map(countsOf);
    return {
        checksOf: 'resourceTypes',
        checks: [
            {
                operation: _operations.GetSupportedResourceTypes,
                per: 'document',
                calls: 2
            },
            ...counts.map(({ ofTypes })=>ofTypes)
        ],
        members: {
            regions: counts.map(({ ofRegions })=>ofRegions)
        }
    };
};
const checkEmptyList = async ({ edges, pageInfo }, { filter, after }, context, loadFound)=>{
    const isWhole = after == null && !pageInfo.hasNextPage;
    if (!isWhole || edges.length > 0) return;
    const types = (0, _checkResourceTypes.writtenTypes)(filter?.resourceTypes ?? [], [
        'filter',
        'resourceTypes'
    ]);
    try {
        await (0, _checkResourceTypes.checkTypesOfNothing)(types, context, ()=>loadFound('ResourceType'));
        await checkRegions(filter?.regions ?? [], [
            'filter',
            'regions'
        ], ()=>loadFound('Region'));
    } catch (error) {
        if (!(error instanceof _RpcError.RpcError)) throw error;
    }
};
/** No operation lists the regions: one that is not published, and in which there is nothing, is taken for a slip. */ const checkRegions = async (regions, field, loadFound)=>{
    if (regions.every(_regions.mayBeRegion)) return;
    const found = await loadFound();
    const index = regions.findIndex((region)=>!(0, _regions.mayBeRegion)(region) && !found.includes(region));
    const slip = regions[index];
    if (slip === undefined) return;
    const nearest = (0, _nearest.nearestOf)(slip, new Set([
        ..._regions.publishedRegions,
        ...found.filter((region)=>region !== '')
    ]));
    throw (0, _UserError.badInput)([
        ...field,
        String(index)
    ], {
        en: `a region of Alibaba Cloud, or one that has resources (the nearest are ${nearest})`,
        zh: `阿里云地域，或已有资源所在的地域（最接近的有 ${nearest}）`
    }, slip);
};
