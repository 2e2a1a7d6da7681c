"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ResourceManager", {
    enumerable: true,
    get: function() {
        return ResourceManager;
    }
});
const ResourceManager = {
    service: 'resource-manager',
    code: 'ResourceManager',
    version: '2020-03-31',
    hosts: {
        china: 'resourcemanager.aliyuncs.com',
        international: 'resourcemanager.aliyuncs.com'
    }
};
