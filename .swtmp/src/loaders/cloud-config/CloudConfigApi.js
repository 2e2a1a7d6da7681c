"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "namedResource", {
    enumerable: true,
    get: function() {
        return namedResource;
    }
});
const namedResource = ({ region, resourceType, resourceId })=>({
        ResourceId: resourceId,
        ResourceType: resourceType,
        Region: region
    });
