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
    get accountGroupsOf () {
        return accountGroupsOf;
    },
    get readAccountGroups () {
        return readAccountGroups;
    },
    get readResources () {
        return readResources;
    },
    get readResources2020 () {
        return readResources2020;
    },
    get resource2020Of () {
        return resource2020Of;
    },
    get resourceOf () {
        return resourceOf;
    },
    get timeline2020Of () {
        return timeline2020Of;
    },
    get timelineOf () {
        return timelineOf;
    }
});
const _operations = require("../operations");
const _reads = require("./reads");
/** The first record that names its resource in full, as both versions list them. */ function firstOf(records = [], condition = ()=>true) {
    return records.find((record)=>record.ResourceId !== undefined && record.ResourceType !== undefined && record.Region !== undefined && condition(record));
}
const keyOf = ({ ResourceId, ResourceType, Region })=>({
        ResourceId,
        ResourceType,
        Region
    });
async function resourceOf(probe) {
    const { answer } = await probe.read(_operations.ListDiscoveredResources, _reads.firstPage);
    const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
    return resource && keyOf(resource);
}
async function resource2020Of(probe, condition) {
    const { answer } = await probe.read(_operations.ListDiscoveredResources2020, {
        MaxResults: 100
    });
    const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList, condition);
    return resource && keyOf(resource);
}
const timelineOf = (probe, resource)=>probe.read(_operations.GetResourceConfigurationTimeline, {
        ...resource,
        Limit: 100
    });
const timeline2020Of = (probe, resource)=>probe.read(_operations.GetResourceConfigurationTimeline2020, {
        ...resource,
        MaxResults: 100
    });
const accountGroupsOf = (probe)=>probe.read(_operations.ListAggregators, {
        MaxResults: 100
    });
async function readResources(probe) {
    await probe.read(_operations.DescribeConfigurationRecorder, {});
    await probe.read(_operations.GetSupportedResourceTypes, {});
    await probe.read(_operations.GetDiscoveredResourceCounts, {
        GroupByKey: 'ResourceType'
    });
    const resource = await resourceOf(probe);
    if (!resource) return;
    await probe.read(_operations.DescribeDiscoveredResource, resource);
    await timelineOf(probe, resource);
    await probe.read(_operations.GetResourceComplianceTimeline, {
        ...resource,
        Limit: 100
    });
}
async function readResources2020(probe) {
    await probe.read(_operations.GetConfigurationRecorder, {});
    await probe.read(_operations.ListSupportedProducts, {
        MaxResults: 500
    });
    await probe.read(_operations.GetDiscoveredResourceCountsGroupByRegion, {});
    await probe.read(_operations.GetDiscoveredResourceCountsGroupByResourceType, {});
    const resource = await resource2020Of(probe);
    if (!resource) return;
    await probe.read(_operations.GetDiscoveredResource, resource);
    await timeline2020Of(probe, resource);
    await probe.read(_operations.GetResourceComplianceTimeline2020, {
        ...resource,
        MaxResults: 100
    });
}
async function readAccountGroups(probe) {
    const groups = await accountGroupsOf(probe);
    const AggregatorId = groups.answer?.AggregatorsResult.Aggregators?.[0]?.AggregatorId;
    if (AggregatorId === undefined) return;
    await probe.read(_operations.GetAggregator, {
        AggregatorId
    });
    await probe.read(_operations.GetAggregateResourceCountsGroupByRegion, {
        AggregatorId
    });
    await probe.read(_operations.GetAggregateResourceCountsGroupByResourceType, {
        AggregatorId
    });
    const { answer } = await probe.read(_operations.ListAggregateDiscoveredResources, {
        AggregatorId,
        MaxResults: 100
    });
    const resource = firstOf(answer?.DiscoveredResourceProfiles.DiscoveredResourceProfileList);
    if (!resource) return;
    const named = {
        ...keyOf(resource),
        AggregatorId,
        ResourceAccountId: resource.AccountId
    };
    await probe.read(_operations.GetAggregateDiscoveredResource, named);
    await probe.read(_operations.GetAggregateResourceConfigurationTimeline, {
        ...named,
        MaxResults: 100
    });
    await probe.read(_operations.GetAggregateResourceComplianceTimeline, {
        ...named,
        MaxResults: 100
    });
}
