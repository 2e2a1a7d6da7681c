"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfig2020", {
    enumerable: true,
    get: function() {
        return cloudConfig2020;
    }
});
const _operations = require("../../operations");
const _readWholeList = require("../../pagination/readWholeList");
const _20190108 = require("./2019-01-08");
const _CloudConfigApi = require("./CloudConfigApi");
/** The largest page of the products: one holds them all for the time being. */ const maxProductsPage = 500;
const cloudConfig2020 = {
    operations: {
        recorder: _operations.GetConfigurationRecorder,
        resourceDetail: _operations.GetDiscoveredResource,
        resourcesPage: _operations.ListDiscoveredResources2020,
        resourceCounts: ({ by })=>by === 'REGION' ? _operations.GetDiscoveredResourceCountsGroupByRegion : _operations.GetDiscoveredResourceCountsGroupByResourceType,
        supportedResourceTypes: _operations.ListSupportedProducts,
        timelinePage: _operations.GetResourceConfigurationTimeline2020,
        compliancePage: _operations.GetResourceComplianceTimeline2020
    },
    recorder: async (call)=>(await call(_operations.GetConfigurationRecorder, {})).ConfigurationRecorder,
    resourceDetail: async (call, resource)=>(await call(_operations.GetDiscoveredResource, (0, _CloudConfigApi.namedResource)(resource))).DiscoveredResourceDetail,
    resourcesArePagedBy: 'token',
    resourcesPage: async (call, filter, page)=>{
        if (!('MaxResults' in page)) throw new TypeError('This list is paged by token.');
        const { DiscoveredResourceProfiles } = await call(_operations.ListDiscoveredResources2020, {
            ...filter,
            ...page
        });
        const { DiscoveredResourceProfileList = [], NextToken, TotalCount } = DiscoveredResourceProfiles;
        return {
            records: DiscoveredResourceProfileList,
            nextToken: NextToken,
            totalCount: TotalCount
        };
    },
    resourceCounts: async (call, by)=>by === 'Region' ? (await call(_operations.GetDiscoveredResourceCountsGroupByRegion, {})).DiscoveredResourceCountsSummary : (await call(_operations.GetDiscoveredResourceCountsGroupByResourceType, {})).DiscoveredResourceCountsSummary,
    supportedResourceTypes: readSupportedTypes,
    timelinePage: async (call, resource, { Limit, ...page })=>{
        const answer = await call(_operations.GetResourceConfigurationTimeline2020, {
            ...(0, _CloudConfigApi.namedResource)(resource),
            ...page,
            // This version takes no less than two; with its look ahead the reader asks for more always.
            MaxResults: Limit
        });
        const { ConfigurationList = [], NextToken } = answer.ResourceConfigurationTimeline;
        return {
            records: ConfigurationList,
            nextToken: NextToken
        };
    },
    compliancePage: async (call, resource, { Limit, ...page })=>{
        const request = {
            ...(0, _CloudConfigApi.namedResource)(resource),
            ...page,
            MaxResults: Limit
        };
        const answer = await call(_operations.GetResourceComplianceTimeline2020, request);
        const { ComplianceList = [], NextToken } = answer.ResourceComplianceTimeline;
        return {
            records: ComplianceList,
            nextToken: NextToken
        };
    },
    older: _20190108.cloudConfig2019,
    startRecorder: _operations.StartConfigurationRecorder2020,
    updateRecorder: _operations.UpdateConfigurationRecorder,
    canStopRecorder: true
};
async function readSupportedTypes(call) {
    const products = await (0, _readWholeList.readAll)({
        operation: _operations.ListSupportedProducts,
        pageSize: maxProductsPage,
        keyOf: (product)=>JSON.stringify(product)
    }, async ({ fresh, ...page })=>{
        const { Products, NextToken } = await call(_operations.ListSupportedProducts, page, {
            fresh
        });
        return {
            records: Products,
            nextToken: NextToken
        };
    });
    const types = [
        ...products.values()
    ].flatMap(({ ResourceTypeList = [] })=>ResourceTypeList);
    return [
        ...new Set(types.map(({ ResourceType })=>ResourceType))
    ];
}
