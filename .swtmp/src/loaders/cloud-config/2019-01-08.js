"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfig2019", {
    enumerable: true,
    get: function() {
        return cloudConfig2019;
    }
});
const _operations = require("../../operations");
const _CloudConfigApi = require("./CloudConfigApi");
const cloudConfig2019 = {
    operations: {
        recorder: _operations.DescribeConfigurationRecorder,
        resourceDetail: _operations.DescribeDiscoveredResource,
        resourcesPage: _operations.ListDiscoveredResources,
        resourceCounts: _operations.GetDiscoveredResourceCounts,
        supportedResourceTypes: _operations.GetSupportedResourceTypes,
        timelinePage: _operations.GetResourceConfigurationTimeline,
        compliancePage: _operations.GetResourceComplianceTimeline
    },
    recorder: async (call)=>(await call(_operations.DescribeConfigurationRecorder, {})).ConfigurationRecorder,
    resourceDetail: async (call, resource)=>(await call(_operations.DescribeDiscoveredResource, (0, _CloudConfigApi.namedResource)(resource))).DiscoveredResourceDetail,
    resourcesArePagedBy: 'number',
    resourcesPage: async (call, filter, page)=>{
        if (!('PageNumber' in page)) throw new TypeError('This list is paged by number.');
        const { DiscoveredResourceProfiles } = await call(_operations.ListDiscoveredResources, {
            ...filter,
            ...page
        });
        const { DiscoveredResourceProfileList = [], TotalCount } = DiscoveredResourceProfiles;
        return {
            records: DiscoveredResourceProfileList,
            totalCount: TotalCount
        };
    },
    resourceCounts: async (call, by)=>{
        const { GroupedResourceCounts } = await call(_operations.GetDiscoveredResourceCounts, {
            GroupByKey: by
        });
        return GroupedResourceCounts.GroupedResourceCountList ?? [];
    },
    supportedResourceTypes: async (call)=>(await call(_operations.GetSupportedResourceTypes, {})).ResourceTypes,
    timelinePage: async (call, resource, page)=>{
        const answer = await call(_operations.GetResourceConfigurationTimeline, {
            ...(0, _CloudConfigApi.namedResource)(resource),
            ...page
        });
        const { ConfigurationList = [], NextToken, TotalCount } = answer.ResourceConfigurationTimeline;
        return {
            records: ConfigurationList,
            nextToken: NextToken,
            totalCount: TotalCount
        };
    },
    compliancePage: async (call, resource, page)=>{
        const answer = await call(_operations.GetResourceComplianceTimeline, {
            ...(0, _CloudConfigApi.namedResource)(resource),
            ...page
        });
        const { ComplianceList = [], NextToken, TotalCount } = answer.ResourceComplianceTimeline;
        return {
            records: ComplianceList,
            nextToken: NextToken,
            totalCount: TotalCount
        };
    },
    startRecorder: _operations.StartConfigurationRecorder,
    updateRecorder: _operations.PutConfigurationRecorder,
    canStopRecorder: false
};
