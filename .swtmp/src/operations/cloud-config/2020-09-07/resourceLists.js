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
    get countsByRegion () {
        return countsByRegion;
    },
    get countsByResourceType () {
        return countsByResourceType;
    },
    get resourceListPaging () {
        return resourceListPaging;
    },
    get resourceListParameters () {
        return resourceListParameters;
    }
});
const _shapes = require("../../shapes");
const resourceListParameters = {
    ResourceId: (0, _shapes.optional)((0, _shapes.text)({
        in: 'query'
    })),
    ResourceName: (0, _shapes.optional)((0, _shapes.text)({
        in: 'query'
    })),
    /** The reverse of what the name suggests: 1 = still exists, 0 = deleted. */ ResourceDeleted: (0, _shapes.optional)((0, _shapes.int32)({
        in: 'query',
        intValues: [
            0,
            1
        ],
        default: 1
    })),
    MaxResults: (0, _shapes.int32)({
        in: 'query',
        min: 1,
        max: 100
    }),
    NextToken: (0, _shapes.optional)((0, _shapes.text)({
        in: 'query'
    })),
    ResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
        encoding: 'csv',
        in: 'query'
    })),
    Regions: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
        encoding: 'csv',
        in: 'query'
    })),
    /** Both bounds or neither, at most 30 days apart. */ StartUpdateTimestamp: (0, _shapes.optional)((0, _shapes.epochMs)({
        in: 'query'
    })),
    EndUpdateTimestamp: (0, _shapes.optional)((0, _shapes.epochMs)({
        in: 'query'
    })),
    ExcludeResourceTypes: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
        encoding: 'csv',
        in: 'query'
    }))
};
const resourceListPaging = {
    style: 'token',
    limitParameter: 'MaxResults',
    tokenParameter: 'NextToken',
    items: 'DiscoveredResourceProfiles.DiscoveredResourceProfileList',
    next: 'DiscoveredResourceProfiles.NextToken',
    total: 'DiscoveredResourceProfiles.TotalCount',
    min: 1,
    max: 100
};
const countsByRegion = {
    DiscoveredResourceCountsSummary: (0, _shapes.list)((0, _shapes.object)({
        GroupName: (0, _shapes.optional)((0, _shapes.text)()),
        Region: (0, _shapes.optional)((0, _shapes.text)()),
        ResourceCount: (0, _shapes.optional)((0, _shapes.count)())
    }))
};
const countsByResourceType = {
    DiscoveredResourceCountsSummary: (0, _shapes.list)((0, _shapes.object)({
        GroupName: (0, _shapes.optional)((0, _shapes.text)()),
        ResourceType: (0, _shapes.optional)((0, _shapes.text)()),
        ResourceCount: (0, _shapes.optional)((0, _shapes.count)())
    }))
};
